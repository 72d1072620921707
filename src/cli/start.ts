import { getBasePath, getBuildSettings } from '../build/settings.ts';
import { runBuild } from './build.ts';
import { getPort, serveSite } from './serve.ts';

if ((await runBuild('allowed'))?.type === 'built') {
  const { out } = getBuildSettings(process.env, process.cwd());
  const { address } = await serveSite({
    folder: out,
    base: getBasePath(process.env.BASE),
    port: getPort(process.env.PORT),
  });
  console.log(`Dateline is at ${address}`);
} else {
  process.exitCode = 1;
}
