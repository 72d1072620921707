import { hash } from 'node:crypto';
import type { Page } from './openPages.ts';

/** A page that was looked at: the key of what it prints, and its HTML in UTF-8 where that is something else than it was. */
export interface MadePage {
  readonly file: string;
  readonly key: string;
  readonly content?: Uint8Array;
  /** True where it was not rendered, but found made. */
  readonly isFound?: boolean;
}

/**
 * Takes a page, the key of what it printed before, what all pages have in common, and what finds a page that
 * was made elsewhere by its key; gives the page as it is to be. Throws what the page throws.
 */
export async function makePage(
  { file, getProps, render }: Page,
  before: string | undefined,
  common: string,
  find?: (file: string, key: string) => Uint8Array | undefined,
): Promise<MadePage> {
  const props = getProps();
  const key = hash('sha256', `${common}\0${JSON.stringify(props)}`).slice(0, 32);
  if (before === key) return { file, key };
  const found = find?.(file, key);
  if (found) return { file, key, content: found, isFound: true };
  return { file, key, content: await render(props) };
}
