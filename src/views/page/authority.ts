import type { Archive } from '../../model/archive.ts';

/**
 * Returns who vouches for the ids that leave a site: what `site.md` names, else the host of its address with
 * the year of its first digest, which a new host changes. Throws a TypeError when the address is not a URL.
 */
export function getAuthority({ site, articles }: Archive, address: string): string {
  if (site.authority !== null) return site.authority;
  const days = articles.map(({ added }) => added).sort();
  return `${new URL(address).hostname},${days[0]?.slice(0, 4) ?? '1970'}`;
}

/** Returns the `tag:` URI (RFC 4151) of something of ours, by its address below the base path: `/events/ID`. */
export function printTag(authority: string, path: string): string {
  return `tag:${authority}:${path}`;
}
