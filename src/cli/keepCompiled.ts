import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Makes Node cache the compiled code of all modules that are loaded from now on, which saves half a second
 * per command.
 */
export function keepCompiled(): void {
  // If the folder is not writable, Node continues without a cache.
  enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/dateline', import.meta.url)));
}
