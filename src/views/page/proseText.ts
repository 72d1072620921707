import type { Element, ElementContent } from 'hast';
import type { LinkedText } from '../../model/archive.ts';
import { splitSentences } from '../../model/sentences.ts';
import { nodesToText } from './proseHtml.ts';

// Cached: summaries, search and data need the same text.
const plainTexts = new WeakMap<LinkedText, string>();

/** Returns a text's prose as plain text, with a blank line between paragraphs. */
export function proseToText(text: LinkedText): string {
  const known = plainTexts.get(text);
  if (known !== undefined) return known;
  const plain = text.passages
    .flatMap((passage) => (passage.type === 'prose' ? [nodesToText(passage.nodes)] : []))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
  plainTexts.set(text, plain);
  return plain;
}

/**
 * Returns the sentence, as plain text, in which a text's prose first names the subject of one of our URLs
 * (`actor:ID`, `place:ID`); null if none does.
 */
export function findSentenceNaming(text: LinkedText, url: string, language: string): string | null {
  for (const passage of text.passages) {
    if (passage.type !== 'prose') continue;
    for (const block of passage.nodes) {
      const sentence = findInBlock(block, url, language);
      if (sentence !== null) return sentence;
    }
  }
  return null;
}

/**
 * A sentence never extends beyond its paragraph, list item or cell, so search the innermost one with the
 * link.
 */
function findInBlock(node: ElementContent, href: string, language: string): string | null {
  if (node.type !== 'element') return null;
  for (const child of node.children) {
    if (child.type === 'element' && !isInline(child)) {
      const found = findInBlock(child, href, language);
      if (found !== null) return found;
    }
  }
  const { words, at } = readUpTo(node, href);
  if (at === null) return null;
  const sentence = splitSentences(words, language).findLast(({ index }) => index <= at);
  return sentence?.text.trim() ?? null;
}

/** Returns the text of a block, and how many letters precede its link to an address. */
function readUpTo(block: Element, href: string): { words: string; at: number | null } {
  let words = '';
  let at: number | null = null;
  const read = (node: ElementContent): void => {
    if (node.type === 'text') words += node.value.replace(/\s+/g, ' ');
    if (node.type !== 'element') return;
    if (at === null && node.tagName === 'a' && node.properties.href === href) at = words.length;
    node.children.forEach(read);
  };
  block.children.forEach(read);
  return { words, at };
}

function isInline({ tagName }: Element): boolean {
  return ['a', 'em', 'strong', 'code', 'del', 'br', 'img', 'bdi', 'span'].includes(tagName);
}

/** Returns the first sentence of a text's prose, and the text without it. */
export function cutFirstSentence(
  text: LinkedText,
  language: string,
): { readonly first: string; readonly rest: LinkedText } {
  const [passage] = text.passages;
  const [block] = passage?.type === 'prose' ? passage.nodes : [];
  if (passage?.type !== 'prose' || block?.type !== 'element' || block.tagName !== 'p')
    return { first: '', rest: text };
  const [sentence] = splitSentences(nodesToText([block]), language);
  if (!sentence) return { first: '', rest: text };
  const first = sentence.text.trim();
  const left = dropLetters(block, countLetters(first));
  const nodes = passage.nodes.slice(1);
  return {
    first,
    rest: {
      ...text,
      passages: [
        { ...passage, nodes: countLetters(nodesToText([left])) > 0 ? [left, ...nodes] : nodes },
        ...text.passages.slice(1),
      ],
    },
  };
}

function countLetters(text: string): number {
  return text.replace(/\s/gu, '').length;
}

/** Returns an element without its first letters; white space doesn't count. */
function dropLetters(element: Element, count: number): Element {
  let left = count;
  const drop = (node: ElementContent): ElementContent[] => {
    if (left === 0) return [node];
    if (node.type === 'text') {
      let at = 0;
      while (left > 0 && at < node.value.length) {
        if (!/\s/u.test(node.value.charAt(at))) left -= 1;
        at += 1;
      }
      const value = node.value.slice(at);
      return value === '' ? [] : [{ ...node, value: left === 0 ? value.trimStart() : value }];
    }
    if (node.type !== 'element') return [node];
    const children = node.children.flatMap(drop);
    return children.length > 0 || node.children.length === 0 ? [{ ...node, children }] : [];
  };
  return { ...element, children: element.children.flatMap(drop) };
}
