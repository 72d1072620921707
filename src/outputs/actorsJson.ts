import type { ViewContext } from '../views/page/context.ts';
import type { ActorJson } from './schemas.ts';
import { speakerToJson } from './speakers.ts';

/**
 * Returns `/data/actors.json` as text: all actors by id, with their events in timeline order. Missing values
 * are null.
 */
export function renderActorsJson({ archive, at }: ViewContext): string {
  const actors = archive.actors.map((actor): ActorJson => ({
    id: actor.id,
    url: at.actor(actor.id),
    name: actor.name,
    kind: actor.kind,
    role: actor.role,
    names: Object.fromEntries(actor.names.map(({ language, name }) => [language, name])),
    spellings: actor.spelledBy.map(({ text, sources }) => ({ text, sources: [...sources] })),
    namedAs: actor.namedAs.map(({ text, by }) => ({
      text,
      by: by.map(({ article, speaker }) => ({
        article,
        speaker: speaker.type,
        ...speakerToJson(speaker),
      })),
    })),
    events: [...actor.events],
    mentionedIn: [...actor.mentionedIn],
  }));
  return `${JSON.stringify({ actors }, null, 2)}\n`;
}
