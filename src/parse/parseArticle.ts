import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { AccountDraft, ArticleDraft } from '../model/drafts.ts';
import { closeDirections } from './directions.ts';
import { noFacts, readEventBlock, type EventFacts } from './eventBlock.ts';
import type { SourceLocation } from '../problems/sourceLocation.ts';
import { articleFields, createTitleField } from './fields.ts';
import { readFrontMatter } from './frontMatter.ts';
import { reportEventIdPrompt, reportHeadlinePrompt, reportHtml } from './leftToWrite.ts';
import { maxTitle } from './limits.ts';
import { maxProfile, maxSection, readTree, reportLongText } from './outputLimits.ts';
import { reportPictureLetters } from './pictureLetters.ts';
import { readPage, unreadDate, unreadDay } from './page.ts';
import { readLinks, showRawHtml } from './prose.ts';
import type { SourceText } from './sourceText.ts';
import { listArticleDays } from './statedDays.ts';
import { readText, reportFirstLevelHeading, type TextWithBlocks } from './texts.ts';

/** Returns an article's draft from its digest. Problems are added to `source`. */
export function parseArticle(source: SourceText, id: string): ArticleDraft {
  const tree = readTree(source);
  const titles = listTranslatedTitles(source);
  const { values, placed, placedKey, placedItems } = readFrontMatter(source, tree, {
    ...articleFields,
    ...Object.fromEntries(titles.map((key) => [key, createTitleField()])),
  });
  const translated: Readonly<Record<string, unknown>> = values;
  if (values.url && !values.archived && !values.via)
    source.report('source-unarchived', placed(values.url, 'url').at, { found: values.url });
  const { lead: leadNodes, sections } = splitSections(source, tree);
  reportLongText(source, leadNodes, 'lead', maxProfile);
  const leadText = readText(source, leadNodes);
  for (const { block } of leadText.events) {
    source.report('block-malformed', block.at, {
      found: 'event block above the first section',
      expected: 'it right under a ## heading',
    });
  }
  for (const passage of leadText.text.passages) {
    if (passage.type === 'claim' && !passage.claim.about)
      source.report('claim-about', passage.claim.at);
  }
  const accounts = readAccounts(source, sections);
  const title = placed(values.title ?? '', 'title');
  reportPictureLetters(source, [title]);
  const page = readPage(source, id, values, { placed, placedItems });
  const published = placed(values.published ?? unreadDate, 'published');
  const updated = values.updated ? placed(values.updated, 'updated') : null;
  const { text: lead } = leadText;
  return {
    type: 'article',
    ...page,
    days: [...page.days, ...listArticleDays({ published, updated, lead, accounts })],
    title,
    translations: titles.flatMap((key) => {
      const title = translated[key];
      return typeof title === 'string'
        ? [
            {
              language: key.slice('title-'.length),
              title: placed(title, key),
              at: placedKey(key).at,
            },
          ]
        : [];
    }),
    source: placed(values.source ?? '', 'source'),
    published,
    updated,
    added: values.added ?? unreadDay,
    by: values.by ?? null,
    url: values.url ?? null,
    archived: values.archived ?? null,
    language: values.language ?? null,
    place: values.place ? placed(values.place, 'place') : null,
    dateline: values.dateline ?? null,
    dating: values.dating ?? null,
    via: values.via ? { name: values.via.name, url: values.via.url ?? null } : null,
    drawsOn: placedItems(values['draws-on'], 'draws-on'),
    spelt: Object.entries(values.spelt ?? {}).map(([owner, spellings]) => ({
      id: placedKey(owner, 'spelt'),
      spellings: spellings.map((spelling, index) => placed(spelling, 'spelt', owner, index)),
    })),
    lead,
    accounts,
    isWhole: !source.problems.some(
      ({ kind }) => kind === 'block-unclosed' || kind === 'front-matter',
    ),
  };
}

interface Section {
  readonly heading: Heading;
  readonly nodes: RootContent[];
}

function splitSections(
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
function readAccounts(source: SourceText, sections: readonly Section[]): AccountDraft[] {
  const taken = new Map<string, number>();
  return sections.map(({ heading, nodes }) => {
    const at = source.startOf(heading);
    reportHeadlinePrompt(source, heading);
    reportHtml(source, heading);
    reportLongText(source, nodes, 'section', maxSection);
    const title = closeDirections(toString(showRawHtml(heading)).trim());
    if (!/[^\p{Default_Ignorable_Code_Point}\s]/u.test(title)) {
      source.report('heading-level', at, {
        found: '## without words',
        expected: 'the account’s title behind it',
      });
    }
    if (title.length > maxTitle)
      source.report('too-large', at, {
        found: `title of ${title.length} characters`,
        expected: `at most ${maxTitle}`,
      });
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
      expected: 'it right under its ## heading',
    });
  }
  for (const { block } of more) {
    source.report('block-malformed', block.at, {
      found: 'second event block in one section',
      expected: 'a section of its own for each event',
    });
  }
  return readEventBlock(source, first.block);
}

/**
 * Returns a file's keys for translated titles. Which one is the site's is known only after all files are
 * read.
 */
function listTranslatedTitles({ lines }: SourceText): string[] {
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  const keys = lines.slice(1, end < 0 ? 1 : end).flatMap((line) => {
    const [, key, language] = /^(title-([a-z]{2,3})) *:/.exec(line) ?? [];
    return key !== undefined && language !== undefined ? [key] : [];
  });
  return [...new Set(keys)];
}
