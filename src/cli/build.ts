import { keepCompiled } from './keepCompiled.ts';

keepCompiled();
const { runBuild } = await import('./runBuild.ts');
// What a machine deploys must be listed first: an address that is out is out for ever.
const result = await runBuild(
  process.env.CI === 'true' ? 'refused' : 'allowed',
  process.argv.includes('--no-index') ? 'kept' : 'indexed',
  process.argv.includes('--no-pictures') ? 'kept' : 'drawn',
);
if (result && result.type !== 'refused' && result.fresh.length > 0)
  console.log(`${result.fresh.length} addresses are new: \`npm run publish\` lists them.`);
process.exitCode = result && result.type !== 'refused' ? 0 : 1;
