import type { ElementContent } from 'hast';
import type { Archive, LinkedText, NewsEvent } from '../../model/archive.ts';
import { defineQuery } from '../../model/tracedArchive.ts';
import { hull } from '../../model/dates/dayRanges.ts';
import { getKnownDay } from '../../model/knownDays.ts';
import { isAhead } from '../../model/mergeAccounts.ts';
import { listSources } from '../cards/eventCard.ts';
import { maxKeyEvents } from '../lists/budgets.ts';
import { keepNights } from './nights.ts';

// Chooses the events of the figure at the top of the home page.

/**
 * Returns the key events in timeline order. They are chosen until the figure is full: those linked from the
 * state of play, then those that several sources tell, the next event, what an account puts before one of
 * these, and the newest.
 */
export const chooseKeyEvents = defineQuery('keyEvents', (archive): readonly NewsEvent[] => {
  const events = new Set(listLinked(archive).slice(0, maxKeyEvents));
  const fill = (more: Iterable<NewsEvent>) => {
    for (const event of more) if (events.size < maxKeyEvents) events.add(event);
  };
  const past = archive.events.filter(({ certainty }) => !isAhead(certainty));
  const count = new Map(past.map((event) => [event, listSources(event).length]));
  const several = past
    .filter((event) => (count.get(event) ?? 0) > 1)
    .sort((a, b) => (count.get(b) ?? 0) - (count.get(a) ?? 0) || b.position - a.position);
  fill(several.slice(0, maxKeyEvents - events.size - 1));
  fill(findNext(archive, past));
  fill([...events].flatMap((event) => listBefore(event, archive)));
  fill(past.toReversed());
  const sorted = keepNights(
    [...events].sort((a, b) => a.position - b.position),
    archive.site.zone,
  );
  return [
    ...sorted.filter(({ certainty }) => !isAhead(certainty)),
    ...sorted.filter(({ certainty }) => isAhead(certainty)),
  ];
});

/** Returns the events linked from the state of play, in its order. */
export function listLinked({ stateOfPlay, eventById }: Archive): NewsEvent[] {
  if (!stateOfPlay) return [];
  return [...new Set(listEventLinks(stateOfPlay.text))].flatMap((id) => eventById.get(id) ?? []);
}

function listEventLinks({ passages }: LinkedText): string[] {
  const read = (node: ElementContent): string[] => {
    if (node.type !== 'element') return [];
    const { href } = node.properties;
    const own =
      typeof href === 'string' && href.startsWith('event:') ? [href.slice('event:'.length)] : [];
    return [...own, ...node.children.flatMap(read)];
  };
  return passages.flatMap((passage) =>
    passage.type === 'prose' ? passage.nodes.flatMap(read) : [],
  );
}

/** Returns the first future event that has a day, if it is after all past events. */
function findNext(archive: Archive, past: readonly NewsEvent[]): NewsEvent[] {
  const lastDay = ({ when }: NewsEvent) => hull(when.days).last ?? -Infinity;
  const latest = past.reduce((day, event) => Math.max(day, lastDay(event)), -Infinity);
  const next = archive.events.find(
    ({ certainty, when }) =>
      isAhead(certainty) && (getKnownDay(when, archive.site.zone) ?? -Infinity) > latest,
  );
  return next ? [next] : [];
}

function listBefore({ follows }: NewsEvent, { eventById }: Archive): NewsEvent[] {
  return follows.flatMap((id) => {
    const event = eventById.get(id);
    return event && !isAhead(event.certainty) ? [event] : [];
  });
}
