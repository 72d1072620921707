import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { checkFiles } from '../../src/build/checkContent.ts';
import { reportFresh, reportMoved } from '../../src/build/checkPermalinks.ts';
import { findDeadLinks, type LinkAnswer } from '../../src/build/linkAnswers.ts';
import { disk, readContent } from '../../src/collections/readContent.ts';
import { renderActorsJson } from '../../src/outputs/actorsJson.ts';
import { renderCalendar } from '../../src/outputs/calendar.ts';
import { renderEventsJson } from '../../src/outputs/eventsJson.ts';
import { listOutsideAddresses } from '../../src/parse/outsideAddresses.ts';
import type { ContentFile } from '../../src/parse/parseFile.ts';
import { problemKinds } from '../../src/problems/kinds.ts';
import { renderReport } from '../../src/problems/report.ts';
import { viewAgenda } from '../../src/views/data/agendaView.ts';
import { createContext } from '../../src/views/page/createContext.ts';

// Each folder of cases/ is a test: its `content/`, laid over base/, gives `problems.txt`, and where no error
// stands in the way `events.json` and `actors.json`, and a `calendar.ics` in a case that has one. A `links.json` says how the outside answers each address,
// as if the links were asked about. `UPDATE=1` writes what is expected; CI never does.

const here = import.meta.dirname;
const cases = readdirSync(join(here, 'cases')).sort();
/** When each case is checked. */
const now = Date.UTC(2026, 11, 1);
const update = process.env.UPDATE === '1' && !process.env.CI;

describe.each(cases)('golden case %s', (name) => {
  const files = readCase(name);

  test('gives the expected problems, events and actors', () => {
    for (const [file, text] of Object.entries(render(name, files))) {
      const path = join(here, 'cases', name, file);
      // A calendar is kept where a case has one.
      if (file !== 'calendar.ics' || existsSync(path)) expectFile(path, text);
    }
  });

  test('gives the same whatever the order of the files', () => {
    const backwards = render(name, [...files].reverse());
    const turned = render(name, [...files.slice(files.length / 2), ...files.slice(0, files.length / 2)]);
    expect(backwards).toEqual(render(name, files));
    expect(turned).toEqual(render(name, files));
  });
});

// On both sides of the equator, far from UTC on either side, with half hours, and where clocks change.
const zones = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Santiago'];

test('every golden case is the same in six time zones of the machine', async () => {
  // Files at the limits of what is read hold no dates, and take most of the time.
  const all = cases.filter((name) => name !== 'too-large').map((name) => ({ name, files: readCase(name) }));
  const renderAll = (tools: Tools) => all.map(({ name, files }) => ({ name, ...render(name, files, tools) }));
  const { TZ } = process.env;
  const expected = renderAll(ours);
  const noons = new Set<number>();
  try {
    for (const zone of zones) {
      process.env.TZ = zone;
      noons.add(new Date(2024, 6, 1, 12).getTime());
      // Loaded anew, so that nothing is kept from another zone.
      vi.resetModules();
      expect(renderAll(await loadTools()), zone).toEqual(expected);
    }
  } finally {
    process.env.TZ = TZ;
  }
  // Each was in truth the machine's zone.
  expect(noons.size).toBe(zones.length);
}, 300_000);

describe('problemKinds', () => {
  test.each(Object.keys(problemKinds))('%s has a golden case', (kind) => {
    const reports = cases.map((name) => readFileSync(join(here, 'cases', name, 'problems.txt'), 'utf8'));
    expect(reports.some((report) => new RegExp(`^\\S+:\\d+:\\d+  ${kind}( |$)`, 'm').test(report))).toBe(true);
  });

  test.each(Object.keys(problemKinds))('%s has its heading in content/README.md', (kind) => {
    const guide = readFileSync(join(here, '../../content/README.md'), 'utf8');
    expect(guide).toMatch(new RegExp(`^#+ .*\`${kind}\``, 'm'));
  });
});

test('every message that content/README.md shows is one that a golden case gives', () => {
  const given = new Set(cases.flatMap((name) => readFileSync(join(here, 'cases', name, 'problems.txt'), 'utf8').split('\n')));
  const guide = readFileSync(join(here, '../../content/README.md'), 'utf8');
  const shown = guide.split('\n').filter((line) => /^content\/\S+:\d+:\d+ {2}/.test(line));
  expect(shown.length).toBeGreaterThan(30);
  expect(shown.filter((line) => !given.has(line))).toEqual([]);
});

/** Returns the files of a case laid over those of base/; a case's empty file takes the base's away. */
function readCase(name: string): ContentFile[] {
  const over = readContent(join(here, 'cases', name, 'content'), disk);
  const taken = new Set(over.map(({ path }) => path));
  const base = readContent(join(here, 'base'), disk).filter(({ path }) => !taken.has(path));
  const own = over.filter(({ bytes, unreadable }) => bytes.length > 0 || unreadable !== undefined);
  return [...base, ...own].map((file) => ({ ...file, file: `content/${file.path}` }));
}

function readAnswers(name: string): Map<string, LinkAnswer> {
  const file = join(here, 'cases', name, 'links.json');
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, LinkAnswer>));
}

/** What a case is rendered with. */
const ours = { checkFiles, createContext, renderActorsJson, renderCalendar, renderEventsJson, viewAgenda };
type Tools = typeof ours;

async function loadTools(): Promise<Tools> {
  return {
    ...(await import('../../src/build/checkContent.ts')),
    ...(await import('../../src/views/page/createContext.ts')),
    ...(await import('../../src/outputs/actorsJson.ts')),
    ...(await import('../../src/outputs/calendar.ts')),
    ...(await import('../../src/outputs/eventsJson.ts')),
    ...(await import('../../src/views/data/agendaView.ts')),
  };
}

function render(
  name: string,
  files: readonly ContentFile[],
  { checkFiles, createContext, renderActorsJson, renderCalendar, renderEventsJson, viewAgenda }: Tools = ours,
): Record<string, string | undefined> {
  const { archive, problems, fresh, filesRead } = checkFiles(files, 'content', { now });
  // Where a build is to be deployed, addresses must be listed first.
  const refused =
    name.endsWith('-ci') && archive
      ? [...reportFresh(fresh, 'content/permalinks.txt'), ...reportMoved(archive, '/')]
      : [];
  const dead = findDeadLinks(files.flatMap(listOutsideAddresses), readAnswers(name));
  const context = archive && createContext(archive, '/');
  return {
    'problems.txt': `${renderReport([...problems, ...refused, ...dead], filesRead)}\n`,
    'events.json': context ? renderEventsJson(context) : undefined,
    'actors.json': context ? renderActorsJson(context) : undefined,
    'calendar.ics': context ? renderCalendar(viewAgenda(context)) : undefined,
  };
}

function expectFile(file: string, text: string | undefined): void {
  if (update) {
    if (text === undefined) rmSync(file, { force: true });
    else writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(text);
}
