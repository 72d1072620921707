import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mergePermalinks } from '../checks/checkPermalinks.ts';
import { getBuildSettings } from '../builder/settings.ts';
import { parseFile } from '../parse/parseFile.ts';
import { createProblem, type Problem } from '../problems/problem.ts';
import { renderReport } from '../problems/report.ts';
import { runBuild } from './runBuild.ts';
import { runCommand } from './runCommand.ts';
import { replaceFiles } from './writeContent.ts';

const usage = `Usage: npm run publish [-- --moved]
Builds the site and adds its new addresses to permalinks.txt: from then on they must always work.
--moved   the site has moved to another base path (BASE); permalinks.txt notes the new one
`;

/** Builds the site, adds its new addresses to `permalinks.txt` and returns the exit code. */
async function publish(args: readonly string[]): Promise<number> {
  const options = { moved: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const settings = getBuildSettings(process.env, process.cwd());
  const missingAuthority = findMissingAuthority(settings.content);
  if (missingAuthority) {
    console.error(
      `${renderReport([missingAuthority], 1)}\nNothing was published: add \`authority\` to site.md first.`,
    );
    return 1;
  }
  if (!process.env.SITE)
    console.error(
      `SITE is not set, so feeds, cards and citations link to ${settings.site}. Before you deploy, set it to the site’s public address, such as SITE=https://harbour.example.`,
    );
  const result = await runBuild({ movedBase: values.moved ? 'allowed' : 'refused' });
  if (!result || result.type === 'refused') return 1;
  const { content, base } = settings;
  const file = join(content, 'permalinks.txt');
  const listed = readIfExists(file);
  const { fresh, moves } = result;
  const merged = mergePermalinks(listed, { fresh, moves, base });
  if (merged === listed) {
    console.log(`${file} already lists every address.`);
    return 0;
  }
  replaceFiles([{ file, text: merged }]);
  console.log(
    fresh.length > 0
      ? `${fresh.length} addresses added to ${file}: commit it.`
      : `${file} now lists the renamed addresses and the base path: commit it.`,
  );
  return 0;
}

/**
 * Returns the problem of a site that names no authority for its ids, or undefined if it names one or cannot
 * be read.
 */
function findMissingAuthority(content: string): Problem | undefined {
  const file = join(content, 'site.md');
  const bytes = Buffer.from(readIfExists(file));
  const { draft } = parseFile({ path: 'site.md', file, bytes });
  return draft?.type === 'site' && draft.authority === null && bytes.length > 0
    ? createProblem('authority-missing', draft.at)
    : undefined;
}

function readIfExists(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

process.exitCode = await runCommand(() => publish(process.argv.slice(2)), usage);
