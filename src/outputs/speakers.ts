import type { Speaker, Subject } from '../model/archive.ts';

/** Returns a speaker as the data have it: `by` is the id of an actor or source, null where the article itself or somebody unnamed speaks. */
export function speakerToJson(speaker: Speaker): { by: string | null; as: string | null } {
  if (speaker.type === 'article') return { by: null, as: null };
  return { by: speaker.type === 'nobody' ? null : speaker.id, as: speaker.as };
}

/** Returns what a claim is about as the data have it: the id of an event, or `actor:` and the id of an actor. */
export function subjectToJson(subject: Subject): string {
  return subject.type === 'event' ? subject.id : `actor:${subject.id}`;
}
