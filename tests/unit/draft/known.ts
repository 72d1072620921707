import { join } from 'node:path';
import { readContent } from '../../../src/collections/readContent.ts';
import { readKnown, type Known } from '../../../src/draft/known.ts';

/** The files of the golden base: an invented harbour with a mayor, police, two newspapers and a port. */
export const baseFiles = readContent(join(import.meta.dirname, '../../golden/base'));

/** Returns what is known from the golden base and other files, given by path. */
export function createKnown(others: Readonly<Record<string, string>> = {}): Known {
  const added = Object.entries(others).map(([path, text]) => ({
    path,
    file: `content/${path}`,
    bytes: Buffer.from(text),
  }));
  return readKnown([...baseFiles, ...added], 'content');
}
