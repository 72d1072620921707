import { describe, expect, test } from 'vitest';
import { viewActor } from '../../../../src/views/actor/actorView.ts';
import { viewArticleIndex } from '../../../../src/views/article/articleView.ts';
import { viewHome } from '../../../../src/views/home/homeView.ts';
import { listEvents, takeNewest } from '../../../../src/views/cards/listedEvents.ts';
import { getPartItems, listParts, listPartsOf } from '../../../../src/views/lists/parts.ts';
import { viewPart } from '../../../../src/views/part/partView.ts';
import { viewPeriod } from '../../../../src/views/home/periodView.ts';
import { listAddresses, listRedirects } from '../../../../src/views/data/permalinks.ts';
import { viewPlace } from '../../../../src/views/place/placeView.ts';
import { viewSource } from '../../../../src/views/source/sourceView.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';
import { maxCards } from '../../../../src/views/lists/budgets.ts';

const two = (number: number) => String(number).padStart(2, '0');

/** Returns events in each of the given months, all with one actor and place, and one dated only to the year. */
function createLong(months: readonly string[], each: number): string {
  const blocks = months.flatMap((month) =>
    Array.from(
      { length: each },
      (_, index) =>
        `id: e${month.replace('-', 'm')}n${index}\ndate: ${month}-${two((index % 28) + 1)}\nactors: brandt\nplace: port`,
    ),
  );
  return createDigest([...blocks, 'id: some-time\ndate: 2023\nactors: brandt\nplace: port']);
}

const long = createViewContext({
  long: createLong(['2022-11', '2023-01', '2023-02', '2023-03'], 30),
});
const { archive } = long;
const brandt = archive.actorById.get('ana-brandt')!;

describe('a list that is too long for one page', () => {
  test('is split by years, and a year by months only if it is too long itself', () => {
    const parts = listParts(archive).filter(
      ({ kind, id }) => kind === 'actors' && id === 'ana-brandt',
    );
    expect(parts.map(({ period }) => period)).toEqual([
      '2022',
      '2023',
      '2023-01',
      '2023-02',
      '2023-03',
    ]);
  });

  test('loses nothing: every event is on the pages of its parts', () => {
    const leaves = listParts(archive).filter(
      (part) =>
        part.id === 'ana-brandt' &&
        listPartsOf(archive, 'actors', 'ana-brandt', part.period).length === 0,
    );
    const shown = leaves.flatMap((part) =>
      [...viewPart(part, long).took.cards, ...viewPart(part, long).took.lines].map(({ id }) => id),
    );
    const year = viewPart({ kind: 'actors', id: 'ana-brandt', period: '2023' }, long);
    // An event dated only to the year is in no month.
    expect(new Set([...shown, ...year.took.cards.map(({ id }) => id)])).toEqual(
      new Set(brandt.events),
    );
    expect(year.parts.map(({ label, events }) => [label, events])).toEqual([
      ['January 2023', 30],
      ['February 2023', 30],
      ['March 2023', 30],
    ]);
  });

  test('keeps the newest on its page, and links to its years', () => {
    const view = viewActor(brandt, long);
    expect(view.parts.map(({ url }) => url)).toEqual([
      '/actors/ana-brandt/2022/',
      '/actors/ana-brandt/2023/',
    ]);
    expect(view.events.cards.length).toBeLessThanOrEqual(maxCards);
    expect(view.events.cards.at(-1)?.id).toBe(brandt.events.at(-1));
    const place = viewPlace(archive.placeById.get('port')!, long);
    expect(place.parts).toHaveLength(2);
    expect(place.events.cards.length).toBeLessThanOrEqual(maxCards);
  });

  test('isn’t split if it is short', () => {
    const short = createViewContext({ short: createLong(['2023-01'], 20) });
    expect(listParts(short.archive)).toEqual([]);
    const view = viewActor(short.archive.actorById.get('ana-brandt')!, short);
    expect(view.parts).toEqual([]);
    expect(view.events.cards).toHaveLength(21);
    expect(viewHome(short).years).toEqual([]);
  });

  test('keeps the newest on the home page, with links to every year', () => {
    const home = viewHome(long);
    expect(home.years.map(({ url }) => url)).toEqual(['/2022/', '/2023/']);
    const shown = home.past.flatMap(({ events }) => events);
    expect(shown.length).toBeLessThanOrEqual(maxCards);
    expect(home.background).toEqual([]);
  });

  test('turns a calendar year into an index of its months, with what no month has', () => {
    const year = viewPeriod('2023', long);
    expect(year.known.flatMap(({ events }) => events.map(({ card }) => card.id))).toEqual([
      'some-time',
    ]);
    // The calendar has a page for each month that it may be in, but doesn't list it on all of them.
    expect(year.possible.cards.map(({ id }) => id)).toEqual([]);
    const month = viewPeriod('2023-02', long);
    expect(month.known.flatMap(({ events }) => events)).toHaveLength(30);
    expect(month.possible).toEqual({ year: null, cards: [], lines: [] });
  });
});

describe('articles of a source that are too many', () => {
  const digests = Object.fromEntries(
    Array.from({ length: 70 }, (_, index) => {
      const month = two((index % 6) + 1);
      const text = createDigest(
        [`id: told-${index}\ndate: 2024-${month}-02`],
        'harbour-post',
        `2024-${month}-0${(index % 7) + 3}`,
      );
      return [`article-${two(index)}`, text.replace('added: 2024-07-01', 'added: 2024-08-01')];
    }),
  );
  const context = createViewContext(digests);
  const source = context.archive.sourceById.get('harbour-post')!;

  test('are split by publication, each on a page of its period', () => {
    const parts = listParts(context.archive).filter(({ kind }) => kind === 'sources');
    const months = parts.filter(({ period }) => period.length === 7);
    const listed = months.flatMap((part) => viewPart(part, context).articles);
    const own = context.archive.articles.filter((article) => article.source === 'harbour-post');
    expect(listed).toHaveLength(own.length);
    expect(viewSource(source, context).articles.length).toBeLessThan(own.length);
    expect(viewPart(parts[0]!, context).parts.length).toBeGreaterThan(1);
  });

  test('keep only the newest in the index of articles, with the sources that list the rest', () => {
    const { articles, sources } = viewArticleIndex(context);
    expect(articles.length).toBeLessThan(context.archive.articles.length);
    expect(sources.reduce((sum, { events }) => sum + events, 0)).toBe(
      context.archive.articles.length,
    );
  });
});

describe('addresses of parts', () => {
  test('are published, and keep working if the list is short again or its owner is renamed', () => {
    expect(listAddresses(archive)).toContain('/actors/ana-brandt/2023/02/');
    const short = createViewContext(
      { short: createLong(['2023-01'], 3) },
      {
        'permalinks.txt':
          '/actors/ana-brandt/2022/\n/actors/ana-brandt/2023/01/\n/places/old-port/2020/\n',
        'places/port.md': '---\nname: Port\nformerly: [old-port]\n---\n',
      },
    );
    const addresses = listAddresses(short.archive);
    expect(addresses).toEqual(
      expect.arrayContaining([
        '/actors/ana-brandt/2022/',
        '/actors/ana-brandt/2023/01/',
        '/places/old-port/2020/',
      ]),
    );
    expect(viewPart({ kind: 'actors', id: 'ana-brandt', period: '2022' }, short).isEmpty).toBe(
      true,
    );
    expect(getPartItems(short.archive, 'actors', 'ana-brandt', '2023-01').took).toHaveLength(3);
    expect(listRedirects(short.archive, short.at)).toContainEqual({
      name: 'Port',
      from: '/places/old-port/2020/',
      to: '/places/port/',
    });
  });
});

describe('takeNewest(events, zone) and listEvents(events, context)', () => {
  test('take whole days from the end, and never more than fit on a page', () => {
    const { zone } = archive.site;
    const newest = takeNewest(archive.events, zone);
    expect(newest.at(-1)).toBe(archive.events.at(-1));
    expect(newest.length).toBeGreaterThan(0);
    expect(newest.length).toBeLessThanOrEqual(maxCards);
  });

  test('list many events on one line each, with date and marks', () => {
    const { cards, lines } = listEvents(archive.events, long);
    expect(cards).toEqual([]);
    expect(lines).toHaveLength(archive.events.length);
    expect(lines[0]).toMatchObject({
      url: expect.stringContaining('/events/') as string,
      marks: ['one source'],
    });
  });
});
