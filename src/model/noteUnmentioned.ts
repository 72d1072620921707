import type { Draft } from './drafts.ts';
import type { ActorId } from './ids.ts';
import type { Outline } from './outline.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/**
 * Notes each actor that no digest names, neither in its events nor in its prose, claims and quotations.
 * Principals, bodies that others belong to and what is retracted are there for another reason.
 */
export function noteUnmentioned(outline: Outline, drafts: readonly Draft[]): Problem[] {
  // Only a whole archive is asked: where an error stands, the words that name an actor may be what was not read.
  const named = new Set<ActorId>(outline.principals);
  const add = (ids: readonly ActorId[]) => {
    for (const id of ids) named.add(id);
  };
  for (const { of } of outline.actors) add(of);
  for (const { mentions } of outline.articles) add(mentions.named);
  for (const { actors } of outline.events) add(actors);
  return drafts.flatMap((draft) =>
    draft.type !== 'actor' || draft.retracted || named.has(draft.id as ActorId)
      ? []
      : [createProblem('actor-unmentioned', draft.name.at, { found: draft.name.value })],
  );
}
