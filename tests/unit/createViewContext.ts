import { join } from 'node:path';
import { loadArchive } from '../../src/collections/loadArchive.ts';
import { readContent } from '../../src/collections/readContent.ts';
import { createContext } from '../../src/views/page/createContext.ts';
import type { ViewContext } from '../../src/views/page/context.ts';

const base = readContent(join(import.meta.dirname, '../golden/base'));

/** Returns what views need of an archive: digests by id and other files by path, over the golden base. Throws its problems. */
export function createViewContext(
  digests: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string | Uint8Array>> = {},
): ViewContext {
  const files = new Map(base.map(({ path, bytes }) => [path, bytes]));
  for (const [id, text] of Object.entries(digests))
    files.set(`articles/${id}.md`, Buffer.from(text));
  for (const [path, text] of Object.entries(others))
    files.set(path, typeof text === 'string' ? Buffer.from(text) : text);
  const { archive, problems } = loadArchive(
    [...files].map(([path, bytes]) => ({ path, file: path, bytes })),
    'content',
  );
  if (!archive) throw new Error(problems.map(({ message }) => message).join('\n'));
  return createContext(archive, '/');
}

/** Returns a digest with events, given the lines of their blocks and titled by their ids. */
export function createDigest(
  events: readonly string[],
  source = 'harbour-post',
  published = '2024-06-30',
): string {
  const usual = '2024-07-01';
  // An article can't be added before its publication.
  const added = published > usual ? published : usual;
  const head = `---\ntitle: A digest\nsource: ${source}\npublished: ${published}\nadded: ${added}\n---\n`;
  const sections = events.map(
    (lines) =>
      `\n## ${/^id: (.*)$/m.exec(lines)?.[1] ?? ''}\n\n\`\`\`event\n${lines}\n\`\`\`\n\nIt happened.\n`,
  );
  return head + sections.join('');
}
