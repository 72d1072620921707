import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { getContentFolder } from '../collections/contentFolder.ts';
import { readContent } from '../collections/readContent.ts';
import { createId } from '../draft/createId.ts';
import { readKnown, type Known } from '../draft/known.ts';
import {
  checkAnswer,
  checkId,
  newFolders,
  printNewFile,
  questions,
  type NewKind,
  type Question,
} from '../draft/newFile.ts';
import { actorKinds, certainties } from '../model/drafts.ts';
import { isRefusal, Refusal } from '../problems/refusal.ts';
import { renderProblem } from '../problems/report.ts';
import { findNewProblems } from './newProblems.ts';
import { runCommand } from './runCommand.ts';
import { createOutside, printToday, type Asked, type Outside } from './outside.ts';

const kinds = Object.keys(newFolders) as NewKind[];

type Answers = Record<string, string | undefined>;

/**
 * Begins a file of the content folder from flags and, at a terminal, from an editor's answers. Gives the exit
 * code: 0 when it is written, 2 when nothing is.
 */
export async function runNew(args: readonly string[], outside: Outside): Promise<number> {
  try {
    outside.print(await begin(args, outside));
    return 0;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    outside.printError(`${error.message}\n`);
    return 2;
  }
}

async function begin(args: readonly string[], outside: Outside): Promise<string> {
  const kind = readKind(args);
  const flags = readFlags(kind, args);
  if (flags.help !== undefined) return printUsage(kind);
  const folder = getContentFolder(outside.env);
  const files = readContent(folder, outside.disk);
  const known = readKnown(files, folder);
  const taken = new Set(files.map(({ path }) => path));
  const getPath = (id: string) => `${newFolders[kind]}/${id}.md`;
  const refuseId = (id: string) =>
    checkId(kind, id) ??
    (taken.has(getPath(id))
      ? `an id that no file has: ${join(folder, getPath(id))} is already there`
      : undefined);
  refuseWrongFlags(kind, flags, refuseId);
  refuseMissingFlags(kind, flags, outside);
  // An event is there before its ruling; every other file gets its id from its name.
  const first = kind === 'event' ? await findEventId(flags, known, outside, refuseId) : undefined;
  const answers = await askAll(kind, flags, known, outside);
  const id = first ?? (await findId(answers, flags, outside, refuseId));
  const path = getPath(id);
  const text = printNewFile(kind, answers, outside.today);
  const { left, wrong } = findNewProblems(files, folder, path, text);
  if (wrong.length > 0)
    throw new Refusal([...wrong.map(renderProblem), 'Nothing was written.'].join('\n'));
  const file = join(folder, path);
  if (!outside.create(file, text))
    throw new Refusal(`${file} is already there, and nothing is overwritten. Choose another --id.`);
  return left.length === 0
    ? `Wrote ${file}.\n`
    : `Wrote ${file}. ${left.length} ${left.length === 1 ? 'part is' : 'parts are'} left to write; npm run check names each.\n`;
}

function readKind(args: readonly string[]): NewKind {
  const [first] = args;
  if (first === undefined || first.startsWith('-')) return 'article';
  const kind = kinds.find((name) => name === first);
  if (!kind) throw new Refusal(`Unexpected "${first}", expected one of ${kinds.join(', ')}.`);
  return kind;
}

function readFlags(kind: NewKind, args: readonly string[]): Answers {
  const keys = ['id', ...questions[kind].map(({ key }) => key)];
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

/** Refuses to go on without what nobody can be asked for, naming every flag at once. */
function refuseMissingFlags(kind: NewKind, flags: Answers, outside: Outside): void {
  if (outside.isInteractive) return;
  const required = questions[kind].filter(({ isRequired }) => isRequired).map(({ key }) => key);
  const missing = [...(kind === 'event' ? ['id'] : []), ...required].filter(
    (key) => (flags[key] ?? '') === '',
  );
  if (missing.length === 0) return;
  const names = missing.map((key) => `--${key}`).join(', ');
  throw new Refusal(`Nobody can be asked here: give ${names}.\n${printUsage(kind)}`);
}

async function askAll(
  kind: NewKind,
  flags: Answers,
  known: Known,
  outside: Outside,
): Promise<Answers> {
  const answers: Answers = {};
  for (const question of questions[kind]) {
    const given = flags[question.key];
    answers[question.key] =
      given ?? (question.ask === null ? undefined : await askOne(kind, question, known, outside));
  }
  return answers;
}

async function askOne(
  kind: NewKind,
  question: Question,
  known: Known,
  outside: Outside,
): Promise<string | undefined> {
  if (!outside.isInteractive) return undefined;
  const choices = listChoices(question, known);
  // Of nothing nothing can be chosen, and a group is one of the site's.
  if (question.choices !== undefined && choices?.length === 0) {
    if (!question.isRequired) return undefined;
    throw new Refusal(`There is no ${question.key} yet: npm run new -- ${question.key} adds one.`);
  }
  return answer(outside, {
    words: question.ask ?? question.key,
    isRequired: question.isRequired,
    choices,
    check: (given) => checkAnswer(kind, question, given),
  });
}

async function findEventId(
  flags: Answers,
  known: Known,
  outside: Outside,
  refuseId: (id: string) => string | undefined,
): Promise<string> {
  if (flags.id !== undefined) return flags.id;
  const choices = known.events
    .filter(({ id }) => refuseId(id) === undefined)
    .map(({ id, title, when }) => ({ value: id, label: `${id} (${when.date.written}: ${title})` }));
  return answer(outside, {
    words: 'Which event do you rule on?',
    isRequired: true,
    choices,
    check: refuseId,
  });
}

async function findId(
  answers: Answers,
  flags: Answers,
  outside: Outside,
  refuseId: (id: string) => string | undefined,
): Promise<string> {
  if (flags.id !== undefined) return flags.id;
  const name = answers.title ?? answers.name ?? '';
  const made = createId(name);
  if (outside.isInteractive)
    return answer(outside, {
      words: 'Under what id? It is in the address for ever.',
      isRequired: true,
      initial: made ?? undefined,
      check: refuseId,
    });
  if (made === null)
    throw new Refusal(
      `No id can be made from "${name}": give --id, lower-case words joined by hyphens.`,
    );
  const expected = refuseId(made);
  if (expected !== undefined)
    throw new Refusal(
      `The id "${made}" will not do, expected ${expected}. Give another with --id.`,
    );
  return made;
}

async function answer(outside: Outside, question: Asked): Promise<string> {
  const given = await outside.ask(question);
  if (given === null) throw new Refusal('Broken off; nothing was written.');
  return given;
}

function listChoices({ choices }: Question, known: Known): Asked['choices'] {
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  const named = (files: Known['sources']) =>
    files.map(({ id, name }) => ({ value: id, label: name }));
  const all = {
    sources: named(known.sources),
    places: named(known.places),
    groups: plain(known.groups),
    'actor-kinds': plain(actorKinds),
    certainties: plain(certainties),
  };
  return choices && all[choices];
}

function printUsage(kind: NewKind): string {
  const flags = questions[kind].map(({ key, isRequired }) =>
    isRequired ? `--${key} …` : `[--${key} …]`,
  );
  return `Usage: npm run new -- ${kind} ${[...flags, kind === 'event' ? '--id ID' : '[--id ID]'].join(' ')}
The kinds: ${kinds.join(', ')}. At a terminal what is left out is asked for. No file is ever overwritten.
`;
}

if (import.meta.main) {
  process.exitCode = await runCommand(() =>
    runNew(process.argv.slice(2), createOutside(printToday(new Date()))),
  );
}
