import { isRefusal } from '../problems/refusal.ts';
import type { Outside } from './outside.ts';

/** Prints what a command has to say and returns 0; where it refuses, prints why and returns 2. Throws what else it throws. */
export async function runRefusable(
  work: () => string | Promise<string>,
  outside: Pick<Outside, 'print' | 'printError'>,
): Promise<number> {
  try {
    outside.print(await work());
    return 0;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    outside.printError(`${error.message}\n`);
    return 2;
  }
}
