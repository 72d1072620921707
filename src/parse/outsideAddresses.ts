import type { Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { SourceLocation, Located } from '../problems/sourceLocation.ts';
import { readBlock } from './blocks.ts';
import { articleFields, sourceFields } from './fields.ts';
import { readFrontMatter } from './frontMatter.ts';
import { getMaxBytes, reportExcess } from './limits.ts';
import { parseMarkdown } from './markdown.ts';
import { guides, type ContentFile } from './parseFile.ts';
import { decodeText, SourceText } from './sourceText.ts';
import { findAddressFault } from './webAddress.ts';

/**
 * Returns every web address in a content file with its location: those of an article, its copies and records,
 * of a source, and of links in prose. An unreadable file has none.
 */
export function listOutsideAddresses({ path, file, bytes }: ContentFile): Located<string>[] {
  if (guides.includes(path) || !path.endsWith('.md')) return [];
  const text = bytes.length > getMaxBytes(path) ? undefined : decodeText(bytes);
  if (text === undefined) return [];
  // The file's problems are reported when the archive is built, so those found here are dropped.
  const source = new SourceText(file, text);
  if (reportExcess(source)) return [];
  const tree = parseMarkdown(source.text);
  return [
    ...listFields(source, tree, path),
    ...listRecords(source, tree),
    ...listLinks(source, tree),
  ].filter(({ value }) => isOutside(value));
}

function listFields(source: SourceText, tree: Root, path: string): Located<string>[] {
  if (path.startsWith('sources/')) {
    const { values, located } = readFrontMatter(source, tree, { url: sourceFields.url });
    return values.url ? [located(values.url, 'url')] : [];
  }
  if (!path.startsWith('articles/')) return [];
  const { url, archived, via } = articleFields;
  const { values, located } = readFrontMatter(source, tree, { url, archived, via });
  return [
    ...(values.url ? [located(values.url, 'url')] : []),
    ...(values.archived ? [located(values.archived, 'archived')] : []),
    ...(values.via?.url ? [located(values.via.url, 'via', 'url')] : []),
  ];
}

function listRecords(source: SourceText, tree: Root): Located<string>[] {
  return tree.children.flatMap((node) =>
    node.type === 'code' && node.lang === 'event'
      ? readBlock(source, node, 'event').getList('record')
      : [],
  );
}

function listLinks(source: SourceText, tree: Root): Located<string>[] {
  const links: Located<string>[] = [];
  visit(tree, 'link', (link) => {
    links.push({ value: link.url, at: findAddress(source, link) });
  });
  return links;
}

/** Returns the location of a link's address, or of the link if the address is elsewhere. */
function findAddress(source: SourceText, link: Link): SourceLocation {
  const from = link.position?.start.offset ?? 0;
  const written = source.text.slice(from, link.position?.end.offset ?? from);
  // The text of a link may contain its address too; the last occurrence is the target.
  const before = source.text.slice(0, from + Math.max(written.lastIndexOf(link.url), 0));
  return source.at(before.split('\n').length, before.length - before.lastIndexOf('\n'));
}

function isOutside(address: string): boolean {
  return findAddressFault(address) === undefined;
}
