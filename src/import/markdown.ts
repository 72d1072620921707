import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { toText } from 'hast-util-to-text';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString } from 'mdast-util-to-string';
import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';

/**
 * Returns HTML as the Markdown of a digest: paragraphs, lists, tables, emphasis and links. Pictures are left out,
 * and headings and quotations, which say more in a digest than in HTML, become paragraphs.
 */
export function htmlToMarkdown(html: string): string {
  const tree = toMdast(fromHtml(html, { fragment: true }));
  const children = tree.type === 'root' ? gatherText(tree.children).flatMap(toBlocks) : [];
  return toMarkdown(
    { type: 'root', children },
    { extensions: [gfmToMarkdown()], bullet: '-', rule: '-', emphasis: '*' },
  ).trim();
}

/** Returns HTML as its words, on one line. */
export function htmlToText(html: string): string {
  return toText(fromHtml(html, { fragment: true }))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns a plain text, its paragraphs parted by line breaks, as Markdown that shows it as it is. */
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

/** Returns blocks alone: text that stands beside them, as sheets have it, in paragraphs of its own, parted by two line breaks. */
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

/** Returns inline content without pictures, and with the words alone of links that lead nowhere on the web. */
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

/** A link in the prose of a built site that leads to one of its own pages. */
export interface OwnLink {
  readonly type: string;
  readonly id: string;
  readonly words: string;
}

/**
 * Returns HTML of a built site as the Markdown that it was made from. Links to its own pages below `base` are
 * written as digests have them (`event:`); `isFound` says which of them are names that become links by themselves.
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
