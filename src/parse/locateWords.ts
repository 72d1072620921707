import { SKIP, visit } from 'unist-util-visit';
import type { Text } from 'mdast';
import type { SourceLocation } from '../problems/sourceLocation.ts';
import { parseMarkdown } from './markdown.ts';
import type { ContentFile } from './parseFile.ts';
import { SourceText } from './sourceText.ts';

/**
 * Returns a function that finds words (letters, hyphens and apostrophes) in the prose of a file. It returns
 * their first location as whole words outside code, quotations and links that state whom they name, or
 * undefined.
 */
export function createWordLocator({
  file,
  bytes,
}: ContentFile): (words: string) => SourceLocation | undefined {
  const source = new SourceText(file, new TextDecoder().decode(bytes));
  const texts = listTexts(source);
  return (words) => {
    const spaced = words.trim().split(/\s+/u).join('\\s+');
    const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${spaced}(?![\\p{L}\\p{M}\\p{N}])`, 'u');
    for (const { position } of texts) {
      if (!position) continue;
      const { start, end } = position;
      // The source text: escapes in it must not shift the location.
      const written = source.text.slice(start.offset, end.offset);
      const match = pattern.exec(written);
      if (!match) continue;
      const before = written.slice(0, match.index).split('\n');
      const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? start.column : 1);
      return source.at(start.line + before.length - 1, column);
    }
    return undefined;
  };
}

function listTexts(source: SourceText): Text[] {
  const texts: Text[] = [];
  visit(parseMarkdown(source.text), (node) => {
    if (node.type === 'text') texts.push(node);
    const isOutright = node.type === 'link' && /^(?:actor|place|source):/.test(node.url);
    const isTitle = node.type === 'heading' && node.depth === 2;
    return node.type === 'blockquote' || isOutright || isTitle ? SKIP : undefined;
  });
  return texts;
}
