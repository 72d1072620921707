import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { toText } from 'hast-util-to-text';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString } from 'mdast-util-to-string';
import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';

/**
 * Converts HTML to a digest's Markdown: paragraphs, lists, tables, emphasis and links. Removes pictures;
 * headings and quotations become paragraphs, as they have a special meaning in digests.
 */
export function htmlToMarkdown(html: string): string {
  const tree = toMdast(fromHtml(html, { fragment: true }));
  const children = tree.type === 'root' ? gatherText(tree.children).flatMap(toBlocks) : [];
  return toMarkdown(
    { type: 'root', children },
    { extensions: [gfmToMarkdown()], bullet: '-', rule: '-', emphasis: '*' },
  ).trim();
}

/** Returns the text of HTML on one line. */
export function htmlToText(html: string): string {
  return toText(fromHtml(html, { fragment: true }))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Converts plain text, with paragraphs on separate lines, to Markdown that displays it unchanged. */
export function textToMarkdown(text: string): string {
  const paragraphs = text
    .split(/\n+/)
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const children = paragraphs.map((value): Paragraph => ({
    type: 'paragraph',
    children: [{ type: 'text', value }],
  }));
  return toMarkdown({ type: 'root', children }).trim();
}

/** Returns blocks only: loose text, which sheets often have, becomes paragraphs, split at two line breaks. */
function gatherText(nodes: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = [];
  let run: PhrasingContent[] = [];
  const end = () => {
    while (run.at(-1)?.type === 'break') run.pop();
    if (run.some((node) => node.type !== 'text' || node.value.trim() !== ''))
      blocks.push({ type: 'paragraph', children: run });
    run = [];
  };
  for (const node of nodes) {
    if (!isPhrasing(node)) {
      end();
      blocks.push(node);
    } else if (node.type !== 'break') run.push(node);
    else if (run.at(-1)?.type === 'break') end();
    else if (run.length > 0) run.push(node);
  }
  end();
  return blocks;
}

function toBlocks(node: RootContent): RootContent[] {
  if (node.type === 'heading')
    return [{ type: 'paragraph', children: [{ type: 'strong', children: clean(node.children) }] }];
  if (node.type === 'blockquote') return node.children.flatMap(toBlocks);
  if (node.type === 'code')
    return [{ type: 'paragraph', children: [{ type: 'text', value: node.value }] }];
  if (node.type === 'list') {
    const children = node.children.map((item) => ({
      ...item,
      children: item.children.flatMap(toBlocks) as typeof item.children,
    }));
    return [{ ...node, children }];
  }
  if (node.type === 'table') return [node];
  const children = node.type === 'paragraph' ? clean(node.children) : [];
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

/** Returns inline content without pictures, and with only the text of links that don't lead to a web page. */
function clean(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'image' || node.type === 'html') return [];
    if (node.type === 'link' && !/^(?:https?:\/\/|mailto:)/i.test(node.url))
      return clean(node.children);
    return 'children' in node ? [{ ...node, children: clean(node.children) }] : [node];
  });
}

function isPhrasing(node: Nodes): node is PhrasingContent {
  return [
    'image',
    'html',
    'text',
    'emphasis',
    'strong',
    'link',
    'inlineCode',
    'delete',
    'break',
  ].includes(node.type);
}

/** A link in a built site's prose to one of the site's own pages. */
export interface OwnLink {
  readonly type: string;
  readonly id: string;
  readonly words: string;
}

/**
 * Converts a built site's HTML to its original Markdown. Links to the site's pages below `base` are written
 * as in digests (`event:`); `isFound` returns whether a link is a name that is linked automatically.
 */
export function siteHtmlToMarkdown(
  html: string,
  base: string,
  isFound: (link: OwnLink) => boolean,
): string {
  const tree = toMdast(fromHtml(html, { fragment: true }), { newlines: true });
  const restore = (nodes: readonly RootContent[]): RootContent[] =>
    nodes.flatMap((node): RootContent[] => {
      const children = 'children' in node ? restore(node.children) : [];
      if (node.type === 'link') {
        const path = node.url.startsWith(base) ? node.url.slice(base.length) : '';
        const [, type, id] = /^(event|actor|place|source|article)s\/([\w-]+)\/$/.exec(path) ?? [];
        if (type === undefined || id === undefined) return [{ ...node, children } as RootContent];
        return isFound({ type, id, words: toString(node) })
          ? children
          : [{ ...node, url: `${type}:${id}`, children } as RootContent];
      }
      return 'children' in node ? [{ ...node, children } as RootContent] : [node];
    });
  const children = tree.type === 'root' ? restore(tree.children) : [];
  return toMarkdown(
    { type: 'root', children },
    { extensions: [gfmToMarkdown()], bullet: '-', rule: '-', emphasis: '*' },
  ).trim();
}
