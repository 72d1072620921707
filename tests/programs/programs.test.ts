import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFilesBelow } from '../../src/builder/generations.ts';
import { renderBibtex, renderCsl } from '../../src/outputs/citations/renderCitation.ts';
import { listLists } from '../../src/outputs/listFiles.ts';
import { printRecords } from '../../src/outputs/records.ts';
import { citeArticle, citeEvent, type CslItem } from '../../src/views/sharing/citationView.ts';
import { build, root } from '../sites/buildInto.ts';
import { createDigest, createViewContext } from '../unit/createViewContext.ts';

// What the site prints, as the programs read it that people use.

/** A digest that says this of its article. */
const digest = (more: string, published = '2024-06-30') =>
  createDigest(['id: a\ndate: 2024-05-10'])
    .replace('published: 2024-06-30', `published: ${published}`)
    .replace('source:', `${more}\nsource:`);
const online =
  'url: https://post.example/x\narchived: https://web.archive.org/web/20240701000000/https://post.example/x\n';

/** Articles whose bylines and dates are hard to cite. */
const bylines = createViewContext({
  particle: digest(`${online}by: Anna van der Berg`),
  pair: digest(`${online}by: Ahmed al-Rubaie and Lena Ortiz`),
  many: digest(`${online}by: Ana Um, Bo Dois, Cy Tres and Di Quatro`),
  office: digest(`${online}by: Reuters staff`),
  unsigned: digest(online.trim()),
  paper: digest('by: Lena Ortiz'),
  about: digest(`${online}by: Lena Ortiz`, '2024-06-27~'),
  doubted: digest(`${online}by: Lena Ortiz`, '2024-06-27?'),
  month: digest(`${online}by: Lena Ortiz`, '2024-06'),
  digit: digest(`${online}by: Lena Ortiz`, '2024-06-2X'),
  arabic: digest(`${online}language: ar\ntitle-en: The quay closes\nby: سلمى الرائد`).replace(
    'title: A digest',
    'title: إغلاق الرصيف',
  ),
});

let folder: string;
let out: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-programs-'));
  out = join(folder, 'site');
  const { status, stderr } = build({
    CONTENT: join(root, 'tests/sites/harbour/content'),
    OUT: out,
    SITE: 'https://harbour.example',
  });
  expect(status, stderr).toBe(0);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a program; returns all that it says. Fails where it ends badly. */
function run(program: string, args: readonly string[], env: Record<string, string> = {}): string {
  const { PATH = '' } = process.env;
  const ended = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH, HOME: folder, LANG: 'C.UTF-8', ...env },
  });
  expect(ended.status, `${program}: ${ended.stdout}${ended.stderr}`).toBe(0);
  return ended.stdout + ended.stderr;
}

describe('biber', () => {
  test('takes every citation without a warning, and keeps outlet and day', () => {
    const files = listFilesBelow(`${out}/`).filter((path) => path.endsWith('.bib'));
    expect(files.length).toBeGreaterThan(4);
    const all = files.map((path) => readFileSync(join(out, path), 'utf8'));
    // The same id may be that of an event and of an article.
    const named = all.map((text, index) => text.replace(/\{/, `{n${index}-`));
    writeFileSync(join(folder, 'all.bib'), named.join('\n'));
    const said = run('biber', ['--tool', '--validate-datamodel', 'all.bib']);
    expect(said.match(/^(?:WARN|ERROR).*/gm) ?? []).toEqual([]);
    const read = readFileSync(join(folder, 'all_bibertool.bib'), 'utf8');
    expect(read).toMatch(/JOURNALTITLE\s*=\s*\{The Harbour Post\}/i);
    expect(read.match(/^\s*DATE\s*=/gim)?.length).toBeGreaterThan(2);
  });

  test('takes each byline, date and script without a warning', () => {
    const { archive } = bylines;
    const all = archive.articles.map((article) => renderBibtex(citeArticle(article, bylines)));
    writeFileSync(join(folder, 'bylines.bib'), all.join('\n'));
    const said = run('biber', ['--tool', '--validate-datamodel', 'bylines.bib']);
    expect(said.match(/^(?:WARN|ERROR).*/gm) ?? []).toEqual([]);
    const read = readFileSync(join(folder, 'bylines_bibertool.bib'), 'utf8');
    expect(read).toMatch(/AUTHOR\s*=\s*\{van der Berg, Anna\}/i);
    expect(read).toContain('سلمى الرائد');
  });
});

// pandoc cites by the same styles as Zotero and Mendeley do; Debian has them by their names.
describe('pandoc', () => {
  const styles = '/usr/share/citation-style-language/styles';

  /** Returns what a style prints of each citation, in the order of the style; its quotation marks are those of the machine's English. */
  function cite(style: string, items: readonly CslItem[]): string[] {
    const file = join(folder, `${style}.json`);
    writeFileSync(file, JSON.stringify(items.flatMap((item) => JSON.parse(renderCsl(item)) as [])));
    const args = ['-f', 'csljson', '-t', 'plain', '--wrap=none', '--citeproc'];
    const lines = run('pandoc', [...args, `--csl=${styles}/${style}.csl`, file]).split('\n');
    return lines.filter((line) => line.trim() !== '').map((line) => line.replace(/[“”‘’"']/g, '"'));
  }

  /** As `cite`, of one article alone. */
  const citeOne = (style: string, id: string) =>
    cite(style, [citeArticle(bylines.archive.articleById.get(id)!, bylines)])[0];

  test.each([
    ['apa', 'van der Berg, A. (2024, June 30). A digest. The Harbour Post. https://post.example/x'],
    [
      'chicago-author-date',
      'Berg, Anna van der. 2024. "A Digest." The Harbour Post, June 30, 2024. https://post.example/x.',
    ],
    [
      'harvard-cite-them-right',
      'van der Berg, A. (2024) "A digest", The Harbour Post, 30 June. Available at: https://post.example/x (Accessed: 1 July 2024).',
    ],
  ])(
    'cites an article with its author, outlet and day in %s, and no archive as a house',
    (style, line) => {
      expect(citeOne(style, 'particle')).toBe(line);
    },
  );

  test.each([
    ['apa', 'pair', 'al-Rubaie, A., & Ortiz, L. (2024, June 30). A digest.'],
    ['apa', 'many', 'Um, A., Dois, B., Tres, C., & Quatro, D. (2024, June 30). A digest.'],
    ['apa', 'office', 'Reuters staff. (2024, June 30). A digest.'],
    ['apa', 'arabic', 'سلمى الرائد. (2024, June 30). إغلاق الرصيف.'],
    ['apa', 'unsigned', 'A digest. (2024, June 30). The Harbour Post.'],
    ['chicago-author-date', 'many', 'Um, Ana, Bo Dois, Cy Tres, and Di Quatro. 2024. "A Digest."'],
    ['chicago-author-date', 'unsigned', 'The Harbour Post. 2024. "A Digest," June 30, 2024.'],
    ['harvard-cite-them-right', 'pair', 'al-Rubaie, A. and Ortiz, L. (2024) "A digest"'],
    ['harvard-cite-them-right', 'many', 'Um, A. et al. (2024) "A digest"'],
    ['harvard-cite-them-right', 'paper', 'Ortiz, L. (2024) "A digest", The Harbour Post, 30 June.'],
  ])('in %s the article %s begins “%s”', (style, id, begin) => {
    expect(citeOne(style, id)?.slice(0, begin.length)).toBe(begin);
  });

  test.each([
    ['apa', 'about', '(ca. 2024, June)'],
    ['apa', 'doubted', '(ca. 2024, June)'],
    ['apa', 'month', '(2024, June)'],
    ['apa', 'digit', '(ca. 2024, June)'],
    // These print nothing of circa.
    ['chicago-author-date', 'about', 'The Harbour Post, June 2024.'],
    ['harvard-cite-them-right', 'about', 'The Harbour Post, June.'],
    ['harvard-cite-them-right', 'doubted', 'The Harbour Post, June.'],
  ])('%s prints no day of an article whose day is %s', (style, id, date) => {
    expect(citeOne(style, id)).toContain(date);
    expect(citeOne(style, id)).not.toMatch(/\b27\b/);
  });

  test('cites an event as a page of the site', () => {
    const [event] = bylines.archive.events;
    const line = cite('apa', [citeEvent(event!, bylines)]);
    expect(line).toEqual(['a. (2024, July 1). The Quay. http://localhost:4321/events/a/']);
  });
});

describe('sqlite3', () => {
  const ask = (sql: string) => run('sqlite3', ['-json', join(out, 'data/archive.sqlite'), sql]);

  test('opens the database, finds it whole and every key where it leads', () => {
    expect(JSON.parse(ask('PRAGMA integrity_check'))).toEqual([{ integrity_check: 'ok' }]);
    expect(ask('PRAGMA foreign_key_check')).toBe('');
  });

  // By its documentation and its code (1.0): it finds full-text search by this question, and links a row by each
  // foreign key of one column.
  test('is shaped as Datasette asks', () => {
    const search = ask(`SELECT name FROM sqlite_master WHERE rootpage = 0 AND tbl_name = 'search'
      AND sql LIKE '%VIRTUAL TABLE%USING FTS%'`);
    expect(JSON.parse(search)).toEqual([{ name: 'search' }]);
    const found = JSON.parse(
      ask(`SELECT count(*) AS count FROM search WHERE search MATCH 'quay'`),
    ) as { count: number }[];
    expect(found[0]?.count).toBeGreaterThan(0);
    const keys = JSON.parse(
      ask(`SELECT tables.name AS "table", keys.seq, keys."table" AS leads, keys."to"
        FROM sqlite_master AS tables, pragma_foreign_key_list(tables.name) AS keys
        WHERE tables.type = 'table'`),
    ) as { table: string; seq: number; leads: string; to: string }[];
    expect(keys.length).toBeGreaterThan(8);
    for (const { table, seq, leads, to } of keys) {
      expect([seq, to], table).toEqual([0, 'id']);
      const labels = JSON.parse(
        ask(`SELECT name FROM pragma_table_info('${leads}') WHERE name IN ('name', 'title')`),
      ) as unknown[];
      expect(labels, leads).toHaveLength(1);
    }
  });

  test('answers the questions of the data page as they stand there', () => {
    const html = readFileSync(join(out, 'data/index.html'), 'utf8');
    const queries = [...html.matchAll(/<pre[^>]*><code>(SELECT [\s\S]*?;)<\/code>/g)].map(
      ([, sql]) =>
        (sql ?? '').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&quot;', '"'),
    );
    expect(queries).toHaveLength(6);
    for (const sql of queries) expect(JSON.parse(ask(sql)), sql).not.toEqual([]);
  });
});

describe('pandas', () => {
  test('reads the events, and sorts them by their first day', () => {
    const script = `
import pandas, sys
events = pandas.read_csv(sys.argv[1])
assert list(events.columns)[0] == 'id', list(events.columns)
days = pandas.to_datetime(events['earliest'], errors='raise')
assert (days.dropna().diff().dropna() >= pandas.Timedelta(0)).mean() > 0.5
joined = pandas.read_csv(sys.argv[2]).merge(events, left_on='event', right_on='id')
assert len(joined) > 0
print(len(events))
`;
    const files = ['events', 'event_actors'].map((name) => join(out, `data/${name}.csv`));
    expect(Number(run('/usr/bin/python3', ['-c', script, ...files]))).toBeGreaterThan(2);
  });

  test('reads each table with the rows of the database, numbers as numbers and days before our era as text', () => {
    const table = (name: string) => join(out, `data/${name}.csv`);
    const names = ['sources', 'places', 'actors', 'articles', 'events', 'accounts', 'claims'];
    for (const name of names) {
      const script = `import pandas, sys; print(len(pandas.read_csv(sys.argv[1])))`;
      const [row] = JSON.parse(
        run('sqlite3', [
          '-json',
          join(out, 'data/archive.sqlite'),
          `SELECT count(*) AS n FROM ${name}`,
        ]),
      ) as [{ n: number }];
      expect(Number(run('/usr/bin/python3', ['-c', script, table(name)])), name).toBe(row.n);
    }
    const context = createViewContext(
      { old: createDigest(['id: caesar\ndate: -0043-03-15', 'id: salad\ndate: -004X']) },
      { 'places/port.md': '---\nname: Porto Velho\nat: -8.76, -63.9\n---\n' },
    );
    for (const name of ['events', 'places']) {
      const file = listLists(context).find(({ path }) => path === `data/${name}.csv`);
      writeFileSync(join(folder, `old-${name}.csv`), printRecords(file!.records()));
    }
    const script = `
import pandas
events = pandas.read_csv('old-events.csv')
assert sorted(events['date']) == ['-0043-03-15', '-004X'], list(events['date'])
assert '-0043-03-15' in list(events['earliest']), list(events['earliest'])
place = pandas.read_csv('old-places.csv').iloc[0]
print(place['latitude'] + place['longitude'])
`;
    expect(Number(run('/usr/bin/python3', ['-c', script]))).toBeCloseTo(-72.66);
  });
});

describe('calendars', () => {
  test('icalendar reads each event once, by an id that stays', () => {
    const script = `
import sys
from icalendar import Calendar
calendar = Calendar.from_ical(open(sys.argv[1], 'rb').read())
uids = [str(event['UID']) for event in calendar.walk('VEVENT')]
assert len(uids) == len(set(uids)) > 2
assert all(uid.startswith('tag:harbour.example,2024:/events/') for uid in uids), uids
assert str(calendar['REFRESH-INTERVAL']) in ('P1D', 'PT24H', 'PT86400S'), calendar['REFRESH-INTERVAL']
print(len(uids))
`;
    expect(
      Number(run('/usr/bin/python3', ['-c', script, join(out, 'calendar.ics')])),
    ).toBeGreaterThan(2);
  });

  test('icalendar and ical.js read that of each actor', () => {
    const files = listFilesBelow(`${out}/`).filter((path) => path.startsWith('calendar/actors/'));
    expect(files.length).toBeGreaterThan(2);
    for (const path of files) {
      const script = `
import sys
from icalendar import Calendar
calendar = Calendar.from_ical(open(sys.argv[1], 'rb').read())
print(len(calendar.walk('VEVENT')))
`;
      const calendar = new ICAL.Component(
        ICAL.parse(readFileSync(join(out, path), 'utf8')) as unknown[],
      );
      const events = calendar.getAllSubcomponents('vevent');
      expect(Number(run('/usr/bin/python3', ['-c', script, join(out, path)])), path).toBe(
        events.length,
      );
      for (const event of events)
        expect(new ICAL.Event(event).uid).toMatch(/^tag:harbour\.example,2024:\/events\//);
      for (const name of ['refresh-interval', 'x-published-ttl'])
        expect(calendar.getFirstPropertyValue(name), `${path} ${name}`).not.toBeNull();
    }
  });

  test('khal imports it, and shows an event on its day', () => {
    writeFileSync(
      join(folder, 'khal.conf'),
      `[calendars]\n[[news]]\npath = ${folder}/news\ntype = calendar\n[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = ${folder}/khal.db\n`,
    );
    const khal = (...args: string[]) => run('khal', ['-c', join(folder, 'khal.conf'), ...args]);
    khal('import', '--batch', '-a', 'news', join(out, 'calendar.ics'));
    expect(khal('list', '2024-05-01', '60d')).toContain('The quay closes');
  });
});
