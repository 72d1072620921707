import { join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { getContentFolder } from '../collections/contentFolder.ts';
import { readContent } from '../collections/readContent.ts';
import { draftArticle, type Drafted } from '../draft/draftArticle.ts';
import { readKnown, type Known } from '../draft/known.ts';
import { checkAnswer, checkId, questions } from '../draft/newFile.ts';
import { isUntouched } from '../draft/untouched.ts';
import { isRefusal, Refusal } from '../problems/refusal.ts';
import { renderProblem } from '../problems/report.ts';
import { findNewProblems } from './newProblems.ts';
import { maxArticleBytes, NoArticle, readArticle } from './readArticle.ts';
import { runCommand } from './runCommand.ts';
import { createEffects, printToday, type CommandEffects } from './commandEffects.ts';

const usage = `Usage: npm run draft -- ARTICLE.txt|PAGE.html|https://… [--write | --out FILE] [--published 2024-05-12] [--source ID]
       [--title …] [--by …] [--url …] [--archived …] [--place ID] [--id ID]
A page is fetched over http or https, up to 10 MB, 5 redirects and 20 seconds; its scripts are not run.
Without a file the article is read from standard input. Without --write or --out the skeleton is printed.
--write puts it into articles/ID.md of the content folder. An existing file is overwritten only if it is an
unedited skeleton of the same article.
`;

const flags = [
  'id',
  'title',
  'source',
  'published',
  'by',
  'url',
  'archived',
  'place',
  'out',
] as const;

/**
 * Drafts the skeleton of a digest from an article's plain text or web page. Returns the exit code: 0 if it
 * was drafted; 1 if it has no date of publication, or the file is not an article; 2 if the arguments are
 * wrong or the article cannot be read.
 */
export async function runDraft(args: readonly string[], effects: CommandEffects): Promise<number> {
  try {
    return await draft(args, effects);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    effects.printError(`${error.message}\n`);
    return error instanceof NoArticle ? 1 : 2;
  }
}

type Values = Partial<Record<(typeof flags)[number], string>> & { readonly write?: boolean };

async function draft(args: readonly string[], effects: CommandEffects): Promise<number> {
  const { values: given, file, isHelp } = readFlags(args);
  if (isHelp) {
    effects.print(usage);
    return 0;
  }
  const { article, found } = await readArticle(file, usage, effects);
  const values = { ...found, ...given };
  const folder = getContentFolder(effects.env);
  const all = readContent(folder, effects.disk);
  checkFlags(given, readKnown(all, folder));
  const firstDraft = draftArticle(article, values, readKnown(all, folder), effects.today);
  const target = values.out ?? (values.write ? getTarget(firstDraft, folder) : undefined);
  const existing = target === undefined ? undefined : readExisting(target, effects);
  // Otherwise the ids of an existing skeleton's events would count as taken, and those events would be
  // suggested.
  const files = all.filter(
    ({ path }) => existing === undefined || join(folder, path) !== normalize(target ?? ''),
  );
  const known = readKnown(files, folder);
  const drafted =
    existing === undefined ? firstDraft : draftArticle(article, values, known, effects.today);
  const path = `articles/${drafted.id ?? 'draft'}.md`;
  const { toWrite, errors } = findNewProblems(files, folder, [{ path, text: drafted.markdown }]);
  if (target === undefined) effects.print(drafted.markdown);
  else if (existing !== undefined && isUntouched(existing, article, known, found))
    effects.replace(target, drafted.markdown);
  else if (!effects.create(target, drafted.markdown))
    throw new Refusal(
      `${target} already exists and differs from the skeleton this article gives now: it has been edited, or names have been added since. Nothing was written. Delete it to draft it again, or choose ${values.out === undefined ? 'another --id' : 'another --out'}.`,
    );
  effects.printError(
    [
      `${target === undefined ? 'Drafted' : `Wrote ${target}:`} ${count(drafted.statements, 'dated statement')}, ${count(drafted.quotations, 'quotation')}, ${count(toWrite.length, 'part')} left to write.`,
      ...errors.map(renderProblem),
      ...explainMissing(drafted, file),
      ...(target === undefined || drafted.undatedBecause !== null
        ? []
        : ['Next: write each part marked “To write”; `npm run check` lists what is left.']),
      '',
    ].join('\n'),
  );
  return drafted.undatedBecause === null ? 0 : 1;
}

/** Returns the text of a file, or undefined if there is none. */
function readExisting(file: string, effects: CommandEffects): string | undefined {
  try {
    return new TextDecoder().decode(effects.disk.read(file, maxArticleBytes));
  } catch {
    return undefined;
  }
}

function readFlags(args: readonly string[]): {
  values: Values;
  file: string | undefined;
  isHelp: boolean;
} {
  const string = { type: 'string' } as const;
  const boolean = { type: 'boolean' } as const;
  const options = {
    ...Object.fromEntries(flags.map((flag) => [flag, string])),
    write: boolean,
    help: { ...boolean, short: 'h' },
  };
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (more.length > 0)
      throw new Refusal(`Unexpected ${more.join(', ')}: expected one article.\n${usage}`);
    return { values, file, isHelp: values.help === true };
  } catch (error) {
    if (isRefusal(error) || !(error instanceof TypeError)) throw error;
    throw new Refusal(`${error.message}\n${usage}`);
  }
}

function checkFlags(values: Values, known: Known): void {
  for (const question of questions.article) {
    const given = values[question.key as keyof Values];
    const expected =
      typeof given === 'string' ? checkAnswer('article', question, given) : undefined;
    if (expected !== undefined)
      throw new Refusal(
        `Unexpected "${String(given)}" for --${question.key}, expected ${expected}.`,
      );
  }
  if (values.id !== undefined) {
    const expected = checkId('article', values.id);
    if (expected !== undefined)
      throw new Refusal(`Unexpected "${values.id}" for --id, expected ${expected}.`);
  }
  if (values.source !== undefined && !known.hasSource(values.source))
    throw new Refusal(`No source is called "${values.source}": npm run new -- source adds one.`);
  if (values.place !== undefined && known.findPlace(values.place) === undefined)
    throw new Refusal(`No place is called "${values.place}": npm run new -- place adds one.`);
}

function getTarget({ id }: Drafted, folder: string): string {
  if (id === null) throw new Refusal('No title found to name the digest after: give --id.');
  return join(folder, 'articles', `${id}.md`);
}

function explainMissing(
  { undatedBecause, inexactPublication, missing }: Drafted,
  file: string | undefined,
): string[] {
  const name = file === undefined || file === '-' ? 'the article' : file;
  const others = missing.filter((key) => key !== 'published');
  return [
    ...(undatedBecause === null
      ? []
      : [
          `No day of publication found in ${name}: ${undatedBecause}.`,
          'Without it, no date can be worked out. Run again with --published and the day, such as 2024-05-12, or write the dates yourself.',
        ]),
    ...(inexactPublication === null
      ? []
      : [
          `The publication date ${inexactPublication} is not a single day, so no date can be worked out from it: “Friday” could be either of two. Write those dates yourself, or run again with --published and the day once you know it.`,
        ]),
    ...(others.length === 0 ? [] : [`Not found, and left to write: ${others.join(', ')}.`]),
  ];
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

if (import.meta.main) {
  process.exitCode = await runCommand(() =>
    runDraft(process.argv.slice(2), createEffects(printToday(new Date()))),
  );
}
