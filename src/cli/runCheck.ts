import { parseArgs, styleText } from 'node:util';
import { openDrafts } from '../archive/drafts.ts';
import { openContentCache } from '../archive/contentCache.ts';
import { requestLinks } from '../links/requestLinks.ts';
import { checkFiles } from '../checks/checkContent.ts';
import { printLinkCache, readLinkCache } from '../links/linkCache.ts';
import { findDeadLinks, toRequestAddress } from '../links/linkAnswers.ts';
import { getContentFolder } from '../collections/contentFolder.ts';
import { readContent } from '../collections/readContent.ts';
import { padTwo } from '../model/dates/digits.ts';
import { listOutsideAddresses } from '../parse/outsideAddresses.ts';
import type { ContentFile } from '../parse/parseFile.ts';
import { renderHumanReport, renderWatched, type Tone } from '../problems/humanReport.ts';
import { renderGithubReport, renderJsonReport } from '../problems/machineReports.ts';
import { isRefused, type Problem } from '../problems/problem.ts';
import type { CheckEffects } from './checkEffects.ts';

const usage = `Usage: npm run check -- [--strict] [--links] [--watch] [--format human|json|github]
Reports every problem in the content folder. Exits with 1 on an error, with --strict also on a warning.
--links   also requests every external link
--watch   checks again whenever the content changes, until Ctrl-C
--format  json for programs, github for workflow commands
`;

const linkCacheFile = '.dateline/links.json';
const formats = ['human', 'json', 'github'] as const;

interface Flags {
  readonly format: (typeof formats)[number];
  readonly isStrict: boolean;
  readonly checksLinks: boolean;
  readonly watches: boolean;
}

/**
 * Checks the content folder and prints a report. Returns the exit code: 0; 1 if a problem fails the check; 2
 * if the arguments are wrong.
 */
export async function runCheck(args: readonly string[], effects: CheckEffects): Promise<number> {
  const flags = readFlags(args);
  if (flags === 'help') {
    effects.print(usage);
    return 0;
  }
  if (typeof flags === 'string') {
    effects.printError(`${flags}\n${usage}`);
    return 2;
  }
  if (flags.watches) return watchContent(flags, effects);
  const { report, problems } = await check(flags, effects);
  effects.print(`${report}\n`);
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
      checksLinks: values.links === true,
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

async function check({ format, checksLinks }: Flags, effects: CheckEffects): Promise<Report> {
  const folder = getContentFolder(effects.env);
  const files = readContent(folder, effects.disk);
  const drafts = openDrafts(effects.cache, 'command');
  const known = openContentCache(effects.cache);
  const checked = checkFiles(files, folder, {
    parse: drafts.parse,
    now: effects.now().getTime(),
    known,
  });
  drafts.close(files);
  const dead = checksLinks ? await checkLinks(files, effects) : [];
  const problems = [...checked.problems, ...dead];
  return { report: render(format, problems, files, effects), problems };
}

async function checkLinks(
  files: readonly ContentFile[],
  effects: CheckEffects,
): Promise<readonly Problem[]> {
  const addresses = files.flatMap(listOutsideAddresses);
  const requested = [...new Set(addresses.map(({ value }) => toRequestAddress(value)))];
  const cached = readLinkCache(effects.readText(linkCacheFile));
  // Printed outside of the report, because requests may take a while.
  effects.printError(
    `Checking external links (${requested.length}; each at most once every seven days).\n`,
  );
  const answers = await requestLinks(requested, cached, effects);
  // Keeps the answers for other content, because two sites may be checked in turn.
  effects.writeText(linkCacheFile, printLinkCache(new Map([...cached, ...answers]), effects.now()));
  return findDeadLinks(addresses, answers);
}

function render(
  format: Flags['format'],
  problems: readonly Problem[],
  files: readonly ContentFile[],
  effects: CheckEffects,
): string {
  switch (format) {
    case 'json':
      return renderJsonReport(problems, files.length);
    case 'github':
      return renderGithubReport(problems, files.length);
    case 'human': {
      const byName = new Map(files.map((file) => [file.file, file]));
      const hasColours = effects.isTerminal && !effects.env.NO_COLOR;
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
async function watchContent(flags: Flags, effects: CheckEffects): Promise<number> {
  const folder = getContentFolder(effects.env);
  let last = Promise.resolve();
  let isWaiting = false;
  const checkAgain = () => {
    // A waiting report will include this change.
    if (isWaiting) return;
    isWaiting = true;
    last = last.then(async () => {
      isWaiting = false;
      try {
        const { report } = await check(flags, effects);
        effects.print(`${renderWatched(report, printHour(effects.now()), `${folder}/`)}\n`);
      } catch (error) {
        // A file may disappear between listing and reading; the next change triggers another check.
        effects.printError(`${error instanceof Error ? error.message : String(error)}\n`);
      }
    });
  };
  // Watches before the first check, so that no change is missed in between.
  const ended = effects.watch(folder, checkAgain);
  checkAgain();
  try {
    await ended;
    return 0;
  } catch (error) {
    effects.printError(
      `${folder}/ cannot be watched (${error instanceof Error ? error.message : String(error)}).\n`,
    );
    return 2;
  }
}

function printHour(moment: Date): string {
  return [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(padTwo).join(':');
}
