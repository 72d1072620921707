import type { Draft } from './drafts.ts';
import type { ActorId } from './ids.ts';
import type { Outline } from './outline.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/**
 * Notes each actor that no digest names, in its events, prose, claims or quotations. Principals,
 * organisations with members and retracted actors are exempt.
 */
export function noteUnmentioned(outline: Outline, drafts: readonly Draft[]): Problem[] {
  // Only a whole archive is checked: if there are errors, the unread part may name the actor.
  const named = new Set<ActorId>(outline.principals);
  const add = (ids: readonly ActorId[]) => {
    for (const id of ids) named.add(id);
  };
  for (const { of } of outline.actors) add(of);
  for (const { namedActors } of outline.articles) add(namedActors.all);
  for (const { actors } of outline.events) add(actors);
  return drafts.flatMap((draft) =>
    draft.type !== 'actor' || draft.retracted || named.has(draft.id as ActorId)
      ? []
      : [createProblem('actor-unmentioned', draft.name.at, { found: draft.name.value })],
  );
}
