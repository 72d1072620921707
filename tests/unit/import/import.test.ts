import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runImport } from '../../../src/cli/import.ts';
import { loadArchive } from '../../../src/collections/loadArchive.ts';
import { readContent } from '../../../src/collections/readContent.ts';
import { listCsv } from '../../../src/outputs/csv.ts';
import { printRecords, toWhole } from '../../../src/outputs/records.ts';
import { tables } from '../../../src/outputs/tables.ts';
import type { ContentFile } from '../../../src/parse/parseFile.ts';
import { createContext } from '../../../src/views/page/createContext.ts';
import { createEffects, type TestEffects } from '../cli/createEffects.ts';
import { researchCsv, timelineCsv, timelineJson } from './sheets.ts';

const post = '---\nname: The Harbour Post\nurl: https://harbour-post.example/\n---\n';

function run(
  files: Readonly<Record<string, string>>,
  ...args: string[]
): TestEffects & { code: number } {
  const effects = createEffects({ files: { 'content/sources/harbour-post.md': post, ...files } });
  const code = runImport(args, effects);
  return Object.assign(effects, { code });
}

describe('npm run import of a TimelineJS sheet', () => {
  const { files, said, code } = run({ 'sheet.csv': timelineCsv }, 'sheet.csv', '--write');
  const digest = files.get('content/articles/harbour-post-quay-closed.md') ?? '';
  const own = files.get('content/articles/own-research.md') ?? '';

  test('creates a digest for each article, and one for own research', () => {
    expect(code).toBe(0);
    expect(digest).toMatch(
      /^---\ntitle: # To write: .*\nsource: harbour-post\npublished: # To write: .*\nadded: 2024-06-01\nurl: https:\/\/www\.harbour-post\.example\/2024\/quay-closed\.html\n---\n/,
    );
    expect(own).toMatch(/^---\ntitle: Own research\nsource: # To write/);
    expect(said).toContain('5 events in 2 digests');
  });

  test('supports years BC, hours with AM and PM, ends and eras', () => {
    expect(own).toContain(
      'id: the-first-mole-is-built\ndate: -0043-03-15\nwhen: The Ides of March\nplace: port\n',
    );
    expect(digest).toContain(
      'id: the-quay-closes\ndate: 2024-05-10\ntime: 22:30\nwhen: late on Friday\npart-of: the-strike\nactors: harbour-police\n',
    );
    expect(digest).toContain('date: 2024-05-12\ntime: 00:05\n');
    expect(own).toContain('id: the-strike\ndate: 2024-05/2024-06\n');
    expect(own).toContain('id: talks\ndate: 2024-05-14/2024-05-16\npart-of: the-strike\n');
  });

  test('gives two events with the same headline different ids, and reports it', () => {
    expect(digest).toContain('id: the-quay-closes-2\n');
    expect(said).toContain('sheet.csv:7: "The quay closes" gets the id the-quay-closes-2');
  });

  test('converts HTML to Markdown, without pictures and scripts', () => {
    expect(digest).toContain(
      '**Night**\n\nBoats of the *police* lay at the mouth & waited.\n\n- four boats\n- no lorry\n',
    );
    expect(digest).toContain('Again.  [More](https://a.example/) x\n');
  });

  test('names what it does not import', () => {
    expect(said).toContain(
      'sheet.csv:3: the picture, video or embed https://pictures.example/mole.jpg is not imported.',
    );
    expect(said).toContain('sheet.csv:3: not imported: Media Credit, Media Caption.');
    expect(said).toContain(
      'sheet.csv:7: "Dockers" is not a known actor or place. npm run new -- actor --name "Dockers" adds one.',
    );
    expect(said).toContain('https://www.youtube.com/watch?v=1 is not imported.');
    expect(said).toContain('The title “The harbour strike” is not imported: site.md has one.');
  });

  test('leaves a prompt for what a sheet never states', () => {
    expect(own).toContain(
      '<!-- To write: how certain the article is (`certainty:`), and how the date is known (`basis:`). -->',
    );
  });

  test('creates site.md with the title if there is none', () => {
    const effects = createEffects({ files: { 'sheet.csv': timelineCsv }, folder: 'new' });
    for (const file of [...effects.files.keys()])
      if (/^new\/(?:site|actors)/.test(file)) effects.files.delete(file);
    expect(runImport(['sheet.csv', '--write'], effects), effects.said).toBe(0);
    expect(effects.files.get('new/site.md')).toContain('title: The harbour strike\n');
    expect(effects.files.get('new/site.md')).toContain('A week in the **port**.');
  });

  test.each([
    [
      ',Month',
      '2024,13,1,,,,,,,x',
      'sheet.csv:2, column "Year, Month, Day": Unexpected date "2024-13-1": there is no such month.',
    ],
    [',Month', '2023,2,29,,,,,,,x', 'there is no such day.'],
    [',Month', '0,,,,,,,,,x', 'there is no year 0: 1 BC is -1.'],
    [',Month', 'soon,,,,,,,,,x', 'expected a year such as 2024'],
    [',Month', '2024,,7,,,,,,,x', 'a day needs its month'],
    [
      ',Month',
      '2024,5,7,,2024,5,6,,,x',
      'column "End Year, End Month, End Day": Unexpected date "2024-5-6": it is before the start.',
    ],
    [',Month', '2024,5,7,13 PM,,,,,,x', 'column "Time": Unexpected time "13 PM"'],
    [',Month', '2024,5,7,,,,,,,"x', 'sheet.csv:'],
  ])('names an unreadable row by line and column, and writes nothing: %s %s', (_, row, message) => {
    const head = timelineCsv.split('\n')[0] ?? '';
    const good = '2024,5,1,,,,,,,Good';
    for (const text of [`${head}\n${row}\n${good}\n`, `${head}\r\n${row}\r\n${good}\r\n`]) {
      const {
        code: end,
        said: told,
        files: after,
      } = run({ 'sheet.csv': text }, 'sheet.csv', '--write');
      expect(told).toContain(message);
      expect(told).toContain('Nothing was written.');
      expect(end).toBe(1);
      expect([...after.keys()].filter((file) => file.includes('/articles/'))).toEqual([]);
    }
  });
});

describe('npm run import of a TimelineJS JSON', () => {
  test('supports ids, words for dates, hours and eras', () => {
    const { files, said, code } = run(
      { 'time.json': timelineJson },
      'time.json',
      '--write',
      '--source',
      'harbour-post',
    );
    const own = files.get('content/articles/own-research.md') ?? '';
    expect(code).toBe(0);
    expect(own).toContain('source: harbour-post\n');
    expect(own).toContain('id: old-days\ndate: -0049/-0039\n');
    expect(own).toContain('id: first-mole\ndate: -0043-03-15\nwhen: Ides\npart-of: old-days\n');
    expect(own).toContain('## The quay closes \\#1\n');
    expect(own).toContain('date: 2024-05-10\ntime: 22:05\n');
    expect(said).toContain('time.json: events[1]: not imported: autolink.');
  });

  test.each([
    ['{', 'time.json is not JSON'],
    ['{"events": [{"title": "x"}]}', 'but neither a TimelineJS timeline'],
  ])('explains why %s is no timeline', (text, message) => {
    const { code, complained } = run({ 'time.json': text }, 'time.json');
    expect(complained).toContain(message);
    expect(code).toBe(2);
  });
});

describe('npm run import of any sheet', () => {
  const map = 'date: Datum\ntitle: Headline\n';
  const imported = (flag: string) =>
    run(
      { 'sheet.csv': researchCsv, 'columns.yaml': map },
      'sheet.csv',
      '--map',
      'columns.yaml',
      flag,
    );

  test('reads names, claims, and dates in the column’s order, and joins rows of one event', () => {
    const { files, said } = imported('--write');
    const digest = files.get('content/articles/city-ledger-quay.md') ?? '';
    expect(digest).toContain('source: city-ledger\npublished: 2024-05-11\n');
    expect(digest).toContain(
      'id: quay-closed\ndate: 2024-05-10\nactors: harbour-police\nplace: port\n',
    );
    expect(digest).toContain(
      '```claim\non: How many boats\nby: ana-brandt\nanswer: four\nsays: Four boats lay there.\n```',
    );
    expect(digest).toMatch(
      /To write: the point that this claim answers[^>]*as: A fisherman\nsays: The police acted alone\./,
    );
    expect(said).toContain('sheet.csv:2: "Nobody Known" is not a known actor');
    expect(said).toContain('The columns Notes are not imported.');
  });

  test('only lists what it would write, without --write', () => {
    const { files, said, code } = imported('--dry-run');
    expect(said).toContain('Nothing was written: add --write to write the files.');
    expect(files.has('content/articles/city-ledger-quay.md')).toBe(false);
    expect(code).toBe(0);
  });

  test.each([
    ['date,title\n05/06/2024,x\n', 'column "date": Unexpected "05/06/2024", it has two readings'],
    ['date,title\nsoon,x\n', 'column "date": Unexpected "soon", expected a date such as'],
    ['date,title\n2024-05-10,\n', 'sheet.csv:2, column "title"'],
    ['date,title,event_id\n2024-05-10,x,quay-2024-05-10\n', 'column "event_id"'],
    ['date,title,certainty\n2024-05-10,x,sure\n', 'expected one of confirmed'],
    ['date,title,url\n2024-05-10,x,quay\n', 'column "url": Unexpected "quay", expected an address'],
    [
      'date,title,event_id\n2024-05-10,x,quay\n2024-05-11,x,quay\n',
      'sheet.csv:3: The event "quay" has another date, time or title in',
    ],
  ])('names what it can’t read: %j', (text, message) => {
    const { said, code } = run({ 'sheet.csv': text }, 'sheet.csv', '--write');
    expect(said).toContain(message);
    expect(code).toBe(1);
  });

  test.each([
    [
      ['sheet.csv'],
      'day,what\n1,2\n',
      'sheet.csv has no column "date" and "title"; its columns are day, what.',
    ],
    [
      ['sheet.csv', '--map', 'columns.yaml'],
      'day,what\n1,2\n',
      'has no column "Datum", which the map names',
    ],
    [['sheet.csv', '--source', 'nobody'], 'date,title\n', 'No source is called "nobody"'],
    [['sheet.csv', '--write', '--dry-run'], 'date,title\n', 'expected only one of them'],
    [[], '', 'No file was given'],
    [['sheet.csv', '--mpa', 'x'], '', 'Unknown option'],
    [['nothing.csv'], '', 'nothing.csv cannot be read'],
  ])('rejects %j', (args, text, message) => {
    const { complained, code } = run({ 'sheet.csv': text, 'columns.yaml': map }, ...args);
    expect(complained).toContain(message);
    expect(code).toBe(2);
  });

  test('reports the unknown key of a map', () => {
    const { complained } = run(
      { 'sheet.csv': researchCsv, 'm.yaml': 'headline: X' },
      'sheet.csv',
      '--map',
      'm.yaml',
    );
    expect(complained).toContain('Unexpected "headline" in the map, expected "title".');
  });

  test('never overwrites a file', () => {
    const effects = imported('--write');
    const before = new Map(effects.files);
    expect(runImport(['sheet.csv', '--map', 'columns.yaml', '--write'], effects)).toBe(1);
    expect(effects.files).toEqual(before);
  });
});

test('reports an unknown name once with its rows, and takes an article’s title from its column', () => {
  const rows = [1, 2, 3, 4, 5].map(
    (day) => `2024-05-0${day},Day ${day},"Dockers; Dockers",A title`,
  );
  const { said, files, code } = run(
    { 'sheet.csv': ['date,title,actors,article_title', ...rows].join('\n') },
    'sheet.csv',
    '--write',
    '--source',
    'harbour-post',
  );
  expect(code).toBe(0);
  expect(said.split('\n').filter((line) => line.includes('Dockers'))).toEqual([
    'sheet.csv:2, sheet.csv:3, sheet.csv:4 and 2 more: "Dockers" is not a known actor. npm run new -- actor --name "Dockers" adds one.',
  ]);
  expect(files.get('content/articles/own-research.md')).toMatch(/^---\ntitle: A title\n/);
});

test('reports only the unreadable row, and not what it would write', () => {
  const { said, code } = run({ 'sheet.csv': 'date,title\nsoon,A\n2024-05-01,B\n' }, 'sheet.csv');
  expect(code).toBe(1);
  expect(said).toMatch(/\n1 fault to fix first\. Nothing was written\.\n$/);
  expect(said).not.toContain('left to write');
});

describe('npm run import of our own tables', () => {
  const original = readContent(join(import.meta.dirname, '../../sites/harbour/content'));

  function printTables(files: readonly ContentFile[]) {
    const { archive, problems } = loadArchive(files, 'content');
    if (!archive) throw new Error(problems.map(({ message }) => message).join('\n'));
    const context = createContext(archive, '/');
    const print = (name: string) =>
      printRecords(
        toWhole(
          listCsv(
            tables.find((table) => table.name === name)!,
            context,
          ),
        ),
      );
    return {
      'events.csv': print('events'),
      'claims.csv': print('claims'),
    };
  }

  /** Fills in what no table states, as an editor would. */
  function complete(path: string, text: string): string {
    const file = original.find((one) => one.path === path);
    const written = Buffer.from(file?.bytes ?? []).toString();
    return ['title', 'published'].reduce((all, key) => {
      const line = new RegExp(`^${key}: .*$`, 'm');
      return all.replace(line, line.exec(written)?.[0] ?? '');
    }, text);
  }

  test('yields the same archive, once each article’s title and day are added', () => {
    const sheets = printTables(original);
    const effects = createEffects({ files: sheets, folder: 'copy' });
    for (const file of [...effects.files.keys()])
      if (file.startsWith('copy/')) effects.files.delete(file);
    const others = original.filter(({ path }) => !path.startsWith('articles/'));
    for (const { path, bytes } of others)
      effects.files.set(`copy/${path}`, Buffer.from(bytes).toString());
    expect(runImport(['events.csv', 'claims.csv', '--write'], effects)).toBe(0);
    const copy = readContent('copy', effects.disk).map((file) =>
      file.path.startsWith('articles/')
        ? { ...file, bytes: Buffer.from(complete(file.path, Buffer.from(file.bytes).toString())) }
        : file,
    );
    expect(printTables(copy)).toEqual(sheets);
  });
});
