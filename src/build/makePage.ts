import type { Page } from './loadPages.ts';
import { hashParts } from '../model/hash.ts';

/** A checked page: the key of its props, and its HTML in UTF-8 if the key has changed. */
export interface PageResult {
  readonly file: string;
  readonly key: string;
  readonly content?: Uint8Array;
  /** True if a shard had the page, so it was not rendered. */
  readonly isFound?: boolean;
}

/**
 * Returns a page, with its content only if its props or `common` changed since `before`. `find` looks up a
 * page made elsewhere by its key. Throws whatever the page throws.
 */
export async function makePage(
  { file, getProps, render }: Page,
  before: string | undefined,
  common: string,
  find?: (file: string, key: string) => Uint8Array | undefined,
): Promise<PageResult> {
  const props = getProps();
  const key = hashParts([common, JSON.stringify(props)]);
  if (before === key) return { file, key };
  const found = find?.(file, key);
  if (found) return { file, key, content: found, isFound: true };
  return { file, key, content: await render(props) };
}
