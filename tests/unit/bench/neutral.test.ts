import { describe, expect, test } from 'vitest';
import { createCorpus } from '../../bench/corpus.ts';
import { printNeutral } from '../../bench/neutral.ts';

interface Whole {
  readonly articles: readonly { readonly id: string; readonly events: readonly string[] }[];
  readonly events: readonly {
    readonly id: string;
    readonly date: string;
    readonly title: string;
    readonly articles: readonly string[];
  }[];
}

describe('printNeutral(corpus)', () => {
  const corpus = createCorpus(40, 5);
  const files = printNeutral(corpus);
  const read = (path: string) => files.get(path) ?? '';
  const parse = (path: string) => JSON.parse(read(path)) as Whole;
  const list = (folder: string) => [...files.keys()].filter((path) => path.startsWith(folder));

  test('writes a file for each article and event, with the added article’s files apart', () => {
    const { added, articles, events } = corpus;
    expect(list('content/article/')).toHaveLength(articles.length);
    const old = events.filter((event) => event.articles.some((id) => id !== added.id));
    expect(list('content/event/').toSorted()).toEqual(
      old.map(({ id }) => `content/event/${id}.md`).toSorted(),
    );
    expect(list('extra/').toSorted()).toEqual(
      [
        `extra/content/article/${added.id}.md`,
        ...added.events.map(({ id }) => `extra/content/event/${id}.md`),
      ].toSorted(),
    );
  });

  test('writes front matter with JSON values, followed by the event’s body', () => {
    const [event] = corpus.events;
    const [, head = '', body] =
      /^---\n(.*?)\n---\n(.*)\n$/s.exec(read('content/event/e000001.md')) ?? [];
    const keys = head.split('\n').map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), JSON.parse(line.slice(colon + 2)) as unknown] as const;
    });
    expect(Object.fromEntries(keys)).toMatchObject({
      title: expect.stringMatching(/ \(.+\)$/) as string,
      month: event?.day.slice(0, 7),
      articles: event?.articles,
      actor: event?.actors.map((index) => corpus.actors[index]),
    });
    expect(body).toBe(event?.body);
  });

  test('lists the same archive in one file, with and without the added article', () => {
    const [before, after] = [parse('corpus.json'), parse('corpus-plus.json')];
    const { added } = corpus;
    expect(before.articles.map(({ id }) => id)).toEqual(corpus.articles.map(({ id }) => id));
    expect(after.articles.map(({ id }) => id)).toEqual([
      ...corpus.articles.map(({ id }) => id),
      added.id,
    ]);
    expect(before.events.flatMap(({ articles }) => articles)).not.toContain(added.id);
    expect(
      after.events.filter(({ articles }) => articles.includes(added.id)).map(({ id }) => id),
    ).toHaveLength(added.events.length);
    // No two events have the same moment, so that every generator sorts them the same way.
    const dates = after.events.map(({ date }) => date);
    expect(new Set(dates).size).toBe(dates.length);
  });
});
