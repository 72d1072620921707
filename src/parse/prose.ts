import type { ElementContent } from 'hast';
import type {
  Blockquote,
  Html,
  Link,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import {
  ownLinkTypes,
  type OwnLink,
  type OwnLinkType,
  type QuotationDraft,
  type SpeakerDraft,
} from '../model/drafts.ts';
import { isId } from '../model/ids.ts';
import { closeDirections } from './directions.ts';
import type { SourceLocation, Located } from '../problems/sourceLocation.ts';
import type { SourceText } from './sourceText.ts';
import { findAddressFault, webAddressForm } from './webAddress.ts';

/** Returns Markdown as HTML nodes without positions; raw HTML becomes text. */
export function markdownToHtmlNodes(node: RootContent): ElementContent[] {
  const root = toHast({ type: 'root', children: [node] });
  if (root.type !== 'root') return [];
  visit(root, (child) => {
    delete child.position;
  });
  return root.children.filter(
    (child): child is ElementContent => child.type === 'element' || child.type === 'text',
  );
}

/** Returns a piece of Markdown with raw HTML as text, so that it is shown and never executed. */
export function showRawHtml(node: RootContent): RootContent {
  const inline = ['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'tableCell'];
  const toText = (html: Html): Text => ({
    type: 'text',
    value: html.value,
    ...(html.position ? { position: html.position } : {}),
  });
  const toParagraph = (html: Html): Paragraph => ({ type: 'paragraph', children: [toText(html)] });
  if (node.type === 'html') return toParagraph(node);
  visit(
    { type: 'root', children: [node] } satisfies Root as Root,
    'html',
    (html, index, parent) => {
      if (!parent || index === undefined) return;
      parent.children[index] = inline.includes(parent.type) ? toText(html) : toParagraph(html);
    },
  );
  return node;
}

/**
 * Returns the links to our own pages in a piece of Markdown. Reports every address that a digest may not
 * have, and everything that isn't text.
 */
export function readLinks(source: SourceText, node: RootContent): OwnLink[] {
  const links: OwnLink[] = [];
  visit({ type: 'root', children: [node] } satisfies Root as Root, (child) => {
    if (child.type === 'link') {
      const own = readOwnLink(source, child);
      if (own) links.push(own);
    } else if (child.type === 'image' || child.type === 'imageReference') {
      source.report('markdown-unsupported', source.startOf(child), {
        found: 'image',
        expected: 'words, or a link to the picture',
      });
    } else if (child.type === 'footnoteReference' || child.type === 'footnoteDefinition') {
      source.report('markdown-unsupported', source.startOf(child), {
        found: 'footnote',
        expected: 'its text in the paragraph itself',
      });
    }
  });
  return links;
}

function readOwnLink(source: SourceText, link: Link): OwnLink | undefined {
  const at = source.startOf(link);
  const own = parseOwnAddress(link.url);
  const fault = own ? undefined : findAddressFault(link.url);
  if (fault !== undefined && !/^mailto:[^\s@]+@[^\s@]+$/i.test(link.url)) {
    const scheme = ownLinkTypes.find((type) => link.url.startsWith(`${type}:`));
    source.report('link-address', at, {
      found: link.url,
      expected: scheme
        ? `${scheme}: and an id, lower-case words joined by hyphens`
        : fault === webAddressForm
          ? undefined
          : fault,
    });
  }
  return own && own.id !== '-' ? { at, ...own } : undefined;
}

/**
 * Returns the parts of an address such as `event:the-arrest` or `actor:-`, or undefined if it isn't one of
 * ours.
 */
function parseOwnAddress(address: string): { type: OwnLinkType; id: string } | undefined {
  const [scheme, id] = [
    address.slice(0, address.indexOf(':')),
    address.slice(address.indexOf(':') + 1),
  ];
  const type = ownLinkTypes.find((name) => name === scheme);
  return type && (isId(id) || (type === 'actor' && id === '-')) ? { type, id } : undefined;
}

/** Returns the quotation in a blockquote, or reports that its last line names no speaker. */
export function readQuotation(source: SourceText, node: Blockquote): QuotationDraft | undefined {
  // A nested quotation is reported on its own; the outer one then has no last line to check.
  if (node.children.some(({ type }) => type === 'blockquote')) return undefined;
  const endLine = node.position?.end.line ?? 1;
  const lastLine = source.at(endLine, (source.lines[endLine - 1] ?? '').search(/[^\s]|$/) + 1);
  const attribution = takeAttribution(node);
  const text = node.children
    .flatMap(listLines)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
  if (!attribution || text === '') {
    source.report('quotation-form', lastLine, {
      found: (source.lines[lastLine.line - 1] ?? '').trim(),
    });
    return undefined;
  }
  return {
    at: source.startOf(node),
    text: closeDirections(text),
    nodes: node.children.flatMap(markdownToHtmlNodes),
    ...readSpeaker(source, attribution, lastLine),
  };
}

/** Returns the text of each paragraph or item, so that none run together. */
function listLines(node: Blockquote['children'][number]): string[] {
  if (node.type === 'list')
    return node.children.flatMap((item) => item.children.flatMap(listLines));
  return [toString(node)];
}

/**
 * Removes the last line of a quotation and returns it without its dash, or returns undefined if there is
 * none.
 */
function takeAttribution(node: Blockquote): PhrasingContent[] | undefined {
  const last = node.children.at(-1);
  if (last?.type === 'list' && !last.ordered && last.children.length === 1) {
    // Markdown takes “- Name” for a list; in a quotation's last line it is the dash of an attribution.
    const [paragraph, ...more] = last.children[0]?.children ?? [];
    // Text below the name would be lost.
    if (paragraph?.type !== 'paragraph' || more.length > 0) return undefined;
    node.children.pop();
    return paragraph.children;
  }
  const paragraph = findLastParagraph(last);
  if (!paragraph) return undefined;
  const line = takeLastLine(paragraph);
  const first = line[0];
  const dash = first?.type === 'text' ? attributionDash.exec(first.value) : null;
  if (first?.type !== 'text' || !dash) {
    paragraph.children.push(...line);
    return undefined;
  }
  if (paragraph.children.length === 0 && paragraph === last) node.children.pop();
  return [{ ...first, value: first.value.slice(dash[0].length) }, ...line.slice(1)];
}

/** Returns the last paragraph of a quotation, or that of the last item if it ends with a list. */
function findLastParagraph(
  node: Blockquote['children'][number] | undefined,
): Paragraph | undefined {
  if (node?.type === 'paragraph') return node;
  return node?.type === 'list'
    ? findLastParagraph(node.children.at(-1)?.children.at(-1))
    : undefined;
}

// Matches direction marks, a dash of any length (or two hyphens), then spaces and direction marks again.
const attributionDash =
  /^[\s\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]*(?:[\u2012-\u2015\u2E3A\u2E3B]+|-{1,3})[\s\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]*/u;

function takeLastLine(paragraph: Paragraph): PhrasingContent[] {
  for (let index = paragraph.children.length - 1; index >= 0; index -= 1) {
    const child = paragraph.children[index];
    if (child?.type === 'break') return paragraph.children.splice(index).slice(1);
    const newline = child?.type === 'text' ? child.value.lastIndexOf('\n') : -1;
    if (child?.type !== 'text' || newline < 0) continue;
    const rest = paragraph.children.splice(index + 1);
    const { line = 1 } = child.position?.start ?? {};
    const endLine = child.position?.end.line ?? line;
    const start = { line: endLine, column: 1 };
    const tail = {
      type: 'text' as const,
      value: child.value.slice(newline + 1),
      position: { start, end: child.position?.end ?? start },
    };
    child.value = child.value.slice(0, newline);
    return [tail, ...rest];
  }
  return paragraph.children.splice(0);
}

function readSpeaker(
  source: SourceText,
  line: readonly PhrasingContent[],
  lastLine: SourceLocation,
): { speaker: SpeakerDraft; where: string | null } {
  const written = line.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const first = written[0];
  const own = first?.type === 'link' ? parseOwnAddress(first.url) : undefined;
  if (first?.type === 'link' && own?.type === 'actor') {
    const as = closeDirections(toString(first).trim());
    const speaker: SpeakerDraft =
      own.id === '-'
        ? { type: 'nobody', as }
        : { type: 'actor', id: { value: own.id, at: source.startOf(first) }, as };
    return {
      speaker,
      where: tidyWhere(toString({ type: 'paragraph', children: written.slice(1) })),
    };
  }
  const text = toString({ type: 'paragraph', children: [...line] });
  // Latin, Arabic and East Asian commas.
  const comma = text.search(/[,،，、]/);
  const name: Located<string> = {
    value: (comma < 0 ? text : text.slice(0, comma)).trim(),
    at: first?.position ? placeOfName(source, first) : lastLine,
  };
  return {
    speaker: { type: 'name', name },
    where: comma < 0 ? null : tidyWhere(text.slice(comma)),
  };
}

function placeOfName(source: SourceText, node: PhrasingContent) {
  const { line } = source.startOf(node);
  const text = source.lines[line - 1] ?? '';
  // Skips the quotation's > and the dash before the name.
  const lead = /^[\s>]*/.exec(text)?.[0] ?? '';
  const dash = attributionDash.exec(text.slice(lead.length))?.[0] ?? '';
  return source.at(line, lead.length + dash.length + 1);
}

function tidyWhere(text: string): string | null {
  const tidy = text
    .replace(/^[\s,،，、]+/u, '')
    .replace(/\s+/g, ' ')
    .trim();
  return tidy === '' ? null : closeDirections(tidy);
}
