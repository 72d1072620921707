import { getBasePath, getBuildSettings } from '../build/settings.ts';
import { runBuild } from './runBuild.ts';
import { getPort, serveSite } from './serve.ts';

const result = await runBuild();
if (result && result.type !== 'refused') {
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
