import { isRefusal } from '../problems/refusal.ts';
import type { CommandEffects } from './commandEffects.ts';

/**
 * Prints the result of a command and returns 0; if it throws a Refusal, prints the reason and returns 2.
 * Throws any other error.
 */
export async function runRefusable(
  work: () => string | Promise<string>,
  effects: Pick<CommandEffects, 'print' | 'printError'>,
): Promise<number> {
  try {
    effects.print(await work());
    return 0;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    effects.printError(`${error.message}\n`);
    return 2;
  }
}
