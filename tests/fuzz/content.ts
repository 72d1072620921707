import { checkFiles } from '../../src/checks/checkContent.ts';
import { mergePermalinks } from '../../src/checks/checkPermalinks.ts';
import { readContent } from '../../src/collections/readContent.ts';
import type { ContentFile } from '../../src/parse/parseFile.ts';

/** The bytes of each file of a content folder, by its path inside it. */
export type Content = ReadonlyMap<string, Uint8Array>;

/** A content folder all of whose addresses are published. */
export interface Published {
  readonly content: Content;
  readonly addresses: readonly string[];
}

/** The name that the content folder is printed by. */
export const folder = 'content';

/** Reads a content folder and publishes it: its `permalinks.txt` then lists every address. */
export function publish(from: string): Published {
  const content = new Map(
    readContent(from)
      .filter(({ path }) => path !== 'README.md')
      .map(({ path, bytes }) => [path, bytes]),
  );
  const { fresh, moves, problems } = checkFiles(toFiles(content), folder);
  if (problems.some(({ severity }) => severity === 'error'))
    throw new Error(`${from} has errors before any edit.`);
  const text = mergePermalinks(decode(content.get('permalinks.txt')), {
    fresh,
    moves,
    base: '/',
  });
  content.set('permalinks.txt', encode(text));
  return { content, addresses: text.match(/^\/\S*/gm) ?? [] };
}

/** Returns the files of a content folder as reading them from a disk would. */
export function toFiles(content: Content): ContentFile[] {
  return [...content]
    .map(([path, bytes]) => ({ path, file: `${folder}/${path}`, bytes }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Returns the text of a file, of none when there is no such file. */
export function decode(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

/** Returns the bytes of a text. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
