import { hash } from 'node:crypto';

// Astro lists the hashes of all scripts and styles of a site in the Content Security Policy of every page.

const POLICY = /(<meta http-equiv="content-security-policy" content=")([^"]*)(")/u;
const INLINE = /<(?:style|script)\b[^>]*>(.*?)<\/(?:style|script)>/gsu;

// The pages of a site share a few styles, so their hashes are cached.
const hashes = new Map<string, string>();

/** Returns the HTML of a page whose policy lists only the hashes of its own inline styles and scripts. */
export function trimPolicy(html: string): string {
  if (!POLICY.test(html)) return html;
  const own = new Set(
    [...html.matchAll(INLINE)].map(([, text = '']) => (text === '' ? '' : hashInline(text))),
  );
  return html.replace(
    POLICY,
    (_, start: string, policy: string, end: string) => `${start}${trim(policy, own)}${end}`,
  );
}

function trim(policy: string, own: ReadonlySet<string>): string {
  return policy.replace(/ '(sha256-[^']+)'/gu, (token, value: string) =>
    own.has(value) ? token : '',
  );
}

function hashInline(text: string): string {
  const known = hashes.get(text) ?? `sha256-${hash('sha256', text, 'base64')}`;
  if (hashes.size < 100) hashes.set(text, known);
  return known;
}
