import { describe, expect, test } from 'vitest';
import { viewActors } from '../../../../src/views/actor/actorView.ts';
import { viewCorrectionsOf } from '../../../../src/views/history/historyView.ts';
import { fitIndex } from '../../../../src/views/lists/indexList.ts';
import { takeLast, takeShown } from '../../../../src/views/lists/longList.ts';
import { listAddresses } from '../../../../src/views/data/permalinks.ts';
import { viewPlaces } from '../../../../src/views/place/placeView.ts';
import { viewSources } from '../../../../src/views/source/sourceView.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

const day = 'id: a\ndate: 2024-05-10';

/** Returns a number of numbered files of one kind. */
function repeat(count: number, path: (number: number) => string, text: (number: number) => string) {
  return Object.fromEntries(
    Array.from({ length: count }, (_, number) => [path(number), text(number)]),
  );
}

describe('fitIndex(entries, rank)', () => {
  const create = (count: number, notes: readonly string[]) =>
    Array.from({ length: count }, (_, index) => ({ name: `Name ${1000 + index}`, notes, index }));

  test('keeps a few entries unchanged', () => {
    const entries = create(100, ['a note']);
    expect(fitIndex(entries, () => 0)).toEqual({ entries, more: 0 });
  });

  test('drops the notes of many, and the lowest-ranked of more', () => {
    const many = fitIndex(create(250, ['a note of some length']), () => 0);
    expect([many.entries.length, many.entries[0]?.notes, many.more]).toEqual([250, [], 0]);
    const most = fitIndex(create(2000, []), ({ index }) => index % 2);
    expect(most.entries.length + most.more).toBe(2000);
    expect(most.more).toBeGreaterThan(0);
    expect(most.entries.every(({ index }) => index % 2 === 1)).toBe(true);
    const order = most.entries.map(({ index }) => index);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

describe('an index of thousands', () => {
  const context = createViewContext(
    { a: createDigest([`${day}\nactors: actor-777\nplace: quay`]) },
    {
      ...repeat(
        1000,
        (number) => `actors/actor-${number}.md`,
        (number) => `---\nname: Somebody ${number}\nkind: person\n---\n`,
      ),
      ...repeat(
        1000,
        (number) => `places/place-${number}.md`,
        (number) => `---\nname: Somewhere ${number}\nwithin: quay\n---\n`,
      ),
      ...repeat(
        1000,
        (number) => `sources/source-${number}.md`,
        (number) => `---\nname: Outlet ${number}\n---\n`,
      ),
      'places/quay.md': '---\nname: The quay\n---\n',
    },
  );

  test('has the actors with most events, by group, and the number left out', () => {
    const { groups, more } = viewActors(context);
    const shown = groups.flatMap(({ actors }) => actors);
    expect(shown.map(({ id }) => id)).toContain('actor-777');
    expect(shown.length + more).toBe(context.archive.actors.length);
    expect(more).toBeGreaterThan(500);
  });

  test('has the top-level places, as their pages link to the rest', () => {
    const { entries, more } = viewPlaces(context);
    expect(entries.map(({ id }) => id)).toEqual(
      context.archive.places.filter(({ within }) => within === null).map(({ id }) => id),
    );
    expect(more).toBe(1000);
  });

  test('has the sources with most articles', () => {
    const { entries, more } = viewSources(context);
    expect(entries.map(({ id }) => id)).toContain('harbour-post');
    expect(entries.length + more).toBe(context.archive.sources.length);
  });
});

describe('viewCorrectionsOf(period, context)', () => {
  const mended = (count: number, date: (number: number) => string) =>
    `---\nname: Pilot\nkind: person\ncorrections:\n${Array.from(
      { length: count },
      (_, number) => `  - { date: ${date(number)}, reason: Mended ${number}. }\n`,
    ).join('')}---\n`;
  const create = (text: string, others: Record<string, string> = {}) =>
    createViewContext({ a: createDigest([day]) }, { 'actors/pilot.md': text, ...others });

  test('is one page if they fit', () => {
    const { parts, corrections } = viewCorrectionsOf(null, create(mended(20, () => '2024-08-01')));
    expect([parts, corrections.length]).toEqual([[], 20]);
  });

  test('is split by years and months if they don’t, without losing any', () => {
    const context = create(
      mended(120, (number) => (number < 20 ? '2023-02-01' : `2024-0${(number % 4) + 1}-01`)),
    );
    const all = viewCorrectionsOf(null, context);
    expect(all.parts.map(({ label, url, events }) => [label, url, events])).toEqual([
      ['2023', '/corrections/2023/', 20],
      ['2024', '/corrections/2024/', 100],
    ]);
    expect(all.corrections[0]?.date.datetime).toBe('2024-04-01');
    const leaves = ['2023', '2024-01', '2024-02', '2024-03', '2024-04'].flatMap(
      (period) => viewCorrectionsOf(period, context).corrections,
    );
    expect(leaves).toHaveLength(120);
    expect(viewCorrectionsOf('2024', context)).toMatchObject({ label: '2024', corrections: [] });
    expect(listAddresses(context.archive)).toEqual(
      expect.arrayContaining(['/corrections/2023/', '/corrections/2024/04/']),
    );
  });

  test('keeps published pages', () => {
    const context = create(
      mended(1, () => '2024-08-01'),
      {
        'permalinks.txt': '/corrections/2023/\n/corrections/2024/08/\n',
      },
    );
    expect(listAddresses(context.archive)).toContain('/corrections/2023/');
    expect(viewCorrectionsOf('2023', context).corrections).toEqual([]);
    expect(viewCorrectionsOf('2024-08', context).corrections).toHaveLength(1);
  });
});

describe('takeLast(items, room, weigh) and takeShown(links)', () => {
  test('take the last that fit, at least one, and count what they leave out', () => {
    expect(takeLast([1, 2, 3, 4], 7, (item) => item)).toEqual({ last: [3, 4], more: 2 });
    expect(takeLast([9], 1, (item) => item)).toEqual({ last: [9], more: 0 });
    expect(takeLast([], 1, () => 1)).toEqual({ last: [], more: 0 });
  });

  test('show the first of a card’s links, and never leave out a single one', () => {
    const list = (count: number) => Array.from({ length: count }, (_, index) => index);
    expect(takeShown(list(9))).toEqual({ shown: list(9), more: 0 });
    expect(takeShown(list(40))).toEqual({ shown: list(8), more: 32 });
  });
});
