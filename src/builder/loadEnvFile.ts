import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/**
 * Sets the variables of a folder's `.env` file, such as `CONTENT=timeline`, unless the environment already
 * has them. Forks keep their settings there, because upstream has no such file.
 */
export function loadEnvFile(folder: string): void {
  const file = join(folder, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
