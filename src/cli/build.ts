import { keepCompiled } from './keepCompiled.ts';

keepCompiled();
const { runBuild } = await import('./runBuild.ts');
const { parseShard } = await import('../builder/shards.ts');
const { runCommand } = await import('./runCommand.ts');
process.exitCode = await runCommand(build);

/** Builds the site with the options of the flags and returns the exit code. */
async function build(): Promise<number> {
  const hasFlag = (flag: string) => process.argv.includes(flag);
  const shard = readShard();
  const threads = readThreads();
  // In CI, addresses must be listed before they are deployed, because a published address is permanent.
  const unpublished = process.env.CI === 'true' ? 'refused' : 'allowed';
  const result = await runBuild({
    freshAddresses: unpublished,
    movedBase: unpublished,
    search: hasFlag('--no-index') ? 'kept' : 'indexed',
    pictures: hasFlag('--no-pictures') ? 'kept' : 'drawn',
    timings: hasFlag('--timings'),
    force: hasFlag('--force'),
    shard,
    threads,
  });
  if (result && result.type !== 'refused' && result.fresh.length > 0 && !shard)
    console.log(
      `${result.fresh.length} new addresses: \`npm run publish\` adds them to permalinks.txt.`,
    );
  return result && result.type !== 'refused' ? 0 : 1;
}

/** Returns the share in `--shard 2/4`; exits with the expected form if it is invalid. */
function readShard() {
  const index = process.argv.indexOf('--shard');
  if (index === -1) return null;
  const written = process.argv[index + 1] ?? '';
  const found = parseShard(written);
  if (found) return found;
  console.error(`--shard "${written}": expected a share such as 2/4 (at most 256).`);
  process.exit(2);
}

/** Returns the number of threads in `--threads 2`; exits with the expected form if it is invalid. */
function readThreads() {
  const index = process.argv.indexOf('--threads');
  if (index === -1) return undefined;
  const written = process.argv[index + 1] ?? '';
  if (/^[1-9]\d?$/.test(written)) return Number(written);
  console.error(`--threads "${written}": expected a number of threads (1 to 99).`);
  process.exit(2);
}
