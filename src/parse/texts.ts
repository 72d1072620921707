import type { Code, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Passage, TextDraft } from '../model/drafts.ts';
import { readBlock, readBlockType, type Block } from './blocks.ts';
import { readClaimBlock } from './claimBlock.ts';
import { reportHtml } from './leftToWrite.ts';
import { maxProfile, reportLongText } from './outputLimits.ts';
import { markdownToHtmlNodes, readLinks, readQuotation, showRawHtml } from './prose.ts';
import type { SourceText } from './sourceText.ts';

/** A text of a digest: its passages and `event` blocks, in order. */
export interface TextWithBlocks {
  readonly text: TextDraft;
  readonly events: readonly { readonly block: Block<'event'>; readonly index: number }[];
  /** True if it has a block of an unknown type, which has been reported. */
  readonly hasUnknown: boolean;
}

/** Returns the passages of a text in order, and reports what isn't allowed in it. */
export function readText(source: SourceText, nodes: readonly RootContent[]): TextWithBlocks {
  for (const node of nodes) reportHtml(source, node);
  const passages: Passage[] = [];
  const events: { block: Block<'event'>; index: number }[] = [];
  const shown = nodes.map(showRawHtml);
  const links = shown.flatMap((node) => readLinks(source, node));
  shown.forEach((node, index) => {
    if (node.type === 'code') {
      readCode(source, node, index, passages, events);
      return;
    }
    if (node.type === 'definition') {
      source.report('markdown-unsupported', source.startOf(node), {
        found: `definition of the unused link [${node.label ?? node.identifier}]`,
        expected: 'a link that uses it, or \\[ if the bracket is text',
      });
      return;
    }
    reportInnerBlocks(source, node);
    const passage = readPassage(source, node);
    if (passage) passages.push(passage);
  });
  const hasUnknown = shown.some(
    (node) => node.type === 'code' && !['event', 'claim'].includes(node.lang ?? ''),
  );
  return { text: { passages, links }, events, hasUnknown };
}

/** Returns the body of a file other than a digest, in which `event` and `claim` blocks aren't allowed. */
export function readBody(source: SourceText, tree: Root, maxBytes = maxProfile): TextDraft {
  const nodes = tree.children.filter((node) => node.type !== 'yaml');
  reportLongText(source, nodes, 'text', maxBytes);
  for (const node of nodes) {
    reportFirstLevelHeading(source, node);
    if (node.type === 'code' && readBlockType(source, node)) {
      source.report('block-malformed', source.startOf(node), {
        found: `${node.lang ?? ''} block outside a digest`,
        expected: 'one in a digest (articles/)',
      });
    }
  }
  return readText(
    source,
    nodes.filter((node) => node.type !== 'code'),
  ).text;
}

/** Reports a first-level heading, which is reserved for the page's title. */
export function reportFirstLevelHeading(source: SourceText, node: RootContent): void {
  if (node.type === 'heading' && node.depth === 1) {
    source.report('heading-level', source.startOf(node), {
      found: 'first-level heading (#)',
      expected: '## or ###; the title is in the front matter',
    });
  }
}

function readCode(
  source: SourceText,
  node: Code,
  index: number,
  passages: Passage[],
  events: { block: Block<'event'>; index: number }[],
): void {
  const type = readBlockType(source, node);
  if (type === 'event') {
    events.push({ block: readBlock(source, node, type), index });
  } else if (type === 'claim') {
    const claim = readClaimBlock(source, readBlock(source, node, type));
    if (claim) passages.push({ type: 'claim', claim });
  }
}

function readPassage(source: SourceText, node: RootContent): Passage | undefined {
  if (node.type === 'blockquote') {
    const quotation = readQuotation(source, node);
    return quotation && { type: 'quotation', quotation };
  }
  const nodes = markdownToHtmlNodes(node);
  return nodes.length > 0 ? { type: 'prose', nodes } : undefined;
}

function reportInnerBlocks(source: SourceText, node: RootContent): void {
  visit({ type: 'root', children: [node] } satisfies Root, (child) => {
    if (child === node) return;
    if (child.type === 'code') {
      source.report('block-malformed', source.startOf(child), {
        found: 'block inside a list or quotation',
        expected: 'one at the margin, on lines of its own',
      });
    } else if (child.type === 'blockquote') {
      source.report('block-malformed', source.startOf(child), {
        found: 'quotation inside a list or another quotation',
        expected: 'one at the margin, on lines of its own',
      });
    }
  });
}
