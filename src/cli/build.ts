import { keepCompiled } from './keepCompiled.ts';

keepCompiled();
const { runBuild } = await import('./runBuild.ts');
const asked = (flag: string) => process.argv.includes(flag);
const result = await runBuild({
  // What a machine deploys must be listed first: an address that is out is out for ever.
  freshAddresses: process.env.CI === 'true' ? 'refused' : 'allowed',
  search: asked('--no-index') ? 'kept' : 'indexed',
  pictures: asked('--no-pictures') ? 'kept' : 'drawn',
  timings: asked('--timings'),
});
if (result && result.type !== 'refused' && result.fresh.length > 0)
  console.log(`${result.fresh.length} addresses are new: \`npm run publish\` lists them.`);
process.exitCode = result && result.type !== 'refused' ? 0 : 1;
