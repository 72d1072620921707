import type { Page } from './loadPages.ts';
import type { Archive } from '../model/archive.ts';
import { hashParts } from '../model/hash.ts';
import { trace, type ReadKey } from '../model/tracedArchive.ts';

/** A checked page: the key of its props, and its HTML in UTF-8 if the key has changed. */
export interface PageResult {
  readonly file: string;
  readonly key: string;
  /** What its props were made from. */
  readonly reads: readonly ReadKey[];
  readonly content?: Uint8Array;
  /** True if a shard had the page, so it was not rendered. */
  readonly isFound?: boolean;
}

/** What a page is made from besides its props: a traced archive, and the fingerprint of what all pages share. */
interface Ground {
  readonly archive: Archive;
  readonly common: string;
}

/**
 * Returns a page, with its content only if its props or `common` changed since `before`. `find` looks up a
 * page made elsewhere by its key. Throws whatever the page throws.
 */
export async function makePage(
  { file, getProps, render }: Page,
  before: string | undefined,
  { archive, common }: Ground,
  find?: (file: string, key: string) => Uint8Array | undefined,
): Promise<PageResult> {
  const traced = trace(archive, getProps);
  const { value: props } = traced;
  const key = hashParts([common, JSON.stringify(props)]);
  const page = { file, key, reads: [...traced.reads] };
  if (before === key) return page;
  const found = find?.(file, key);
  return found
    ? { ...page, content: found, isFound: true }
    : { ...page, content: await render(props) };
}
