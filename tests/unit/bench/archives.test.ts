import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { loadArchive } from '../../../src/collections/loadArchive.ts';
import { createContext } from '../../../src/views/page/createContext.ts';
import { viewEvent } from '../../../src/views/event/eventView.ts';
import { readConflictRows, type ConflictRow } from '../../bench/archives/conflict.ts';
import { printForeign, type ForeignEvent } from '../../bench/archives/content.ts';
import { readCurrentEvents, type CurrentEvent } from '../../bench/archives/wikipedia.ts';

const sample = (name: string) => readFileSync(join(import.meta.dirname, 'samples', name), 'utf8');

/** Returns the views of the events in another archive. */
function view(events: readonly ForeignEvent[]) {
  const texts = printForeign(events, { title: 'Of others', read: '2026-01-01' });
  const { archive, problems } = loadArchive(
    [...texts].map(([path, text]) => ({ path, file: path, bytes: Buffer.from(text) })),
    'content',
  );
  const stops = problems.filter(({ severity }) => severity === 'error');
  expect(stops).toEqual([]);
  const context = createContext(archive!, '/');
  return { archive: archive!, pages: archive!.events.map((event) => viewEvent(event, context)) };
}

describe('readCurrentEvents(entries)', () => {
  const entries = JSON.parse(sample('current-events.json')) as CurrentEvent[];
  const { archive, pages } = view(readCurrentEvents(entries));

  test('turns each entry into an event that each of its sources tells', () => {
    expect(pages.map(({ title, accounts }) => [title, accounts.length])).toEqual([
      ['The Ferry Workers’ Union ends its strike at Port Amber after nine days', 2],
      ['Voters in the Lowland Islands re-elect President Ines Varo', 1],
      ['A [landslide] closes the *only* road to Upper Quell; 2 villages are cut off', 1],
    ]);
    expect(archive.sources.map(({ name }) => name)).toEqual([
      'Amber Herald',
      'Coast Radio',
      'Wikipedia',
    ]);
  });

  test('keeps the day, the people involved, the story, and markup as plain text', () => {
    expect(pages.map(({ date }) => date.datetime)).toEqual([
      '2019-03-02',
      '2019-03-02',
      '2019-03-04',
    ]);
    expect(pages[0]?.actors.map(({ name }) => name)).toEqual([
      'Ferry Workers’ Union',
      'Port Amber Council',
    ]);
    expect(pages[0]?.accounts[0]?.html).toContain('Part of the story: Port Amber ferry strike.');
    expect(pages[2]?.accounts[0]?.html).toContain('[landslide] closes the *only* road');
  });
});

describe('readConflictRows(rows)', () => {
  const rows = parse<ConflictRow>(sample('conflict.csv'), { columns: true });
  const { pages } = view(readConflictRows(rows));

  test('keeps the precision of each row, in chronological order', () => {
    expect(pages.map(({ date, title }) => [date.label, title])).toMatchInlineSnapshot(`
      [
        [
          "6 May 2001",
          "Army of Norland and Red Hill Front clash at Bren, east bank",
        ],
        [
          "9–12 May 2001, day not known",
          "Army of Norland and Red Hill Front clash at Bren",
        ],
        [
          "14–20 May 2001, day not known",
          "Army of Norland and Red Hill Front clash at Sarn",
        ],
        [
          "June 2001",
          "Army of Norland and Red Hill Front clash at Sarn",
        ],
        [
          "From 1 to 3 July 2001",
          "Army of Norland and Valley Guard clash at Bren",
        ],
        [
          "2002",
          "Red Hill Front and Valley Guard clash at Upper Sarn",
        ],
      ]
    `);
    expect(pages.map(({ date }) => date.datetime)).toEqual([
      '2001-05-06',
      null,
      null,
      '2001-06',
      null,
      '2002',
    ]);
  });

  test('keeps the number of deaths, its bounds, and every source', () => {
    expect(pages[1]?.points.rows[0]?.on).toBe('How many died');
    expect(JSON.stringify(pages[1]?.points)).toContain('12 (at least 10, at most 20)');
    expect(pages[1]?.sources.map(({ name }) => name)).toEqual(['Hill Post', 'Norland Wire']);
  });
});
