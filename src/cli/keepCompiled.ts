import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Has Node keep what it compiles of the modules that are loaded from now on: without it, half a second of each command is spent on that. */
export function keepCompiled(): void {
  // Where the folder cannot be written, Node goes on without.
  enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/dateline', import.meta.url)));
}
