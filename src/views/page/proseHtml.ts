import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import { resolveOwnUrl, type Addresses } from './addresses.ts';

/**
 * Returns HTML nodes as text, with our own URLs resolved and headings lowered by `lower` levels (at most to
 * `h6`).
 */
export function renderNodes(nodes: readonly ElementContent[], at: Addresses, lower = 0): string {
  return toHtml({ type: 'root', children: nodes.map((node) => toPublished(node, at, lower)) });
}

/** Returns the text of HTML nodes, with a blank line between paragraphs. */
export function nodesToText(nodes: readonly ElementContent[]): string {
  return toText({ type: 'root', children: [...nodes] })
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .trim();
}

function toPublished(node: ElementContent, at: Addresses, lower: number): ElementContent {
  if (node.type !== 'element') return node;
  const children = node.children.map((child) => toPublished(child, at, lower));
  const heading = /^h([1-6])$/.exec(node.tagName);
  if (heading) return { ...node, tagName: `h${Math.min(6, Number(heading[1]) + lower)}`, children };
  if (node.tagName !== 'a') return { ...node, children };
  return { ...node, properties: linkProperties(node, at), children };
}

function linkProperties({ properties }: Element, at: Addresses): Element['properties'] {
  const href = typeof properties.href === 'string' ? properties.href : '';
  return { ...properties, href: resolveOwnUrl(href, at) ?? href };
}
