import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mergePermalinks } from '../build/checkPermalinks.ts';
import { getBuildSettings } from '../build/settings.ts';
import { runBuild } from './runBuild.ts';
import { runCommand } from './runCommand.ts';
import { replaceFiles } from './writeContent.ts';

const usage = `Usage: npm run publish [-- --moved]
Builds the site and adds its new addresses to permalinks.txt: from then on they are answered for ever.
--moved   the site has moved to another base path (BASE); permalinks.txt notes the new one
`;

/** Builds the site and adds its new addresses to `permalinks.txt`; returns the exit code. */
async function publish(args: readonly string[]): Promise<number> {
  const options = { moved: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const result = await runBuild({ movedBase: values.moved ? 'allowed' : 'refused' });
  if (!result || result.type === 'refused') return 1;
  const { content, base } = getBuildSettings(process.env, process.cwd());
  const file = join(content, 'permalinks.txt');
  const listed = readIfThere(file);
  const { fresh, moves } = result;
  const merged = mergePermalinks(listed, { fresh, moves, base });
  if (merged === listed) {
    console.log(`${file} has every address already.`);
    return 0;
  }
  replaceFiles([{ file, text: merged }]);
  console.log(
    fresh.length > 0
      ? `${fresh.length} addresses added to ${file}: commit it.`
      : `${file} says now where renamed addresses lead, and the base path: commit it.`,
  );
  return 0;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

process.exitCode = await runCommand(() => publish(process.argv.slice(2)), usage);
