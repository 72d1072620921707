import type { RetractedEvent } from './archive.ts';
import type { RulingDraft } from './drafts.ts';
import { isEventId } from './ids.ts';
import type { ResolvedRuling } from './mergeAccounts.ts';
import type { Registry } from './registry.ts';
import { createProblem } from '../problems/problem.ts';

/** Returns the events that rulings retract and no article tells any more; reports one without a title. */
export function linkRetracted(registry: Registry): RetractedEvent[] {
  const toldIds = new Set(
    registry.articles.flatMap(({ accounts }) => accounts.map(({ id }) => id.value)),
  );
  return registry.rulings.flatMap((ruling) => {
    const { retracted, title, date, corrections, at } = ruling;
    if (!retracted || toldIds.has(ruling.id) || !isEventId(ruling.id)) return [];
    if (title === null) {
      const expected = 'the title of the retracted event, because no account is left to provide it';
      registry.problems.push(createProblem('field-missing', at, { name: 'title', expected }));
    }
    const id = ruling.id;
    const ids = registry.idsOf('event', ruling);
    return [{ id, ids, title: title ?? '', date: date?.value ?? null, retracted, corrections }];
  });
}

/** Returns the rulings on events that aren't retracted, by event id, with their names resolved. */
export function resolveRulings(
  registry: Registry,
  retracted: readonly RetractedEvent[],
): Map<string, ResolvedRuling> {
  const resolved = new Map<string, ResolvedRuling>();
  for (const ruling of registry.rulings) {
    // A file name that isn't an event id has already been reported.
    if (!isEventId(ruling.id)) continue;
    if (retracted.some(({ id }) => id === ruling.id)) continue;
    const id = registry.resolveEvent({ value: ruling.id, at: ruling.at });
    if (id) resolved.set(id, resolveRuling(ruling, registry));
  }
  return resolved;
}

function resolveRuling(draft: RulingDraft, registry: Registry): ResolvedRuling {
  return {
    title: draft.title,
    summary: draft.summary,
    date: draft.date?.value ?? null,
    time: draft.time,
    place: (draft.place && registry.resolvePlace(draft.place)) ?? null,
    certainty: draft.certainty,
    actors: draft.actors.flatMap((name) => registry.resolveActor(name) ?? []),
    reasons: draft.reasons,
    why: draft.why,
    unknown: draft.unknown.map(({ value }) => value),
    ids: registry.idsOf('event', draft),
    corrections: draft.corrections,
    retracted: draft.retracted,
  };
}
