import { escapeMarkdown } from './escapeMarkdown.ts';
import type { NewsEvent } from '../model/archive.ts';
import { countWords } from './articleText.ts';
import { createEventIdPrompt, createPrompt, headlinePrompt } from '../parse/leftToWrite.ts';
import { printFrontMatter, type FrontMatterLine } from './frontMatterText.ts';
import type { Known } from './known.ts';
import { findLikelyEvents } from './offers.ts';
import { nobody } from './speakers.ts';
import type { QuotedWords, Statement, Statements } from './statements.ts';

/**
 * Returns the skeleton of a digest as Markdown; `notes` are what else an editor must check before writing the
 * lead.
 */
export function printSkeleton(
  frontMatter: readonly FrontMatterLine[],
  statements: Statements,
  notes: readonly string[],
  known: Known,
): string {
  const sections = statements.dated.map((statement, index) =>
    printSection(statement, createEventIdPrompt(known.nextEventNumber + index), known),
  );
  return [printFrontMatter(frontMatter), ...printLead(statements, notes), ...sections.flat()].join(
    '\n',
  );
}

function printLead(
  { dated, undated, unknownNames }: Statements,
  others: readonly string[],
): string[] {
  const notes = [
    'the lead. Say in your own words what this article reports, and its angle.',
    ...(dated.length > 0
      ? []
      : ['No sentence says when anything happened: give each event a ## section and a block.']),
    ...(unknownNames.length > 0
      ? [
          `Names that no actor, place or source has yet: ${unknownNames.join('; ')}.`,
          'Add those that matter with `npm run new -- actor` (or place), or give them as spellings.',
        ]
      : []),
    ...(undated.length > 0
      ? ['The quotations below are in no dated sentence: move each to its event, or remove it.']
      : []),
    ...askAboutSpeakers(undated),
    ...others,
  ];
  return [createPrompt(...notes), '', ...undated.flatMap(printQuotation)];
}

function printSection(statement: Statement, id: string, known: Known): string[] {
  const { phrase, actors, place, quotations } = statement;
  const facts = [
    ['id', id],
    ['date', phrase.date],
    ['time', phrase.date === null ? null : phrase.time],
    ['when', phrase.words],
    ['basis', 'reckoned'],
    ['actors', actors.join(', ')],
    ['place', place],
    ['certainty', phrase.isAhead ? 'announced' : statement.isPurported ? 'purported' : null],
  ] as const;
  return [
    `## ${headlinePrompt} (${escapeMarkdown(phrase.words)})`,
    '',
    '```event',
    ...facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
    '```',
    '',
    createPrompt(...listPrompts(statement, findLikelyEvents(statement, known.events))),
    '',
    ...quotations.flatMap(printQuotation),
  ];
}

function listPrompts(statement: Statement, likely: readonly NewsEvent[]): string[] {
  const { phrase, actors, paragraph } = statement;
  return [
    `say in your own words what the article says of “${phrase.words}” (paragraph ${paragraph}).`,
    ...(phrase.date === null
      ? [`Work out the date: \`date:\`${phrase.time ? ` and \`time: ${phrase.time}\`` : ''}.`]
      : []),
    ...(phrase.isHourOpen ? ['The hour in these words is left to write: `time:`.'] : []),
    ...(statement.dayFrom === null
      ? []
      : [
          `Its day is that of “${statement.dayFrom}”, mentioned earlier: check that it is the same.`,
        ]),
    ...(phrase.isAhead
      ? ['It seems to be still ahead: is it announced, threatened, planned or due?']
      : []),
    actors.length > 0
      ? 'Keep as actors those who did it and those it was done to, the most important first.'
      : 'No known actor is named: who did it, and to whom?',
    ...(likely.length > 0
      ? [
          'If the event is already here, use its id:',
          ...likely.map(({ id, title, when }) => `- ${id} (${when.date.written}: ${title})`),
        ]
      : []),
    ...askAboutSpeakers(statement.quotations),
  ];
}

function askAboutSpeakers(quotations: readonly QuotedWords[]): string[] {
  const guessed = quotations.filter(({ speaker }) => speaker.isGuess);
  const names = [...new Set(guessed.map(({ speaker }) => speaker.name))];
  const isOpen = quotations.some(
    ({ speaker }) => speaker.type === 'nobody' && speaker.name === nobody,
  );
  return [
    ...(names.length === 0
      ? []
      : [`A pronoun was assumed to mean ${names.join(', ')}: check the speaker.`]),
    ...(isOpen
      ? [
          `The speaker was not found: replace “${nobody}” with the name, unless the article gives none.`,
        ]
      : []),
  ];
}

function printQuotation({ text, speaker }: QuotedWords): string[] {
  const name = escapeMarkdown(speaker.name);
  const who = speaker.type === 'actor' && !/[,،，、]/.test(name) ? name : `[${name}](actor:-)`;
  const where = speaker.where === null ? '' : `, ${escapeMarkdown(speaker.where)}`;
  return [`> “${escapeMarkdown(trimQuotation(text))}”`, `> — ${who}${where}`, ''];
}

/** Removes the comma that belongs to the sentence around a quotation: “Nobody passes,” she said. */
function trimQuotation(text: string): string {
  const bare = text.replace(/\s+/g, ' ').trim();
  return countWords(bare) > 1 ? bare.replace(/,$/, '') : bare;
}
