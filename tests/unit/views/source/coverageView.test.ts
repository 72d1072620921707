import { describe, expect, test } from 'vitest';
import { viewCoverage, viewOutletAmong } from '../../../../src/views/source/coverageView.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

/** Returns a context with outlets whose events are given as `ID` or `ID CERTAINTY`. */
function view(outlets: Readonly<Record<string, readonly string[]>>) {
  const sources = Object.keys(outlets).map((id) => [
    `sources/${id}.md`,
    `---\nname: The ${id}\n---\n`,
  ]);
  const digests = Object.entries(outlets).map(([source, events]) => [
    `by-${source}`,
    createDigest(
      events.map((event) => {
        const [id, certainty] = event.split(' ');
        return `id: ${id ?? ''}\ndate: 2024-05-10\ncertainty: ${certainty ?? 'reported'}`;
      }),
      source,
    ),
  ]);
  return createViewContext(
    Object.fromEntries(digests) as Record<string, string>,
    Object.fromEntries(sources) as Record<string, string>,
  );
}

const many = (count: number, events: readonly string[]) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`o${index}`, events]));

describe('viewCoverage(context)', () => {
  const context = view({ one: ['a confirmed', 'b', 'c'], two: ['a', 'd purported'] });
  const coverage = viewCoverage(context);

  test('has the outlets with most events first, and how many only each has', () => {
    expect(coverage?.outlets.map(({ name, events, alone }) => [name, events, alone])).toEqual([
      ['The one', 3, 2],
      ['The two', 2, 1],
    ]);
    expect(coverage?.summary).toBe(
      '4 events in 2 articles from 2 outlets: 3 reported by one outlet only, 1 by both.',
    );
  });

  test('with two outlets, states what only the other has', () => {
    expect(coverage?.outlets.map(({ otherOnly }) => otherOnly)).toEqual([
      'the 1 event that only The two reports',
      'the 2 events that only The one reports',
    ]);
  });

  test('has a confirmed statement on record, as everywhere', () => {
    const record = createViewContext({
      a: createDigest(['id: a\ndate: 2024-05-10\nkind: statement\ncertainty: confirmed']),
      b: createDigest(['id: b\ndate: 2024-05-11\ncertainty: confirmed'], 'city-ledger'),
    });
    const table = viewCoverage(record)?.table;
    expect(table?.rows.map(({ cells }) => cells.find((cell) => cell)?.words)).toEqual([
      'on record, only here',
      'confirmed, only here',
    ]);
    expect(table?.marks).toEqual(['confirmed', 'said']);
  });

  test('gives each outlet its own certainty, and marks what only one has', () => {
    const rows = coverage?.table.rows.map(({ id, outlets, cells }) => {
      return [id, outlets, ...cells.map((cell) => cell && [cell.mark, cell.isOnly])];
    });
    expect(rows).toEqual([
      ['a', 2, ['confirmed', false], ['reported', false]],
      ['b', 1, ['reported', true], null],
      ['c', 1, ['reported', true], null],
      ['d', 1, null, ['purported', true]],
    ]);
    expect(coverage?.table.marks).toEqual(['confirmed', 'reported', 'purported']);
  });

  test('uses the most certain of an outlet’s accounts', () => {
    const twice = view({ one: ['a purported', 'b'], two: ['a'] });
    const digest = createDigest(['id: a\ndate: 2024-05-10\ncertainty: confirmed'], 'one');
    const files = Object.fromEntries(
      ['one', 'two'].map((id) => [`sources/${id}.md`, `---\nname: The ${id}\n---\n`]),
    );
    const other = createViewContext(
      {
        first: createDigest(['id: a\ndate: 2024-05-10\ncertainty: purported'], 'one'),
        second: digest,
        third: createDigest(['id: a\ndate: 2024-05-10'], 'two'),
      },
      files,
    );
    expect(viewCoverage(twice)?.table.rows[0]?.cells[0]?.mark).toBe('purported');
    expect(viewCoverage(other)?.table.rows[0]?.cells[0]?.mark).toBe('confirmed');
  });

  test('with more than two outlets, lists what at least two others have, most first', () => {
    const three = view({
      one: ['a', 'b', 'x'],
      two: ['a', 'b', 'c'],
      three: ['b', 'c'],
      four: ['b', 'c'],
    });
    const outlet = viewCoverage(three)?.outlets.find(({ id }) => id === 'one');
    expect(outlet?.leavesOut.map(({ id, count }) => [id, count])).toEqual([['c', 'in 3 outlets']]);
    expect(outlet?.only.map(({ id }) => id)).toEqual(['x']);
    expect(outlet?.otherOnly).toBeNull();
  });

  test('gives up to ten outlets a column each, and combines the rest in one', () => {
    const ten = viewCoverage(view(many(10, ['a'])))?.table;
    expect(ten?.columns).toHaveLength(10);
    const table = viewCoverage(view({ ...many(13, ['a', 'b']), last: ['c'] }))?.table;
    expect(table?.columns).toHaveLength(10);
    expect(table?.columns.at(-1)).toEqual({ name: '5 others', url: null, events: 3 });
    const a = table?.rows.find(({ id }) => id === 'a');
    expect(a?.cells.at(-1)?.count).toBe(4);
  });

  test('with more than a hundred events, shows those that most outlets have, and says so', () => {
    const all = Array.from({ length: 130 }, (_, index) => `e${index}`);
    const table = viewCoverage(view({ one: all, two: all.slice(100) }))?.table;
    expect(table?.rows).toHaveLength(100);
    expect(table?.rows.filter(({ outlets }) => outlets === 2)).toHaveLength(30);
    expect(table?.note).toBe('The 100 most widely reported events, out of 130.');
  });

  test('with more outlets than columns, shows only events that several have', () => {
    const context = view({ ...many(12, ['shared']), last: ['alone'] });
    expect(viewCoverage(context)?.table.rows.map(({ id }) => id)).toEqual(['shared']);
    const apart = view(
      Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`o${at}`, [`e${at}`]])),
    );
    expect(viewCoverage(apart)?.table.rows).toHaveLength(12);
  });

  test('names the outlet in the column of the others if only one of them has an event', () => {
    const context = view({ ...many(9, ['a', 'b', 'c']), x: ['a', 'b'], y: ['b'] });
    const cells = viewCoverage(context)?.table.rows.map(({ cells: row }) => row.at(-1));
    expect(cells?.map((cell) => [cell?.count, cell?.outlet])).toEqual([
      [null, 'The x'],
      [2, null],
      [undefined, undefined],
    ]);
  });

  test('lists what only one outlet has: the latest first, then what is to come and the background', () => {
    const context = createViewContext(
      {
        a: createDigest(
          [
            'id: old\ndate: 2024-01-10',
            'id: first\ndate: 2024-05-10',
            'id: last\ndate: 2024-05-12',
            'id: next\ndate: 2024-06-01\ncertainty: planned',
          ],
          'one',
        ),
        b: createDigest(['id: other\ndate: 2024-05-11'], 'two'),
      },
      {
        'sources/one.md': '---\nname: One\n---\n',
        'sources/two.md': '---\nname: Two\n---\n',
      },
    );
    expect(viewCoverage(context)?.outlets[0]?.only.map(({ id }) => id)).toEqual([
      'last',
      'first',
      'next',
      'old',
    ]);
  });

  test('is null if there is only one outlet', () => {
    const one = view({ one: ['a'] });
    expect(viewCoverage(one)).toBeNull();
    expect(viewOutletAmong(one.archive.sourceById.get('one')!, 5, one)).toBeNull();
  });
});
