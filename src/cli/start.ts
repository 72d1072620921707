import { readOutsideHosts } from '../builder/readOutsideHosts.ts';
import { getBuildSettings, readPort } from '../builder/settings.ts';
import { runBuild } from './runBuild.ts';
import { runCommand } from './runCommand.ts';
import { serveSite } from './serve.ts';

/** Builds the site and serves it until it is stopped; returns the exit code if that fails. */
async function start(): Promise<number> {
  const { out, base, content } = getBuildSettings(process.env, process.cwd());
  const port = readPort(process.env.PORT);
  const result = await runBuild();
  if (!result || result.type === 'refused') return 1;
  const { address } = await serveSite({
    folder: out,
    base,
    port,
    outside: readOutsideHosts(content),
  });
  console.log(`Dateline is at ${address}`);
  return 0;
}

process.exitCode = await runCommand(start);
