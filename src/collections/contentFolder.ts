import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { Refusal } from '../problems/refusal.ts';

/**
 * Returns the content folder in the form to print it: `CONTENT`, or `content`. Throws a Refusal if `CONTENT`
 * cannot be a content folder.
 */
export function getContentFolder(env: Readonly<Record<string, string | undefined>>): string {
  const { CONTENT: written } = env;
  if (written === undefined) return 'content';
  const repair = 'expected a folder with a site.md in it, such as CONTENT=content';
  if (written.trim() === '')
    throw new Refusal(`CONTENT is empty: ${repair}, or no CONTENT at all.`);
  if (/\p{Cc}/u.test(written)) throw new Refusal(`CONTENT has a control character: ${repair}.`);
  const folder = resolve(written);
  // Otherwise the whole project, or the whole disk, would be read as content.
  const holdsProject = process.cwd() === folder || process.cwd().startsWith(join(folder, sep));
  if (holdsProject && !existsSync(join(folder, 'site.md')))
    throw new Refusal(`CONTENT=${written} holds the whole project: ${repair}.`);
  return written;
}
