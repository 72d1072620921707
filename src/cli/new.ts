import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { getContentFolder } from '../collections/contentFolder.ts';
import { readContent } from '../collections/readContent.ts';
import { readKnown } from '../draft/known.ts';
import {
  checkAnswer,
  checkId,
  getNewPath,
  isSingle,
  newKinds,
  printNewFile,
  questions,
  type NewKind,
} from '../draft/newFile.ts';
import type { ContentFile } from '../parse/parseFile.ts';
import { isRefusal, Refusal } from '../problems/refusal.ts';
import { renderProblem } from '../problems/report.ts';
import { askAll, askEventId, askId, type Answers } from './askEditor.ts';
import { findNewProblems, type AddedFile } from './newProblems.ts';
import { runCommand } from './runCommand.ts';
import { runRefusable } from './runRefusable.ts';
import { createEffects, printToday, type CommandEffects } from './commandEffects.ts';

/**
 * Creates a file of the content folder from flags and, at a terminal, from an editor's answers. Returns the
 * exit code: 0 if it was written, 2 if nothing was.
 */
export function runNew(args: readonly string[], effects: CommandEffects): Promise<number> {
  return runRefusable(() => addFiles(args, effects), effects);
}

async function addFiles(args: readonly string[], effects: CommandEffects): Promise<string> {
  const kind = readKind(args);
  const flags = readFlags(kind, args);
  if (flags.help !== undefined) return printUsage(kind);
  const folder = getContentFolder(effects.env);
  const files = readFiles(kind, folder, effects);
  const refuseId = createIdCheck(kind, files);
  refuseWrongFlags(kind, flags, refuseId);
  refuseMissingFlags(kind, flags, effects);
  const added = await askForFiles({ kind, flags, folder, files, effects, refuseId });
  const { toWrite, errors } = findNewProblems(files, folder, added);
  if (errors.length > 0)
    throw new Refusal([...errors.map(renderProblem), 'Nothing was written.'].join('\n'));
  const written = added.map(({ path, text }) => ({ file: join(folder, path), text }));
  const existing = effects.createAll(written);
  if (existing !== null)
    throw new Refusal(
      isSingle(kind)
        ? `${existing} already exists and is never overwritten.`
        : `${existing} already exists and is never overwritten. Choose another --id.`,
    );
  const names = written.map(({ file }) => file).join(' and ');
  return toWrite.length === 0
    ? `Wrote ${names}.\n`
    : `Wrote ${names}. ${toWrite.length} ${toWrite.length === 1 ? 'part is' : 'parts are'} left to write; npm run check lists each.\n`;
}

/** Returns the current content; before the site itself is created, the folder may be missing. */
function readFiles(kind: NewKind, folder: string, effects: CommandEffects): ContentFile[] {
  try {
    return readContent(folder, effects.disk);
  } catch (error) {
    if (kind === 'site' && isRefusal(error)) return [];
    throw error;
  }
}

function createIdCheck(kind: NewKind, files: readonly ContentFile[]) {
  const taken = new Map(files.map(({ path, file }) => [path, file]));
  return (id: string): string | undefined => {
    const existing = taken.get(getNewPath(kind, id));
    return (
      checkId(kind, id) ??
      (existing === undefined ? undefined : `an unused id: ${existing} already exists`)
    );
  };
}

/** What is known about the new files before an editor is asked. */
interface NewRequest {
  readonly kind: NewKind;
  readonly flags: Answers;
  readonly folder: string;
  readonly files: readonly ContentFile[];
  readonly effects: CommandEffects;
  readonly refuseId: (id: string) => string | undefined;
}

/** Returns the new file, preceded by the source that was created for it, if any. */
async function askForFiles(request: NewRequest): Promise<AddedFile[]> {
  const { kind, flags, folder, files, effects, refuseId } = request;
  const known = readKnown(files, folder);
  const newFiles: AddedFile[] = [];
  // The editor's other answers are kept while the source is created: both files are written at the end.
  const makeSource = async (): Promise<string> => {
    const source = { ...request, kind: 'source', flags: {} } as const;
    const refuseSourceId = createIdCheck('source', files);
    const [file] = await askForFiles({ ...source, refuseId: refuseSourceId });
    if (file) newFiles.push(file);
    return (file?.path ?? '').replace(/^sources\/|\.md$/g, '');
  };
  // An event exists before its ruling; every other file gets its id from its name.
  const first = kind === 'event' ? await askEventId(flags, known, effects, refuseId) : undefined;
  const answers = await askAll(kind, flags, known, effects, makeSource);
  // Prompts are in the language of the site, whatever the language of an article.
  const language = kind === 'site' ? (answers.language ?? 'en') : known.language;
  const id = isSingle(kind) ? '' : (first ?? (await askId(answers, flags, effects, refuseId)));
  return [
    ...newFiles,
    { path: getNewPath(kind, id), text: printNewFile(kind, answers, effects.today, language) },
  ];
}

function readKind(args: readonly string[]): NewKind {
  const [first] = args;
  if (first === undefined || first.startsWith('-')) return 'article';
  const kind = newKinds.find((name) => name === first);
  if (!kind) throw new Refusal(`Unexpected "${first}", expected one of ${newKinds.join(', ')}.`);
  return kind;
}

function readFlags(kind: NewKind, args: readonly string[]): Answers {
  const keys = [...(isSingle(kind) ? [] : ['id']), ...questions[kind].map(({ key }) => key)];
  const options = {
    ...Object.fromEntries(keys.map((key) => [key, { type: 'string' } as const])),
    help: { type: 'boolean', short: 'h' } as const,
  };
  try {
    const { values } = parseArgs({
      args: args[0] === kind ? args.slice(1) : [...args],
      options,
    });
    return Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, String(value).trim()]),
    );
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refusal(`${error.message}\n${printUsage(kind)}`);
  }
}

function refuseWrongFlags(
  kind: NewKind,
  flags: Answers,
  refuseId: (id: string) => string | undefined,
): void {
  const wrong = questions[kind].flatMap((question) => {
    const given = flags[question.key];
    const expected = given === undefined ? undefined : checkAnswer(kind, question, given);
    return expected === undefined
      ? []
      : [`Unexpected "${given ?? ''}" for --${question.key}, expected ${expected}.`];
  });
  const expectedId = flags.id === undefined ? undefined : refuseId(flags.id);
  if (expectedId !== undefined)
    wrong.push(`Unexpected "${flags.id ?? ''}" for --id, expected ${expectedId}.`);
  if (wrong.length > 0) throw new Refusal(wrong.join('\n'));
}

/** Throws a Refusal that names all missing flags at once if there is no terminal to ask at. */
function refuseMissingFlags(kind: NewKind, flags: Answers, effects: CommandEffects): void {
  if (effects.isInteractive) return;
  const required = questions[kind].filter(
    ({ isRequired, initial }) => isRequired && initial === undefined,
  );
  const missing = [...(kind === 'event' ? ['id'] : []), ...required.map(({ key }) => key)].filter(
    (key) => (flags[key] ?? '') === '',
  );
  if (missing.length === 0) return;
  const names = missing.map((key) => `--${key}`).join(', ');
  throw new Refusal(`No terminal for questions: give ${names}.\n${printUsage(kind)}`);
}

function printUsage(kind: NewKind): string {
  const flags = questions[kind].map(({ key, isRequired, initial }) =>
    isRequired && initial === undefined ? `--${key} …` : `[--${key} …]`,
  );
  const id = isSingle(kind) ? [] : [kind === 'event' ? '--id ID' : '[--id ID]'];
  return `Usage: npm run new -- ${kind} ${[...flags, ...id].join(' ')}
Kinds: ${newKinds.join(', ')}. At a terminal, it asks for whatever is left out. It never overwrites a file.
`;
}

if (import.meta.main) {
  process.exitCode = await runCommand(() =>
    runNew(process.argv.slice(2), createEffects(printToday(new Date()))),
  );
}
