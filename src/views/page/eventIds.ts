import type { NewsEvent } from '../../model/archive.ts';

/** Returns the id that an event had first: what follows its page (a feed, a calendar) knows it by that for ever. */
export function getFirstId(event: NewsEvent): string {
  return listKnownIds(event)[0] ?? event.id;
}

/** Returns every id that an event has had: its page, and each file beside it, is answered under all of them. */
export function listKnownIds({ id, ruling }: NewsEvent): readonly string[] {
  return ruling?.ids ?? [id];
}
