import { printFrontMatter } from '../draft/frontMatterText.ts';
import type { Known } from '../draft/known.ts';
import type { Entry, Fault, Reading, UnknownName } from './entries.ts';
import { printDigests, type ImportedFile, type Taken } from './printDigests.ts';
import { isClaimsExport, isEventsExport, readExport } from './readExport.ts';
import { findMissing, readSheet, type ColumnMap } from './readSheet.ts';
import {
  isTimelineJs,
  isTimelineJsTable,
  readTimelineJs,
  readTimelineJsTable,
} from './readTimelineJs.ts';
import { printArchive } from './printArchive.ts';
import { isExportedArchive, readArchive, type JsonFile } from './readArchive.ts';
import { readTable, type Table } from './table.ts';

/** A file to import. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** What an import would write, and its messages. */
export interface Imported {
  readonly files: readonly ImportedFile[];
  readonly faults: readonly Fault[];
  readonly left: readonly string[];
  readonly events: number;
}

export interface ImportOptions {
  readonly map: ColumnMap;
  /** The source of rows without one. */
  readonly source: string | null;
  readonly today: string;
  readonly hasSite: boolean;
  /** The paths of existing content. */
  readonly present: ReadonlySet<string>;
  readonly existing: Taken;
}

/**
 * Returns the digests of one or more files: a TimelineJS timeline, a sheet of events, or our own data.
 * Otherwise returns an explanation of why the files are none of these.
 */
export function importFiles(
  files: readonly SourceFile[],
  known: Known,
  options: ImportOptions,
): Imported | string {
  const json = readJsonFiles(files);
  if (typeof json === 'string') return json;
  if (json?.length && !isTimelineJs(json[0]?.value) && isExportedArchive(json))
    return importArchive(json, options);
  const reading = readFiles(files, known, options.map);
  if (typeof reading === 'string') return reading;
  const left = [...reading.left, ...listUnknown(reading.unknown)];
  const faults = [...reading.faults];
  const entries = joinRows(reading.entries, faults);
  faults.push(...findDigested(entries, options.existing));
  const site = reading.site;
  if (site && options.hasSite)
    left.push(`The title “${site.title}” is not imported: site.md has one.`);
  const digests = faults.length > 0 ? [] : printDigests(entries, options.existing, options, left);
  return {
    files: [...(site && !options.hasSite ? [printSite(site)] : []), ...digests],
    faults,
    left,
    events: new Set(entries.map(({ id, where }) => id ?? where)).size,
  };
}

/** Returns the files as JSON, null if one of them is a table, or an explanation of why one can't be read. */
function readJsonFiles(files: readonly SourceFile[]): readonly JsonFile[] | string | null {
  const read: JsonFile[] = [];
  for (const { name, text } of files) {
    if (!/^\s*[[{]/.test(text)) return null;
    try {
      read.push({ name, value: JSON.parse(text) as unknown });
    } catch (error) {
      return `${name} is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`;
    }
  }
  return read;
}

/** Returns the files of a whole archive. Existing files are kept, except digests, which would conflict. */
function importArchive(json: readonly JsonFile[], { present }: ImportOptions): Imported | string {
  const archive = readArchive(json);
  if (typeof archive === 'string') return archive;
  if (!('articles' in archive)) return { files: [], faults: archive, left: [], events: 0 };
  const files = printArchive(archive);
  const isThere = ({ path, events }: ImportedFile) => events === 0 && present.has(path);
  return {
    files: files.filter((file) => !isThere(file)),
    faults: [],
    left: [
      ...files.filter(isThere).map(({ path }) => `${path} already exists and was not changed.`),
      'Not in the data, and not imported: pages/, theme.css, logo.svg, icons/, fonts/, permalinks.txt, and in site.md licence, head and analytics.',
      'When an editor last weighed a text (`reviewed`) is not in the data: npm run check names each text.',
    ],
    events: archive.events.length,
  };
}

function readFiles(files: readonly SourceFile[], known: Known, map: ColumnMap): Reading | string {
  const [file, second, ...more] = files;
  if (!file || more.length > 0) return 'Expected one file, or events.csv and claims.csv of a site.';
  if (/^\s*[[{]/.test(file.text)) return readJson(file, known);
  const tables = [file, ...(second ? [second] : [])].map(({ name, text }) => readTable(text, name));
  const faults = tables.filter((table): table is Fault => 'where' in table);
  if (faults.length > 0) return { entries: [], faults, left: [], unknown: [], site: null };
  const read = tables as Table[];
  const events = read.find(isEventsExport);
  const claims = read.find(isClaimsExport) ?? null;
  if (events && (read.length === 1 || claims)) return readExport(events, claims, known);
  if (claims) return `${file.name} has the claims of a site: give its events.csv too.`;
  const [table] = read;
  if (!table || second) return 'Expected one file, or events.csv and claims.csv of a site.';
  if (isTimelineJsTable(table) && map.size === 0) return readTimelineJsTable(table, known);
  const missing = findMissing(table, map);
  return missing === undefined ? readSheet(table, map, known) : `${file.name} ${missing}.`;
}

function readJson({ name, text }: SourceFile, known: Known): Reading | string {
  const value: unknown = JSON.parse(text);
  return isTimelineJs(value)
    ? readTimelineJs(value, name, known)
    : `${name} is JSON, but neither a TimelineJS timeline (a list \`events\`, each with a \`start_date\`) nor the data of a built site.`;
}

/** Returns a line for each unknown name: where it occurs, and the command that adds it. */
function listUnknown(names: readonly UnknownName[]): string[] {
  const groups = Map.groupBy(names, ({ kind, name }) => `${kind} ${name}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { kind, name } = first;
    const rows = [...new Set(group.map(({ where }) => where))];
    const places = `${rows.slice(0, 3).join(', ')}${rows.length > 3 ? ` and ${rows.length - 3} more` : ''}`;
    const what = kind === 'group' ? 'actor or place' : kind;
    const command = `npm run new -- ${kind === 'group' ? 'actor' : kind} --name ${JSON.stringify(name)}`;
    return [`${places}: "${name}" is not a known ${what}. ${command} adds one.`];
  });
}

/** Joins the rows of one event in one digest, as each may add a claim. Contradictory rows are a fault. */
function joinRows(entries: readonly Entry[], faults: Fault[]): Entry[] {
  const rows = new Map<string, Entry>();
  for (const entry of entries) {
    const key = entry.id === null ? entry.where : `${entry.digest.key} ${entry.id}`;
    const before = rows.get(key);
    if (!before) rows.set(key, entry);
    else if (isSame(before, entry))
      rows.set(key, {
        ...before,
        text: before.text === entry.text ? before.text : `${before.text}\n\n${entry.text}`.trim(),
        statements: [...before.statements, ...entry.statements],
      });
    else
      faults.push({
        where: entry.where,
        column: null,
        message: `The event "${entry.id ?? ''}" has another date, time or title in ${before.where}, for the same article. Expected the same in both.`,
      });
  }
  return [...rows.values()];
}

function isSame(a: Entry, b: Entry): boolean {
  return a.date === b.date && a.time === b.time && a.title === b.title;
}

/** A second digest of an article would count as a second witness. */
function findDigested(entries: readonly Entry[], { addresses }: Taken): Fault[] {
  return entries.flatMap(({ where, digest }) => {
    const file = digest.url === null ? undefined : addresses.get(digest.url);
    return file === undefined
      ? []
      : [
          {
            where,
            column: null,
            message: `${digest.url ?? ''} already has a digest, ${file}. Remove the row, or add its event there.`,
          },
        ];
  });
}

function printSite({
  title,
  text,
}: {
  readonly title: string;
  readonly text: string;
}): ImportedFile {
  const frontMatter = printFrontMatter([
    { key: 'title', value: title, toWrite: 'the site’s title' },
    { key: 'language', value: null, toWrite: 'the language it is written in, such as en' },
    { key: 'time-zone', value: null, toWrite: 'where its days begin, such as Europe/Lisbon' },
  ]);
  return { path: 'site.md', text: `${frontMatter}\n${text}\n`, events: 0 };
}
