import { basename, dirname, join } from 'node:path';

/** Returns the folder beside a site that holds what commands keep for it. */
export function getStateFolder(out: string): string {
  // Each OUT has its own, so that builds of two sites never meet.
  const name = basename(out);
  return join(dirname(out), name === 'dist' ? '.dateline' : `.dateline-${name}`);
}
