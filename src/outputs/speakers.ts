import type { Speaker, Subject } from '../model/archive.ts';

/**
 * Returns a speaker in the form it has in the data. `by` is the id of an actor or source, or null if the
 * speaker is the article itself or unnamed.
 */
export function speakerToJson(speaker: Speaker): { by: string | null; as: string | null } {
  if (speaker.type === 'article') return { by: null, as: null };
  return { by: speaker.type === 'nobody' ? null : speaker.id, as: speaker.as };
}

/**
 * Returns what a claim is about in the form it has in the data: the id of an event, or `actor:` and the id of
 * an actor.
 */
export function subjectToJson(subject: Subject): string {
  return subject.type === 'event' ? subject.id : `actor:${subject.id}`;
}
