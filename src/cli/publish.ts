import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergePermalinks } from '../build/checkPermalinks.ts';
import { getContentFolder } from '../collections/contentFolder.ts';
import { runBuild } from './runBuild.ts';

// Builds the site and adds its new addresses to `permalinks.txt`: from then on they are answered for ever.
const result = await runBuild();
if (result && result.type !== 'refused') {
  const file = join(getContentFolder(process.env), 'permalinks.txt');
  const listed = readIfThere(file);
  const merged = mergePermalinks(listed, result.fresh);
  if (merged !== listed) {
    writeFileSync(`${file}.new`, merged);
    renameSync(`${file}.new`, file);
  }
  console.log(
    result.fresh.length === 0
      ? `${file} has every address already.`
      : `${result.fresh.length} addresses added to ${file}: commit it.`,
  );
} else {
  process.exitCode = 1;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
