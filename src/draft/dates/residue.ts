import * as chronoEnglish from 'chrono-node/en';
import * as chronoFrench from 'chrono-node/fr';
import * as chronoGerman from 'chrono-node/de';
import * as chronoSpanish from 'chrono-node/es';
import { splitDay } from '../../model/dates/dayRanges.ts';
import type { Stretch } from './atom.ts';
import { blankCharacter } from './blank.ts';
import type { DateContext } from './dateText.ts';

/** Returns what chrono takes for dates in the remaining words: nothing is lost, but nothing is trusted. */
export function findResidue(rest: string, { language, published }: DateContext): Stretch[] {
  if (language === 'ar') return [];
  const { casual } =
    { de: chronoGerman, fr: chronoFrench, es: chronoSpanish }[language] ?? chronoEnglish;
  const { year, month, day } = splitDay(published ?? anyDay);
  // Chrono uses the machine's zone; at noon its day equals ours in every zone.
  return casual
    .parse(rest.replaceAll(blankCharacter, ' '), new Date(year, month - 1, day, 12))
    .filter(({ start, text, index }) =>
      isDate(start, text, rest.slice(Math.max(index - 14, 0), index)),
    )
    .map(({ index, text }) => ({ start: index, end: index + text.length }))
    .filter((stretch) => !rest.slice(stretch.start, stretch.end).includes(blankCharacter));
}

/** 2024-06-15: chrono needs a day to count from, and only the positions of its dates are used. */
const anyDay = 19_889;

type Components = ReturnType<typeof chronoEnglish.casual.parse>[number]['start'];

function isDate(start: Components, words: string, before: string): boolean {
  if ([...start.tags()].some((tag) => tag.includes('relativeDateAndTime'))) return false;
  if (/^[\d/.:\s-]+$/.test(words) || /\b(?:for|lasted)\s+$/.test(before) || /^for\b/i.test(words))
    return false;
  // “May”, “March”, “sat” and “sun” are also words; the grammar has already found those that are dates.
  const named =
    /\b(?:sun|mon|tue|wed|thu|fri|sat|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*/iu.exec(
      words,
    )?.[0];
  if (named !== undefined && (!/^\p{Lu}/u.test(named) || !/\d/.test(words))) return false;
  return start.isCertain('day') || start.isCertain('weekday');
}
