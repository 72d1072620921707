/** What an address of the web begins with, ready to follow “expected”. */
export const webAddressForm = 'an address that starts with http:// or https://';

/**
 * Returns what is expected in place of an address of the web, ready to follow “expected”; undefined where the
 * address is one. `https://bank.example@other.example/` leads to the second host and reads like the first, so
 * nothing may stand before the host.
 */
export function findAddressFault(address: string): string | undefined {
  // Matches http: or https:, two slashes and the authority, which ends as the URL Standard says.
  const [, authority] = /^https?:\/\/([^\s/?#\\]+)/i.exec(address) ?? [];
  if (authority === undefined || !URL.canParse(address)) return webAddressForm;
  if (authority.includes('@'))
    return 'an address with its host right after the two slashes, without a name or an @ before it';
  if (/[\\\u202A-\u202E\u2066-\u2069]/u.test(address))
    return 'an address without backslashes and direction marks, which no two programs read alike';
  return undefined;
}
