import type { NewsEvent } from '../../model/archive.ts';

/** Returns an event's first id, by which feeds and calendars always identify it. */
export function getFirstId(event: NewsEvent): string {
  return listKnownIds(event)[0] ?? event.id;
}

/** Returns every id that an event has had: its page and files answer under all of them. */
export function listKnownIds({ id, ruling }: NewsEvent): readonly string[] {
  return ruling?.ids ?? [id];
}
