import type { Archive, LinkedText } from './archive.ts';
import type { Draft } from './drafts.ts';
import type { ActorId } from './ids.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/**
 * Notes each actor that no digest names, neither in its events nor in its prose, claims and quotations.
 * Principals, bodies that others belong to and what is retracted are there for another reason.
 */
export function noteUnmentioned(archive: Archive, drafts: readonly Draft[]): Problem[] {
  // Only a whole archive is asked: where an error stands, the words that name an actor may be what was not read.
  const named = new Set<ActorId>(archive.site.principals);
  const add = (ids: readonly ActorId[]) => {
    for (const id of ids) named.add(id);
  };
  for (const { of } of archive.actors) add(of);
  for (const { lead, spelled, namedAs } of archive.articles) {
    add(listNamed(lead));
    add([...spelled, ...namedAs].map(({ actor }) => actor));
  }
  for (const { actors, accounts } of archive.events) {
    add(actors);
    for (const account of accounts) add([...account.actors, ...listNamed(account.text)]);
  }
  return drafts.flatMap((draft) =>
    draft.type !== 'actor' || draft.retracted || named.has(draft.id as ActorId)
      ? []
      : [createProblem('actor-unmentioned', draft.name.at, { found: draft.name.value })],
  );
}

/** Returns whom a text names: in its prose, its claims (answers too) and quotations, as a speaker, or as what a claim is about. */
function listNamed({ actors, passages }: LinkedText): ActorId[] {
  const others = passages.flatMap((passage): ActorId[] => {
    if (passage.type === 'prose') return [];
    const { speaker, names } = passage.type === 'claim' ? passage.claim : passage.quotation;
    const about = passage.type === 'claim' ? passage.claim.about : null;
    return [
      ...names,
      ...(speaker.type === 'actor' ? [speaker.id] : []),
      ...(about?.type === 'actor' ? [about.id] : []),
    ];
  });
  return [...actors, ...others];
}
