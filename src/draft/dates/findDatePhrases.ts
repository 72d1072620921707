import type { DayNumber } from '../../model/dates/dayRanges.ts';
import { foldText } from './calendarWords.ts';
import { blank } from './blank.ts';
import { noTime, type DateContext, type DateText, type FoundDate } from './dateText.ts';
import { eraPhrases } from './eras.ts';
import { createForeignPhrases } from './foreignPhrases.ts';
import { getGrammar } from './grammar.ts';
import { groupTokens } from './groups.ts';
import { applyLeadIn, readPartOfDay, type DatePhrase } from './leadIns.ts';
import { readGroup } from './readGroup.ts';
import { readPair } from './readPair.ts';
import { findResidue } from './residue.ts';
import { qualifiedPhrases, vaguePhrases, type VaguePhrase } from './vaguePhrases.ts';

/**
 * Returns the date phrases of a sentence, whose quotations are blanked, in order. A weekday is the last one
 * on or before publication, unless the sentence is about what is ahead. Anything unclear is left open.
 */
export function findDatePhrases(sentence: string, context: DateContext): DatePhrase[] {
  const grammar = getGrammar(context.language);
  const isEnglish = grammar.words.isEnglish;
  const qualified = findVague(
    isEnglish
      ? [...eraPhrases, ...qualifiedPhrases]
      : createForeignPhrases(context.language, grammar.words),
    foldText(sentence),
    context.published,
  );
  const named = readGroups({ folded: qualified.rest, context, grammar });
  const vague = findVague(
    isEnglish ? vaguePhrases : [],
    named.reduce(blank, qualified.rest),
    context.published,
  );
  const residue = findResidue(vague.rest, context).map((range) => ({
    ...range,
    ...noTime,
    date: null,
    isAhead: false,
  }));
  return [...qualified.found, ...named, ...vague.found, ...residue]
    .sort((a, b) => a.start - b.start)
    .map((found) => applyLeadIn(found, sentence, context.published, grammar));
}

/** Returns the dates of phrases that name no single day, and the text without those phrases. */
function findVague(
  phrases: readonly VaguePhrase[],
  text: string,
  published: DayNumber | null,
): { readonly found: readonly FoundDate[]; readonly rest: string } {
  const found: FoundDate[] = [];
  let rest = text;
  for (const phrase of phrases)
    for (const match of rest.matchAll(phrase.pattern)) {
      const range = { start: match.index, end: match.index + match[0].length };
      if (range.start === range.end) continue;
      const meaning = phrase.resolve(match, published);
      if (meaning)
        found.push({
          ...range,
          ...noTime,
          ...meaning,
          time: meaning.time ?? readPartOfDay(match[0]),
        });
      rest = blank(rest, range);
    }
  return { found, rest };
}

/** Returns the dates that the grammar finds: of two groups together, or of one. */
function readGroups(text: DateText): FoundDate[] {
  const groups = groupTokens(text.folded, text.grammar);
  const found: FoundDate[] = [];
  for (let index = 0; index < groups.length; index += 1) {
    const [group, next] = [groups[index], groups[index + 1]];
    if (!group) continue;
    const pair = next && readPair(group, next, text);
    if (pair) {
      found.push(pair);
      index += 1;
    } else found.push(...readGroup(group, next, text));
  }
  return found;
}
