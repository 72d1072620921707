/** A name in a byline as CSL has it: in two parts if we know which is which. */
export type BylineName =
  | { readonly literal: string }
  | { readonly given: string; readonly family: string };

// Words for an office or newsroom in a byline, which name nobody.
const offices =
  /\b(?:agenc(?:y|ies)|associated|bureau|correspondents?|desk|editors?|editorial|news|newsroom|press|radio|redaktion|reporters?|reuters|service|staff|team|writers?|afp|ap|dpa)\b/i;

// Particles that belong to the family name although they are separate words.
const particles =
  /^(?:al|bin|bint|da|de|del|della|den|der|di|dos|du|ibn|la|le|ten|ter|van|von|y|zu)$/i;

// Languages that put the family name first.
const familyFirst = /^(?:hu|ja|ko|vi|zh)\b/i;

/**
 * Returns the names in a byline (“By Lena Ortiz and staff”), in order. Anything but a plain name stays whole.
 */
export function splitByline(byline: string, language: string): BylineName[] {
  const names = byline
    .replace(/^by\s+/i, '')
    .split(/\s*(?:,|;|&|\/|\band\b|\bund\b|\bet\b|\by\b(?=\s+\p{Lu}))\s*/u)
    .filter((name) => name !== '');
  return names.map((name) => splitName(name, language));
}

function splitName(name: string, language: string): BylineName {
  const words = name.split(/\s+/);
  const isPlain =
    words.length >= 2 &&
    words.length <= 5 &&
    words.every((word) => /^\p{Script=Latin}[\p{Script=Latin}\p{M}.’'-]*$/u.test(word)) &&
    words.every((word) => /^(?:a[dlnrstz]h?-|el-)?\p{Lu}/u.test(word) || particles.test(word));
  if (!isPlain || offices.test(name) || familyFirst.test(language)) return { literal: name };
  const particle = words.findIndex((word, index) => index > 0 && particles.test(word));
  const family = particle === -1 ? words.length - 1 : particle;
  return { given: words.slice(0, family).join(' '), family: words.slice(family).join(' ') };
}
