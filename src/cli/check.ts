import { keepCompiled } from './keepCompiled.ts';

keepCompiled();
const { createCheckEffects } = await import('./checkEffects.ts');
const { runCheck } = await import('./runCheck.ts');
const { runCommand } = await import('./runCommand.ts');
process.exitCode = await runCommand(() => runCheck(process.argv.slice(2), createCheckEffects()));
