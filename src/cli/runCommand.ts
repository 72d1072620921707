import { nameDiskTrouble } from '../builder/diskTroubles.ts';
import { loadEnvFile } from '../builder/loadEnvFile.ts';
import { explainFault } from '../problems/fault.ts';
import { isRefusal } from '../problems/refusal.ts';

/**
 * Runs a command with the settings of `.env` and returns its exit code. Prints errors as sentences, never as
 * a stack: a Refusal as it is, wrong flags with the usage, disk errors with what to do about them, and
 * anything else as a bug of ours to report.
 */
export async function runCommand(
  command: () => number | Promise<number>,
  usage = '',
  printError: (text: string) => void = (text) => process.stderr.write(text),
): Promise<number> {
  try {
    loadEnvFile(process.cwd());
    return await command();
  } catch (error) {
    printError(`${explain(error, usage)}\n`);
    // For debugging.
    if (process.env.DEBUG === 'dateline') console.error(error);
    return 1;
  }
}

function explain(error: unknown, usage: string): string {
  if (isRefusal(error)) return error.message;
  const { code, message, path, dest } = (error ?? {}) as NodeJS.ErrnoException & { dest?: string };
  if (code?.startsWith('ERR_PARSE_ARGS')) return `${message}\n${usage}`.trimEnd();
  const trouble = nameDiskTrouble(error);
  if (trouble !== undefined)
    return `${dest ?? path ?? 'A file'} could not be used: ${trouble} and try again.`;
  return explainFault(error);
}
