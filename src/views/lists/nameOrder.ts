// Made once for each language: it takes longer to make than to use.
const collators = new Map<string, Intl.Collator>();

function getCollator(language: string): Intl.Collator {
  const known = collators.get(language);
  if (known) return known;
  const made = new Intl.Collator([language, 'en']);
  collators.set(language, made);
  return made;
}

/** Returns things in the order that a language (BCP 47) gives their names, by id where two have the same. */
export function sortByName<Named extends { readonly id: string; readonly name: string }>(
  things: readonly Named[],
  { language }: { readonly language: string },
): Named[] {
  const { compare } = getCollator(language);
  return [...things].sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}
