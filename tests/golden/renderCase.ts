import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiles } from '../../src/checks/checkContent.ts';
import { reportFresh, reportMoved } from '../../src/checks/checkPermalinks.ts';
import { findDeadLinks, type LinkAnswer } from '../../src/links/linkAnswers.ts';
import { disk, readContent } from '../../src/collections/readContent.ts';
import { renderActorsJson } from '../../src/outputs/actorsJson.ts';
import { renderCalendar } from '../../src/outputs/calendar.ts';
import { renderEventsJson } from '../../src/outputs/eventsJson.ts';
import { listOutsideAddresses } from '../../src/parse/outsideAddresses.ts';
import { parseFile, type ContentFile, type ParsedFile } from '../../src/parse/parseFile.ts';
import { renderReport } from '../../src/problems/report.ts';
import { viewAgenda } from '../../src/views/data/agendaView.ts';
import { createContext } from '../../src/views/page/createContext.ts';

const here = import.meta.dirname;

/** The names of all golden cases, sorted. */
export const cases = readdirSync(join(here, 'cases')).sort();

/** The moment at which each case is checked. */
const now = Date.UTC(2026, 11, 1);

const base = readFiles(join(here, 'base'));

/** Returns the files of base/, overlaid with those of a case; an empty file removes the base's. */
export function readCase(name: string): ContentFile[] {
  const over = readFiles(join(here, 'cases', name, 'content'));
  const taken = new Set(over.map(({ path }) => path));
  const own = over.filter(({ bytes, unreadable }) => bytes.length > 0 || unreadable !== undefined);
  return [...base.filter(({ path }) => !taken.has(path)), ...own];
}

function readFiles(folder: string): ContentFile[] {
  return readContent(folder, disk).map((file) => ({ ...file, file: `content/${file.path}` }));
}

function readAnswers(name: string): Map<string, LinkAnswer> | undefined {
  const file = join(here, 'cases', name, 'links.json');
  if (!existsSync(file)) return undefined;
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, LinkAnswer>));
}

/** The modules that render a case. */
export interface Tools {
  readonly checkFiles: typeof checkFiles;
  readonly createContext: typeof createContext;
  readonly parse: (file: ContentFile) => ParsedFile;
  readonly renderActorsJson: typeof renderActorsJson;
  readonly renderCalendar: typeof renderCalendar;
  readonly renderEventsJson: typeof renderEventsJson;
  readonly viewAgenda: typeof viewAgenda;
}

const ours: Tools = {
  checkFiles,
  createContext,
  parse: parseOnce(parseFile),
  renderActorsJson,
  renderCalendar,
  renderEventsJson,
  viewAgenda,
};

/** Loads the modules that render a case; after `vi.resetModules()` they share nothing with earlier ones. */
export async function loadTools(): Promise<Tools> {
  return {
    ...(await import('../../src/checks/checkContent.ts')),
    ...(await import('../../src/views/page/createContext.ts')),
    ...(await import('../../src/outputs/actorsJson.ts')),
    ...(await import('../../src/outputs/calendar.ts')),
    ...(await import('../../src/outputs/eventsJson.ts')),
    ...(await import('../../src/views/data/agendaView.ts')),
    parse: parseOnce((await import('../../src/parse/parseFile.ts')).parseFile),
  };
}

/** Returns a parser that parses each file once: most cases share the files of base/. */
function parseOnce(parse: (file: ContentFile) => ParsedFile): (file: ContentFile) => ParsedFile {
  const parsed = new WeakMap<ContentFile, ParsedFile>();
  return (file) => {
    const known = parsed.get(file) ?? parse(file);
    parsed.set(file, known);
    return known;
  };
}

/** Returns the results of a case, by the names of its expected files. */
export function renderCase(
  name: string,
  files: readonly ContentFile[],
  tools: Tools = ours,
): Record<string, string | undefined> {
  const { archive, problems, fresh, filesRead } = tools.checkFiles(files, 'content', {
    parse: tools.parse,
    now,
  });
  // A build for deployment requires listed addresses.
  const refused =
    name.endsWith('-ci') && archive
      ? [...reportFresh(fresh, 'content/permalinks.txt'), ...reportMoved(archive, '/')]
      : [];
  const answers = readAnswers(name);
  // Addresses are only read where something answers them: it takes as long as all else.
  const dead = answers ? findDeadLinks(files.flatMap(listOutsideAddresses), answers) : [];
  const context = archive && tools.createContext(archive, '/');
  return {
    'problems.txt': `${renderReport([...problems, ...refused, ...dead], filesRead)}\n`,
    'events.json': context ? tools.renderEventsJson(context) : undefined,
    'actors.json': context ? tools.renderActorsJson(context) : undefined,
    'calendar.ics': context ? tools.renderCalendar(tools.viewAgenda(context)) : undefined,
  };
}
