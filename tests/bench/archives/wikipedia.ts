import type { ForeignEvent } from './content.ts';

/** An entry of Wikipedia's current events, as its data sets have it. */
export interface CurrentEvent {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly description: string;
  readonly category: string | null;
  readonly story: { readonly name: string; readonly url: string } | null;
  readonly entities: readonly { readonly name: string; readonly url: string }[];
  readonly sources: readonly { readonly name: string; readonly url: string }[];
}

/** Returns the events of a data set: of the day they are listed under, in the words of their sources. */
export function readCurrentEvents(entries: readonly CurrentEvent[]): ForeignEvent[] {
  return entries.map(({ date, description, category, story, entities, sources }) => {
    const context = [
      ...(story ? [`Part of the story: ${story.name}.`] : []),
      ...(category === null ? [] : [`Filed under: ${category}.`]),
    ];
    const [title = description] = description.split(/(?<=[.!?])\s/);
    return {
      name: title,
      title: title.replace(/\.$/, ''),
      date,
      text: [description, ...context].join(' '),
      actors: entities.map(({ name }) => name),
      sources: sources.length > 0 ? sources : [{ name: 'Wikipedia', url: null }],
      told: date,
      claims: [],
    };
  });
}
