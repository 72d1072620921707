import type { DayNumber } from '../../model/dates/dayRanges.ts';
import type { Stretch } from './atom.ts';
import { foldText } from './calendarWords.ts';
import { blank } from './blank.ts';
import { noTime, type DateContext, type DateText, type FoundDate } from './dateText.ts';
import { eraPhrases } from './eras.ts';
import { createForeignPhrases } from './foreignPhrases.ts';
import { getGrammar } from './grammar.ts';
import { groupAtoms } from './groups.ts';
import { applyLead, readPartOfDay } from './leads.ts';
import { readGroup } from './readGroup.ts';
import { readPair } from './readPair.ts';
import { findResidue } from './residue.ts';
import { qualifiedPhrases, vaguePhrases, type VaguePhrase } from './vaguePhrases.ts';

/** A date phrase of a sentence, and its meaning. */
export interface DatePhrase extends Stretch {
  /** The article's own words, at most ten. */
  readonly words: string;
  /** In EDTF; null if the words leave it open, or if the day they count from is unknown. */
  readonly date: string | null;
  /** The hour or part of the day as in a block's `time`; null if there is none. */
  readonly time: string | null;
  /** True if the words state an hour that can't be a `time`: in another zone, a limit, “at midnight”. */
  readonly isHourOpen: boolean;
  /** True for an hour without a day, which earlier sentences may state. */
  readonly isHourAlone: boolean;
  /** True if it was still ahead when the article was published. */
  readonly isAhead: boolean;
}

/**
 * Returns the date phrases of a sentence, whose quotations are blanked, in order. A weekday is the last one
 * on or before publication, unless the sentence is about what is ahead. Anything unclear is left open.
 */
export function findDatePhrases(sentence: string, context: DateContext): DatePhrase[] {
  const grammar = getGrammar(context.language);
  const isEnglish = grammar.words.isCased;
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
  const residue = findResidue(vague.rest, context).map((stretch) => ({
    ...stretch,
    ...noTime,
    date: null,
    isAhead: false,
  }));
  return [...qualified.found, ...named, ...vague.found, ...residue]
    .sort((a, b) => a.start - b.start)
    .map((found) => applyLead(found, sentence, context.published, grammar));
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
      const stretch = { start: match.index, end: match.index + match[0].length };
      if (stretch.start === stretch.end) continue;
      const meaning = phrase.resolve(match, published);
      if (meaning)
        found.push({
          ...stretch,
          ...noTime,
          ...meaning,
          time: meaning.time ?? readPartOfDay(match[0]),
        });
      rest = blank(rest, stretch);
    }
  return { found, rest };
}

/** Returns the dates that the grammar finds: of two groups together, or of one. */
function readGroups(text: DateText): FoundDate[] {
  const groups = groupAtoms(text.folded, text.grammar);
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
