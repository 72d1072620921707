import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/**
 * Sets what the file `.env` of a folder says, such as `CONTENT=timeline`, where the environment does not say it
 * already. It is where a fork keeps its settings: upstream has no such file.
 */
export function loadEnvFile(folder: string): void {
  const file = join(folder, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
