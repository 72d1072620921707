import { basename, dirname, join } from 'node:path';

/** Returns the folder beside a site where commands keep its state. */
export function getStateFolder(out: string): string {
  // Each OUT has its own folder, so that builds of two sites never collide.
  const name = basename(out);
  return join(dirname(out), name === 'dist' ? '.dateline' : `.dateline-${name}`);
}
