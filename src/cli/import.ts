import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { getContentFolder } from '../collections/contentFolder.ts';
import { readContent } from '../collections/readContent.ts';
import { readKnown } from '../draft/known.ts';
import { decodePage } from '../draft/page/decodePage.ts';
import { importFiles, type Imported, type SourceFile } from '../import/importFiles.ts';
import { readColumnMap } from '../import/columnMap.ts';
import { listTaken } from '../import/listTaken.ts';
import { isRefusal, Refusal } from '../problems/refusal.ts';
import { renderProblem } from '../problems/report.ts';
import { findNewProblems, type NewProblems } from './newProblems.ts';
import { runCommand } from './runCommand.ts';
import { createEffects, printToday, type CommandEffects } from './commandEffects.ts';

const usage = `Usage: npm run import -- FILE [--dry-run | --write] [--source ID] [--map columns.yaml]
Creates digests from a TimelineJS timeline (CSV or JSON), from any CSV with the columns date and title, or from
the data of a built site: articles.json with events.json and actors.json, or events.csv with claims.csv.
Without --write it only lists what it would write. --source is the source of rows that name none; --map is a file
with a line for each column, such as "title: Headline".
`;

/** Maximum size in bytes. */
const maxFileBytes = 50_000_000;

/**
 * Creates digests from tables. Returns the exit code: 0 if they were or would be written; 1 if a row cannot be
 * read or the check would report an error, in which case nothing is written; 2 if the arguments are wrong.
 */
export function runImport(args: readonly string[], effects: CommandEffects): number {
  try {
    return importTables(args, effects);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    effects.printError(`${error.message}\n`);
    return 2;
  }
}

function importTables(args: readonly string[], effects: CommandEffects): number {
  const flags = readFlags(args);
  if (flags === null) {
    effects.print(usage);
    return 0;
  }
  const folder = getContentFolder(effects.env);
  const files = readContent(folder, effects.disk);
  const known = readKnown(files, folder);
  const { source } = flags;
  if (source !== undefined && !known.hasSource(source))
    throw new Refusal(`No source is called "${source}": npm run new -- source adds one.`);
  const imported = importFiles(
    flags.files.map((file) => readSource(file, effects)),
    known,
    {
      map: flags.map === undefined ? new Map() : readColumnMap(readText(flags.map, effects)),
      source: source ?? null,
      today: effects.today,
      hasSite: files.some(({ path }) => path === 'site.md'),
      present: new Set(files.map(({ path }) => path)),
      existing: listTaken(files, known),
    },
  );
  if (typeof imported === 'string') throw new Refusal(imported);
  const newProblems = findNewProblems(files, folder, imported.files);
  const isSound = imported.faults.length === 0 && newProblems.errors.length === 0;
  if (flags.write && isSound) write(imported, folder, effects);
  effects.print(report(imported, newProblems, folder, flags.write && isSound));
  return isSound ? 0 : 1;
}

interface Flags {
  readonly files: readonly string[];
  readonly write: boolean;
  readonly source: string | undefined;
  readonly map: string | undefined;
}

/** Returns the flags, or null to print the usage. */
function readFlags(args: readonly string[]): Flags | null {
  const boolean = { type: 'boolean' } as const;
  const string = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': boolean,
        write: boolean,
        source: string,
        map: string,
        help: { ...boolean, short: 'h' },
      },
    });
    if (values.help) return null;
    if (positionals.length === 0) throw new Refusal(`No file was given.\n${usage}`);
    if (values.write && values['dry-run'])
      throw new Refusal('Unexpected --write with --dry-run, expected only one of them.');
    return {
      files: positionals,
      write: values.write === true,
      source: values.source,
      map: values.map,
    };
  } catch (error) {
    if (isRefusal(error) || !(error instanceof TypeError)) throw error;
    throw new Refusal(`${error.message}\n${usage}`);
  }
}

function readSource(file: string, effects: CommandEffects): SourceFile {
  return { name: basename(file), text: readText(file, effects) };
}

/**
 * Returns the text of a file in the encoding of its byte order mark, or else in UTF-8: spreadsheets also
 * write UTF-16.
 */
function readText(file: string, effects: CommandEffects): string {
  let bytes: Uint8Array;
  try {
    bytes = effects.disk.read(file, maxFileBytes + 1);
  } catch (error) {
    throw new Refusal(
      `${file} cannot be read (${error instanceof Error ? error.message : 'no reason given'}).`,
    );
  }
  if (bytes.length > maxFileBytes)
    throw new Refusal(`${file} is longer than ${maxFileBytes / 1_000_000} MB, the maximum.`);
  const text = decodePage(bytes, 'utf-8');
  if (text === undefined || text.includes('\u0000'))
    throw new Refusal(
      `${file} is not UTF-8 text: save the sheet as “CSV UTF-8” and give that file.`,
    );
  return text;
}

function write({ files }: Imported, folder: string, effects: CommandEffects): void {
  const existing = effects.createAll(
    files.map(({ path, text }) => ({ file: join(folder, path), text })),
  );
  if (existing !== null)
    throw new Refusal(`${existing} already exists and is never overwritten. Nothing was written.`);
}

function report(
  { files, faults, left, events }: Imported,
  { toWrite, errors }: NewProblems,
  folder: string,
  isWritten: boolean,
): string {
  const digests = files.filter(({ events: count }) => count > 0).length;
  const isSound = faults.length === 0 && errors.length === 0;
  const lines = [
    ...faults.map(
      ({ where, column, message }) =>
        `${where}${column === null ? '' : `, column "${column}"`}: ${message}`,
    ),
    ...errors.map(renderProblem),
    ...left,
    ...(isSound ? files : []).map(({ path, events: count }) =>
      count === 0 ? join(folder, path) : `${join(folder, path)}: ${countWords(count, 'event')}`,
    ),
    ...(isSound
      ? [
          `${countWords(events, 'event')} in ${countWords(digests, 'digest')}, ${countWords(toWrite.length, 'part')} left to write, ${left.length} not imported.`,
        ]
      : []),
    isWritten
      ? 'Written. npm run check lists each part left to write.'
      : isSound
        ? 'Nothing was written: add --write to write the files.'
        : `${countWords(faults.length + errors.length, 'fault')} to fix first. Nothing was written.`,
  ];
  return `${lines.join('\n')}\n`;
}

function countWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

if (import.meta.main) {
  process.exitCode = await runCommand(() =>
    runImport(process.argv.slice(2), createEffects(printToday(new Date()))),
  );
}
