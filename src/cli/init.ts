import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { getContentFolder } from '../collections/contentFolder.ts';
import { readContent } from '../collections/readContent.ts';
import { readKnown } from '../draft/known.ts';
import { checkAnswer, questions, type NewKind, type Question } from '../draft/newFile.ts';
import { getStarter } from '../draft/starters.ts';
import { printNewSite, type NewSite } from '../draft/newSite.ts';
import { actorKinds } from '../model/drafts.ts';
import { isRefusal, Refusal } from '../problems/refusal.ts';
import { renderProblem } from '../problems/report.ts';
import { answer, askAll, type Answers } from './askEditor.ts';
import { findNewProblems } from './newProblems.ts';
import { runCommand } from './runCommand.ts';
import { runRefusable } from './runRefusable.ts';
import { createEffects, printToday, type CommandEffects } from './commandEffects.ts';

const usage = `Usage: npm run init -- FOLDER --title … --time-zone Europe/Lisbon [--tagline …] [--language en]
       [--authority harbour.example,2026]
       [--source OUTLET] [--actor NAME] [--actor-kind ${actorKinds.join('|')}]
Creates a site in an empty folder: site.md, state-of-play.md, and one source, actor and digest to replace. At a
terminal, it asks for whatever is left out.
`;

const siteKeys = ['title', 'tagline', 'language', 'time-zone', 'authority'] as const;

/** The flags about the first outlet and actor. */
const firstKeys = ['source', 'actor', 'actor-kind'] as const;

/** Creates a content folder. Returns the exit code: 0 if it was written, 2 if nothing was. */
export function runInit(args: readonly string[], effects: CommandEffects): Promise<number> {
  return runRefusable(() => createSite(args, effects), effects);
}

async function createSite(args: readonly string[], effects: CommandEffects): Promise<string> {
  const { folder, flags } = readArgs(args);
  if (folder === undefined) return usage;
  refuseExisting(folder, effects);
  refuseWrong(flags);
  refuseMissing(flags, effects);
  const files = printNewSite(await askForSite(flags, effects), effects.today);
  const { toWrite, errors } = findNewProblems([], folder, files);
  const problems = [...errors, ...toWrite];
  if (problems.length > 0)
    throw new Refusal([...problems.map(renderProblem), 'Nothing was written.'].join('\n'));
  const existing = effects.createAll(
    files.map(({ path, text }) => ({ file: join(folder, path), text })),
  );
  if (existing !== null) throw refuseFolder(folder, existing);
  return explainNextSteps(
    folder,
    files.map(({ path }) => path),
  );
}

function readArgs(args: readonly string[]): { folder: string | undefined; flags: Answers } {
  const string = { type: 'string' } as const;
  const keys = [...siteKeys, ...firstKeys];
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(keys.map((key) => [key, string])),
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { folder: undefined, flags: {} };
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0)
      throw new Refusal(
        `Unexpected ${positionals.length} folders, expected one, such as npm run init -- timeline.\n${usage}`,
      );
    const flags = Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, String(value).trim()]),
    );
    return { folder: getContentFolder({ CONTENT: folder }), flags };
  } catch (error) {
    if (isRefusal(error) || !(error instanceof TypeError)) throw error;
    throw new Refusal(`${error.message}\n${usage}`);
  }
}

/** Throws a Refusal if a folder already has content, so that nothing is overwritten or mixed with it. */
function refuseExisting(folder: string, effects: CommandEffects): void {
  let first: string | undefined;
  try {
    first = readContent(folder, effects.disk)[0]?.file;
  } catch (error) {
    // The folder does not exist yet, or it cannot be read; in that case writing fails too.
    if (!isRefusal(error)) throw error;
  }
  if (first !== undefined) throw refuseFolder(folder, first);
}

function refuseFolder(folder: string, file: string): Refusal {
  return new Refusal(
    `${folder} is not empty (it has ${file}), and nothing is overwritten. Choose another folder, or add single files with npm run new.`,
  );
}

/** Returns the question that a flag answers, and the kind of file it belongs to. */
function findQuestion(key: string): { kind: NewKind; question: Question } | undefined {
  const named: Readonly<Record<string, readonly [NewKind, string]>> = {
    source: ['source', 'name'],
    actor: ['actor', 'name'],
    'actor-kind': ['actor', 'kind'],
  };
  const [kind, name] = named[key] ?? (['site', key] as const);
  const question = questions[kind].find((one) => one.key === name);
  return question && { kind, question };
}

function refuseWrong(flags: Answers): void {
  const wrong = Object.entries(flags).flatMap(([key, given = '']) => {
    const found = findQuestion(key);
    const expected = found && checkAnswer(found.kind, found.question, given);
    return expected === undefined
      ? []
      : [`Unexpected "${given}" for --${key}, expected ${expected}.`];
  });
  if (wrong.length > 0) throw new Refusal(wrong.join('\n'));
}

function refuseMissing(flags: Answers, effects: CommandEffects): void {
  if (effects.isInteractive) return;
  const missing = ['title', 'time-zone'].filter((key) => (flags[key] ?? '') === '');
  if (missing.length === 0) return;
  throw new Refusal(
    `No terminal for questions: give ${missing.map((key) => `--${key}`).join(', ')}.\n${usage}`,
  );
}

async function askForSite(flags: Answers, effects: CommandEffects): Promise<NewSite> {
  // Groups are left empty until there are actors.
  const site = await askAll('site', { ...flags, groups: '' }, readKnown([], ''), effects);
  const language = site.language ?? 'en';
  // The default names.
  const samples = { ...getStarter(language), 'actor-kind': 'state-body' };
  const ask = async (key: (typeof firstKeys)[number], words: string): Promise<string> =>
    flags[key] ??
    (effects.isInteractive
      ? await answer(effects, {
          words,
          isRequired: true,
          initial: samples[key],
          choices:
            key === 'actor-kind' ? actorKinds.map((value) => ({ value, label: value })) : undefined,
          check: (given) => {
            const found = findQuestion(key);
            return found && checkAnswer(found.kind, found.question, given);
          },
        })
      : samples[key]);
  return {
    title: site.title ?? '',
    tagline: site.tagline,
    language,
    timeZone: site['time-zone'] ?? effects.zone,
    authority: site.authority,
    source: await ask('source', 'Which outlet is your first source?'),
    actor: await ask('actor', 'Who is the first actor of the story?'),
    actorKind: await ask('actor-kind', 'What is that actor?'),
  };
}

function explainNextSteps(folder: string, paths: readonly string[]): string {
  return `Wrote ${paths.map((path) => join(folder, path)).join(', ')}.
Look at it:   CONTENT=${folder} npm start
Check it:     CONTENT=${folder} npm run check
Or write the line CONTENT=${folder} into a file .env here, and every command uses that folder.
Next: replace the example in articles/ (npm run draft makes a digest from an article). The guide is content/ADOPTING.md.
`;
}

if (import.meta.main) {
  process.exitCode = await runCommand(() =>
    runInit(process.argv.slice(2), createEffects(printToday(new Date()))),
  );
}
