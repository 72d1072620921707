import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFilesBelow } from '../../src/build/generations.ts';
import { build, root } from '../sites/buildInto.ts';

// What the site prints, as the programs read it that people use.

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
});

describe('sqlite3', () => {
  const ask = (sql: string) => run('sqlite3', ['-json', join(out, 'data/archive.sqlite'), sql]);

  test('opens the database, finds it whole and every key where it leads', () => {
    expect(JSON.parse(ask('PRAGMA integrity_check'))).toEqual([{ integrity_check: 'ok' }]);
    expect(ask('PRAGMA foreign_key_check')).toBe('');
  });

  test('answers the questions of the data page as they stand there', () => {
    const html = readFileSync(join(out, 'data/index.html'), 'utf8');
    const queries = [...html.matchAll(/<pre><code>(SELECT [\s\S]*?;)<\/code>/g)].map(([, sql]) =>
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
