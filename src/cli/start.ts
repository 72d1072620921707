import { getBuildSettings } from '../build/settings.ts';
import { runBuild } from './runBuild.ts';
import { getPort, serveSite } from './serve.ts';

const result = await runBuild();
if (result && result.type !== 'refused') {
  const { out, base } = getBuildSettings(process.env, process.cwd());
  const { address } = await serveSite({
    folder: out,
    base,
    port: getPort(process.env.PORT),
  });
  console.log(`Dateline is at ${address}`);
} else {
  process.exitCode = 1;
}
