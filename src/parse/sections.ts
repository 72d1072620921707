import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { AccountDraft } from '../model/drafts.ts';
import type { SourceLocation } from '../problems/sourceLocation.ts';
import { closeDirections } from './directions.ts';
import { noFacts, readEventBlock, type EventFacts } from './eventBlock.ts';
import { reportEventIdPrompt, reportHeadlinePrompt, reportHtml } from './leftToWrite.ts';
import { maxTitle } from './limits.ts';
import { maxSection, reportLongText } from './outputLimits.ts';
import { readLinks, showRawHtml } from './prose.ts';
import type { SourceText } from './sourceText.ts';
import { readText, reportFirstLevelHeading, type TextWithBlocks } from './texts.ts';

/** A part of a digest under a second-level heading, which tells of one event. */
export interface Section {
  readonly heading: Heading;
  readonly nodes: RootContent[];
}

/** Returns the lead of a digest and its sections. */
export function splitSections(
  source: SourceText,
  tree: Root,
): { lead: RootContent[]; sections: Section[] } {
  const lead: RootContent[] = [];
  const sections: Section[] = [];
  // Front matter that Markdown doesn't recognise has been reported; its lines aren't text.
  const isMisread = tree.children[0]?.type !== 'yaml' && /^\s*---\s*\n/.test(source.text);
  if (isMisread) return { lead, sections };
  for (const node of tree.children) {
    if (node.type === 'yaml') continue;
    reportFirstLevelHeading(source, node);
    if (node.type === 'heading' && node.depth === 2) sections.push({ heading: node, nodes: [] });
    else (sections.at(-1)?.nodes ?? lead).push(node);
  }
  return { lead, sections };
}

/**
 * Returns the accounts in sections. One without a recognisable event has no id, but its text is still
 * checked.
 */
export function readAccounts(source: SourceText, sections: readonly Section[]): AccountDraft[] {
  const taken = new Map<string, number>();
  return sections.map(({ heading, nodes }) => {
    const at = source.startOf(heading);
    const title = readTitle(source, heading);
    reportLongText(source, nodes, 'section', maxSection);
    const { text, events, hasUnknown } = readText(source, nodes);
    const links = [...readLinks(source, heading), ...text.links];
    if (events.length === 0 && !hasUnknown)
      source.report('section-without-event', at, { found: title });
    const facts = readFacts(source, events, at);
    reportEventIdPrompt(source, facts.id);
    const before = taken.get(facts.id.value);
    if (facts.id.value !== '') taken.set(facts.id.value, before ?? facts.id.at.line);
    if (before === undefined) return { at, title, ...facts, text: { ...text, links } };
    source.report('event-id-taken', facts.id.at, {
      found: facts.id.value,
      first: `${source.file}:${before}`,
    });
    return { at, title, ...facts, id: { value: '', at: facts.id.at }, text: { ...text, links } };
  });
}

function readTitle(source: SourceText, heading: Heading): string {
  const at = source.startOf(heading);
  reportHeadlinePrompt(source, heading);
  reportHtml(source, heading);
  const title = closeDirections(toString(showRawHtml(heading)).trim());
  if (!/[^\p{Default_Ignorable_Code_Point}\s]/u.test(title)) {
    source.report('heading-level', at, {
      found: '## without words',
      expected: 'the account’s title after it',
    });
  }
  if (title.length > maxTitle)
    source.report('too-large', at, {
      found: `title of ${title.length} characters`,
      expected: `at most ${maxTitle}`,
    });
  return title;
}

function readFacts(
  source: SourceText,
  events: TextWithBlocks['events'],
  at: SourceLocation,
): EventFacts {
  const [first, ...more] = events;
  if (!first) return noFacts(at);
  if (first.index > 0) {
    source.report('block-malformed', first.block.at, {
      found: 'event block below other text',
      expected: 'one right under its ## heading',
    });
  }
  for (const { block } of more) {
    source.report('block-malformed', block.at, {
      found: 'second event block in one section',
      expected: 'a section for each event',
    });
  }
  return readEventBlock(source, first.block);
}
