import type { ActorKind } from './drafts.ts';

/**
 * Returns whether an actor's `name` is this site's own description (“The arrested docker”), so that a match
 * in a digest's prose says nothing about the article's spelling. Always true for an actor with claimed names.
 */
export function isOwnWords(
  name: string,
  { kind, namedAs }: { readonly kind: ActorKind; readonly namedAs: readonly unknown[] },
): boolean {
  if (namedAs.length > 0) return true;
  const [first = '', ...rest] = name.trim().split(/\s+/u);
  // A proper name has a second capitalised word: “Josto al-Bahri”. Scripts without capitals can't tell.
  const isDescription =
    rest.length > 0 && rest.every((word) => /\p{Ll}/u.test(word) && !/\p{Lu}/u.test(word));
  return isDescription && (kind === 'person' || /^(?:an?|the)$/iu.test(first));
}
