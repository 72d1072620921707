// Cached by language: creating a collator takes longer than using it.
const collators = new Map<string, Intl.Collator>();

function getCollator(language: string): Intl.Collator {
  const known = collators.get(language);
  if (known) return known;
  const made = new Intl.Collator([language, 'en']);
  collators.set(language, made);
  return made;
}

/** Sorts items by name in the order of a language (BCP 47), and by id if two names are equal. */
export function sortByName<Named extends { readonly id: string; readonly name: string }>(
  things: readonly Named[],
  { language }: { readonly language: string },
): Named[] {
  const { compare } = getCollator(language);
  return [...things].sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}
