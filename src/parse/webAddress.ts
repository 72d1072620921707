/** The required start of a web address, worded to follow “expected”. */
export const webAddressForm = 'an address that starts with http:// or https://';

/**
 * Returns what is expected instead of a web address, worded to follow “expected”; undefined if the address is
 * valid. Nothing may precede the host: `https://bank.example@other.example/` leads to the second host but
 * looks like the first.
 */
export function findAddressFault(address: string): string | undefined {
  // Matches http: or https:, two slashes and the authority, up to the end that the URL Standard defines.
  const [, authority] = /^https?:\/\/([^\s/?#\\]+)/i.exec(address) ?? [];
  if (authority === undefined || !URL.canParse(address)) return webAddressForm;
  if (authority.includes('@'))
    return 'an address with its host right after the two slashes, without a name or an @ before it';
  if (/[\\\u202A-\u202E\u2066-\u2069]/u.test(address))
    return 'an address without backslashes or direction marks, which programs read differently';
  return undefined;
}
