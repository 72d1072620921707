import type { ActorKind } from './drafts.ts';

/**
 * Says whether an actor's `name` is this site's own description (“The arrested docker”), so that finding it in the
 * prose of a digest doesn't tell how the article names the actor. True of somebody whom sources only claim to name.
 */
export function isOwnWords(
  name: string,
  { kind, namedAs }: { readonly kind: ActorKind; readonly namedAs: readonly unknown[] },
): boolean {
  if (namedAs.length > 0) return true;
  const [first = '', ...rest] = name.trim().split(/\s+/u);
  // A proper name has a second word with a capital: “Josto al-Bahri”. Scripts without capitals can't tell.
  const isDescription =
    rest.length > 0 && rest.every((word) => /\p{Ll}/u.test(word) && !/\p{Lu}/u.test(word));
  return isDescription && (kind === 'person' || /^(?:an?|the)$/iu.test(first));
}
