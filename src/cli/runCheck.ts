import { parseArgs, styleText } from 'node:util';
import { openDrafts } from '../archive/drafts.ts';
import { openKnown } from '../archive/known.ts';
import { askLinks } from '../build/askLinks.ts';
import { checkFiles } from '../build/checkContent.ts';
import { printKeptAnswers, readKeptAnswers } from '../build/keptAnswers.ts';
import { findDeadLinks, toAsked } from '../build/linkAnswers.ts';
import { getContentFolder } from '../collections/contentFolder.ts';
import { readContent } from '../collections/readContent.ts';
import { listOutsideAddresses } from '../parse/outsideAddresses.ts';
import type { ContentFile } from '../parse/parseFile.ts';
import { renderHumanReport, renderWatched, type Tone } from '../problems/humanReport.ts';
import { renderGithubReport, renderJsonReport } from '../problems/machineReports.ts';
import { isRefused, type Problem } from '../problems/problem.ts';
import type { CheckWorld } from './checkWorld.ts';

const usage = `Usage: npm run check -- [--strict] [--links] [--watch] [--format human|json|github]
Names every problem of the content folder. Ends with 1 at an error; with --strict at a warning too.
--links   also asks every outside address whether it still answers
--watch   checks again whenever the content changes, until Ctrl-C
--format  json for programs, github for workflow commands
`;

const linkCache = '.dateline/links.json';
const formats = ['human', 'json', 'github'] as const;

interface Flags {
  readonly format: (typeof formats)[number];
  readonly isStrict: boolean;
  readonly asksLinks: boolean;
  readonly watches: boolean;
}

/**
 * Checks the content folder and prints a report. Returns the exit code: 0; 1 if a problem fails the check; 2
 * if the arguments are wrong.
 */
export async function runCheck(args: readonly string[], world: CheckWorld): Promise<number> {
  const flags = readFlags(args);
  if (flags === 'help') {
    world.print(usage);
    return 0;
  }
  if (typeof flags === 'string') {
    world.printError(`${flags}\n${usage}`);
    return 2;
  }
  if (flags.watches) return watchContent(flags, world);
  const { report, problems } = await check(flags, world);
  world.print(`${report}\n`);
  return isRefused(problems, flags.isStrict) ? 1 : 0;
}

/** Returns the flags, or in words what is wrong with the arguments. */
function readFlags(args: readonly string[]): Flags | string {
  const boolean = { type: 'boolean' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        strict: boolean,
        links: boolean,
        watch: boolean,
        help: { ...boolean, short: 'h' },
        format: { type: 'string' },
      },
    });
    if (values.help) return 'help';
    const format = formats.find((name) => name === (values.format ?? 'human'));
    if (!format)
      return `Unexpected "${values.format ?? ''}" for --format, expected one of ${formats.join(', ')}.`;
    if (values.watch && format !== 'human')
      return `Unexpected --watch with --format ${format}, expected only one of them: --watch reports for people.`;
    return {
      format,
      isStrict: values.strict === true,
      asksLinks: values.links === true,
      watches: values.watch === true,
    };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return error.message;
  }
}

interface Report {
  readonly report: string;
  readonly problems: readonly Problem[];
}

async function check({ format, asksLinks }: Flags, world: CheckWorld): Promise<Report> {
  const folder = getContentFolder(world.env);
  const files = readContent(folder, world.disk);
  const drafts = openDrafts(world.kept, 'command');
  const known = openKnown(world.kept);
  const checked = checkFiles(files, folder, {
    parse: drafts.parse,
    now: world.now().getTime(),
    known,
  });
  drafts.close(files);
  const dead = asksLinks ? await checkLinks(files, world) : [];
  const problems = [...checked.problems, ...dead];
  return { report: render(format, problems, files, world), problems };
}

async function checkLinks(
  files: readonly ContentFile[],
  world: CheckWorld,
): Promise<readonly Problem[]> {
  const addresses = files.flatMap(listOutsideAddresses);
  const asked = [...new Set(addresses.map(({ value }) => toAsked(value)))];
  const kept = readKeptAnswers(world.readText(linkCache));
  // Printed outside of the report, because requests may take a while.
  world.printError(
    `Checking outside addresses (${asked.length}; each at most once every seven days).\n`,
  );
  const answers = await askLinks(asked, kept, world);
  // Keeps the answers for other content, because two sites may be checked in turn.
  world.writeText(linkCache, printKeptAnswers(new Map([...kept, ...answers]), world.now()));
  return findDeadLinks(addresses, answers);
}

function render(
  format: Flags['format'],
  problems: readonly Problem[],
  files: readonly ContentFile[],
  world: CheckWorld,
): string {
  switch (format) {
    case 'json':
      return renderJsonReport(problems, files.length);
    case 'github':
      return renderGithubReport(problems, files.length);
    case 'human': {
      const byName = new Map(files.map((file) => [file.file, file]));
      const hasColours = world.isTerminal && !world.env.NO_COLOR;
      return renderHumanReport(problems, files.length, {
        linesOf: (name) => readLines(byName.get(name)),
        paint: hasColours ? paint : (_, text) => text,
      });
    }
  }
}

/** Returns the lines of a file with the usual numbering, or undefined if it is not a text. */
function readLines(file: ContentFile | undefined): string[] | undefined {
  if (!file) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file.bytes).split(/\r\n?|\n/);
  } catch {
    return undefined;
  }
}

const colours = { error: 'red', warning: 'yellow', notice: 'cyan', faint: 'dim' } as const;

function paint(tone: Tone, text: string): string {
  // The caller has already checked for a terminal.
  return styleText(colours[tone], text, { validateStream: false });
}

/**
 * Prints a report now and after each change, one at a time. Returns the exit code once the editor ends it.
 */
async function watchContent(flags: Flags, world: CheckWorld): Promise<number> {
  const folder = getContentFolder(world.env);
  let last = Promise.resolve();
  let isWaiting = false;
  const checkAgain = () => {
    // A waiting report will include this change.
    if (isWaiting) return;
    isWaiting = true;
    last = last.then(async () => {
      isWaiting = false;
      try {
        const { report } = await check(flags, world);
        world.print(`${renderWatched(report, printHour(world.now()), `${folder}/`)}\n`);
      } catch (error) {
        // A file may disappear between listing and reading; the next change triggers another check.
        world.printError(`${error instanceof Error ? error.message : String(error)}\n`);
      }
    });
  };
  // Watches before the first check, so that no change is missed in between.
  const ended = world.watch(folder, checkAgain);
  checkAgain();
  try {
    await ended;
    return 0;
  } catch (error) {
    world.printError(
      `${folder}/ cannot be watched (${error instanceof Error ? error.message : String(error)}).\n`,
    );
    return 2;
  }
}

function printHour(moment: Date): string {
  return [moment.getHours(), moment.getMinutes(), moment.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
