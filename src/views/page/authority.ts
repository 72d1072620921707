import type { Archive } from '../../model/archive.ts';

/**
 * Returns the authority of published ids: the one in `site.md`, else the host of the site's address with the
 * year of its first digest, so a new host changes it. Throws a TypeError if the address isn't a URL.
 */
export function getAuthority({ site, articles }: Archive, address: string): string {
  if (site.authority !== null) return site.authority;
  const days = articles.map(({ added }) => added).sort();
  return `${new URL(address).hostname},${days[0]?.slice(0, 4) ?? '1970'}`;
}

/** Returns the `tag:` URI (RFC 4151) of a page, by its address below the base path: `/events/ID`. */
export function printTag(authority: string, path: string): string {
  return `tag:${authority}:${path}`;
}
