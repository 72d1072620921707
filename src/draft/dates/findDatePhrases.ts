import * as chronoEnglish from 'chrono-node/en';
import * as chronoFrench from 'chrono-node/fr';
import * as chronoGerman from 'chrono-node/de';
import * as chronoSpanish from 'chrono-node/es';
import { splitDay, type DayNumber } from '../../model/dayRanges.ts';
import {
  dateToRanges,
  getNight,
  getSingleDay,
  getWeekday,
  parseEdtf,
  printDay,
  type PartOfDay,
} from '../../model/when.ts';
import { findWrongWeekday } from '../../model/weekdays.ts';
import { countWords } from '../articleText.ts';
import { getGrammar, type Grammar } from './grammar.ts';
import type { ClockAtom, DateOrder, Stretch } from './atom.ts';
import { foldText } from './calendarWords.ts';
import { eraPhrases } from './eras.ts';
import { createForeignPhrases } from './foreignPhrases.ts';
import { printMonth, printYear, type Tense } from './days.ts';
import { groupAtoms, type Group } from './groups.ts';
import { resolveGroup, type Resolution } from './resolveGroup.ts';
import { isTenseOpen, speaksAhead } from './tense.ts';
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

/** What interpreting the dates of a sentence requires. */
export interface DateContext {
  /** The day on which the article was published, null if unknown. */
  readonly published: DayNumber | null;
  /** The article's language, BCP 47. */
  readonly language: string;
  /** The order of day and month in numeric dates, if the article shows it. */
  readonly order: DateOrder | null;
  /** Years that the paragraph names before this sentence: a day without a year may belong to one of them. */
  readonly years?: readonly number[];
}

/**
 * Returns the date phrases of a sentence, whose quotations are blanked, in order. A weekday is the last one
 * on or before publication, unless the sentence is about what is ahead. Anything unclear is left open.
 */
export function findDatePhrases(sentence: string, context: DateContext): DatePhrase[] {
  const grammar = getGrammar(context.language);
  const isEnglish = grammar.words.isCased;
  const folded = foldText(sentence);
  const found: Raw[] = [];
  const taken: Stretch[] = [];
  let rest = folded;
  const takeVague = (phrases: readonly VaguePhrase[]) => {
    for (const phrase of phrases)
      for (const match of rest.matchAll(phrase.pattern)) {
        const stretch = { start: match.index, end: match.index + match[0].length };
        if (stretch.start === stretch.end) continue;
        const result = phrase.resolve(match, context.published);
        taken.push(stretch);
        if (result)
          found.push({
            ...stretch,
            ...noTime,
            ...result,
            time: result.time ?? readPart(match[0]),
          });
        rest = blank(rest, stretch);
      }
  };
  takeVague(
    isEnglish
      ? [...eraPhrases, ...qualifiedPhrases]
      : createForeignPhrases(context.language, grammar.words),
  );
  for (const raw of readGroups(rest, context, grammar)) {
    taken.push(raw);
    if (!raw.isDropped) found.push(raw);
    rest = blank(rest, raw);
  }
  if (isEnglish) takeVague(vaguePhrases);
  for (const stretch of findResidue(rest, context))
    found.push({ ...stretch, ...noTime, date: null, isAhead: false });
  return found
    .sort((a, b) => a.start - b.start)
    .map((raw) => finish(raw, sentence, context, grammar));
}

interface Raw extends Stretch {
  readonly date: string | null;
  readonly time: string | null;
  readonly isHourOpen: boolean;
  readonly isHourAlone?: boolean;
  readonly isAhead: boolean;
  /** Whether words such as “since”, “by” or “around” before it change the date. */
  readonly isWhole?: boolean;
  readonly isDropped?: boolean;
}

const noTime = { time: null, isHourOpen: false } as const;

function readPart(words: string): string | null {
  return /\b(morning|afternoon|evening|night)\b/i.exec(words)?.[1]?.toLowerCase() ?? null;
}

function blank(text: string, { start, end }: Stretch): string {
  return text.slice(0, start) + '\u0001'.repeat(end - start) + text.slice(end);
}

function readGroups(folded: string, context: DateContext, grammar: Grammar): Raw[] {
  const groups = groupAtoms(folded, grammar);
  const raws: Raw[] = [];
  for (let index = 0; index < groups.length; index += 1) {
    const [group, next] = [groups[index], groups[index + 1]];
    if (!group) continue;
    const pair = next && readPair(group, next, folded, context, grammar);
    if (pair) {
      raws.push(pair);
      index += 1;
      continue;
    }
    raws.push(...readGroup(group, next, folded, context, grammar));
  }
  return raws;
}

function getTense(folded: string, stretch: Stretch, grammar: Grammar): Tense {
  return grammar.words.isCased && speaksAhead(folded, stretch.start, stretch.end)
    ? 'ahead'
    : 'past';
}

/** Returns the combined meaning of two groups: “from A to B”, “A–B”, “between A and B”, “A or B”. */
function readPair(
  first: Group,
  second: Group,
  folded: string,
  context: DateContext,
  grammar: Grammar,
): Raw | null {
  const { words } = grammar;
  const between = folded.slice(first.end, second.start);
  const before = folded.slice(0, first.start);
  const small = '(?:(?:the|late|early|mid|on|den|dem|zum|le|el)[\\s-]+)*';
  const is = (source: string) =>
    new RegExp(`^\\s*,?\\s*(?:${source})\\s+${small}$`, 'iu').test(between);
  const isDash = /^\s?[–—/-]\s?$/.test(between);
  const lead = new RegExp(`(?<![\\p{L}])(${words.from})\\s+${small}$`, 'iu').exec(before);
  const isBetween = lead !== null && new RegExp(`^(?:${words.between})$`, 'iu').test(lead[1] ?? '');
  const isOr = is(words.or);
  const lasts =
    (is(words.to) && (lead !== null || first.part === 'night' || /through|thru/.test(between))) ||
    isDash;
  if (!lasts && !isOr && !(isBetween && is(words.and))) return null;
  if (first.clock || second.clock || (first.head?.type === 'days' && first.head.days.length > 1))
    return null;
  const stretch = { start: first.start, end: second.end };
  const tense = getTense(folded, stretch, grammar);
  const ends = resolveEnds(first, second, context, tense);
  const isNight =
    isNightBetween.test(before) || (first.part === 'night' && second.part === null)
      ? 'night'
      : null;
  if (!ends)
    return { ...stretch, ...noTime, time: isNight, date: null, isAhead: tense === 'ahead' };
  const [from, to] = ends;
  const date = isOr
    ? `[${from},${to}]`
    : isBetween && isNight === null && !lasting.test(before.slice(0, lead.index))
      ? `[${from}..${to}]`
      : `${from}/${to}`;
  if (!parseEdtf(date) || !isInOrder(from, to))
    return { ...stretch, ...noTime, date: null, isAhead: tense === 'ahead' };
  return { ...stretch, ...noTime, time: isNight, date, isAhead: isAfter(date, context.published) };
}

// “Remained closed between 3 and 9 May”: the whole time, not one day of it.
const lasting =
  /\b(?:(?:remain|stay|last|continu|lay|stood)(?:s|ed)?|ran|kept|stays|dauerten?|blieb(?:en)?|anhielt|resté(?:e?s)?|duré|permanecí?[óe]\p{L}*|permaneci\p{L}+|estuv\p{L}+|dur(?:ó|aron))(?![\p{L}])[^.;:,]*$/iu;

const isNightBetween =
  /\b(?:night (?:of|between|from)|overnight(?: from| on)?|nuit (?:du|de)|nacht (?:vom|von)|noche del)\s+(?:the\s+)?(?:from\s+|between\s+)?$/i;

function isInOrder(from: string, to: string): boolean {
  const [a, b] = [from, to].map((text) => {
    const date = parseEdtf(text);
    return date === undefined ? undefined : dateToRanges(date)[0]?.first;
  });
  return typeof a === 'number' && typeof b === 'number' && a < b;
}

/** Returns both ends in EDTF; if one lacks a year or month, it takes the other's. */
function resolveEnds(
  first: Group,
  second: Group,
  context: DateContext,
  tense: Tense,
): [string, string] | null {
  const { published } = context;
  const kinds = [first.head?.type, second.head?.type];
  if (kinds.every((kind) => kind === 'year')) {
    const [a, b] = [first.head, second.head];
    return a?.type === 'year' && b?.type === 'year' && !a.isDecade && !b.isDecade
      ? [printYear(a.year), printYear(b.year)]
      : null;
  }
  if (kinds.every((kind) => kind === 'month')) {
    const [a, b] = [first.head, second.head];
    if (a?.type !== 'month' || b?.type !== 'month') return null;
    const last = b.year ?? a.year ?? null;
    const end = last ?? readYear(resolveGroup({ ...second }, context, tense, []));
    if (end === null) return null;
    const endYear = b.year === null && a.year !== null && b.month < a.month ? end + 1 : end;
    const startYear = a.year ?? (a.month <= b.month ? endYear : endYear - 1);
    return [printMonth(startYear, a.month), printMonth(endYear, b.month)];
  }
  const isDay = ({ head, weekday }: Group) =>
    head === null ? weekday !== null : ['days', 'numeric', 'relative'].includes(head.type);
  if (!isDay(first) || !isDay(second)) return null;
  const [a, b] = [first.head, second.head];
  const yearOf = (head: Group['head']) =>
    head?.type === 'days' || head?.type === 'numeric' ? (head.year ?? null) : null;
  // The day with its own year is certain, the other is the nearest on its side.
  if (yearOf(a) !== null) {
    const start = readDay(resolveGroup(first, context, tense, []));
    const end = start && findAfter(second, start, context);
    return typeof start === 'number' && typeof end === 'number'
      ? [printDay(start), printDay(end)]
      : null;
  }
  if (yearOf(b) !== null) {
    const end = readDay(resolveGroup(second, context, tense, []));
    const start = typeof end === 'number' ? findBefore(first, end, context) : undefined;
    return typeof start === 'number' && typeof end === 'number'
      ? [printDay(start), printDay(end)]
      : null;
  }
  if (published === null) return null;
  if (tense === 'ahead') {
    const start = readDay(resolveGroup(first, context, tense, []));
    const end = typeof start === 'number' ? findAfter(second, start, context) : undefined;
    return typeof start === 'number' && typeof end === 'number'
      ? [printDay(start), printDay(end)]
      : null;
  }
  const end = readDay(resolveGroup(second, context, tense, []));
  const start = typeof end === 'number' ? findBefore(first, end, context) : undefined;
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  // “From Friday to Monday” on a Saturday may be last week's, or may not be over yet.
  const lastStart = readDay(resolveGroup(first, context, tense, []));
  if (lastStart !== start && typeof lastStart === 'number' && lastStart > end) return null;
  return [printDay(start), printDay(end)];
}

function readDay(resolution: Resolution): DayNumber | null {
  if (resolution?.unit !== 'day' || resolution.days.length !== 1) return null;
  return resolution.days[0] ?? null;
}

function readYear(resolution: Resolution): number | null {
  return resolution?.unit === 'month' ? resolution.year : null;
}

function findBefore(group: Group, end: DayNumber, context: DateContext): DayNumber | undefined {
  const all = listNear(group, end, context).filter((day) => day < end);
  return all.at(-1);
}

function findAfter(group: Group, start: DayNumber, context: DateContext): DayNumber | undefined {
  return listNear(group, start, context).find((day) => day > start);
}

/** Returns the days close to another that a group without a year may mean, in order. */
function listNear(
  { head, weekday, offset }: Group,
  near: DayNumber,
  context: DateContext,
): DayNumber[] {
  if (offset !== null) return context.published === null ? [] : [context.published + offset];
  if (head?.type === 'days') {
    const years =
      head.year === null ? [-1, 0, 1].map((step) => splitDay(near).year + step) : [head.year];
    return years.flatMap((year) => {
      const resolved = resolveGroup(
        { head: { ...head, year }, weekday, offset: null },
        context,
        'past',
        [],
      );
      const day = readDay(resolved);
      return day === null ? [] : [day];
    });
  }
  if (head === null && weekday !== null)
    return [...Array(15).keys()]
      .map((step) => near - 7 + step)
      .filter((day) => getWeekday(day) === weekday);
  const day = readDay(resolveGroup({ head, weekday, offset }, context, 'past', []));
  return day === null ? [] : [day];
}

const monthCue =
  /\b(?:in|since|by|until|till|of|last|next|early|late|mid|this|from|during|through|before|after|between|earlier|around|about|and|to|le|en|im|seit|bis|depuis|desde|anfang|mitte|ende|début|fin|courant|mi|(?:principios|comienzos|mediados|finales|fines) de)[\s-]+(?:early |late |mid-?|de )?$|(?<![\p{L}])[وف]?(?:في|منذ|من|حتي|شهر|مطلع|منتصف|اوائل|اواسط|اواخر|بدايه|نهايه)\s+(?:شهر\s+)?$/iu;
const yearCue =
  /(?:\b(?:in|since|by|until|before|after|during|of|from|between|around|about|circa|ca\.|c\.|late|early|mid|to|and|the|year|years|im jahr|seit|en|depuis|desde|año)|عام|سنه|منذ|في)(?: early| late| mid)?[\s-]*$/i;

// “The”, “his” or “a” before a day, unless “on the” makes it a date.
const namedBehind =
  /(?<!\b(?:on|by|since|until|till|before|after|from|to|between|of)\s)\b(?:the|an?|his|her|its|their|our|this|that)\s+$/i;

function readGroup(
  group: Group,
  next: Group | undefined,
  folded: string,
  context: DateContext,
  grammar: Grammar,
): Raw[] {
  const { words } = grammar;
  let { start, end } = group;
  const before = folded.slice(0, start);
  const { head, weekday, clock, part } = group;
  if (head?.type === 'month' && head.year === null && !monthCue.test(before)) return [];
  if (head?.type === 'year' && !head.isDecade && !yearCue.test(before)) return [];
  // “May” in “Theresa May” and “The Sunday Times” are names.
  if (
    words.isCased &&
    head === null &&
    weekday !== null &&
    /\bthe\s+$/i.test(before) &&
    /^\s+\p{Lu}/u.test(folded.slice(end))
  )
    return [];
  let tense = getTense(folded, group, grammar);
  const common = () => ({
    start,
    end,
    ...combineTime(part, clock),
  });
  const openRaw = (): Raw => ({ ...common(), date: null, isAhead: tense === 'ahead' });
  const isYearOpen =
    head === null || ((head.type === 'days' || head.type === 'numeric') && head.year === null);
  if (isYearOpen && words.isCased && isTenseOpen(folded, start, end)) return [openRaw()];
  // “3:16” is an hour if a word or day next to it shows that.
  const isBare = /^\d+:\d\d$/.test(folded.slice(start, end).trim());
  // At the start of a line it is the hour of an entry: “20:30 Quay closed”.
  const isEntry = start === 0 && /^\s*[\s|:–—-]\s*\p{Lu}/u.test(folded.slice(end));
  if (head === null && weekday === null && isBare && !isEntry)
    return clock?.isLimit ? [openRaw()] : [];
  if (head === null && weekday === null)
    return [{ ...openRaw(), isHourAlone: clock?.isLimit === false }];
  // “The October 7 attack” is named after its day: its own sentence doesn't state the year. The same applies
  // to “The 3 May vote”, while “on the 3 May” is a day.
  const isNamedByDay =
    words.isCased &&
    head?.type === 'days' &&
    head.year === null &&
    weekday === null &&
    ((/^\p{Lu}/u.test(folded.slice(start, end)) && /\bthe\s+$/i.test(before)) ||
      (namedBehind.test(before) && /^\s\p{Ll}/u.test(folded.slice(end))));
  if (isNamedByDay) return [openRaw()];
  const limiting = new RegExp(`(?<![\\p{L}])(?:${words.limits})\\s+$`, 'iu').exec(before);
  if (limiting) {
    start = limiting.index;
    return [openRaw()];
  }
  // “Vom 12. auf den 13. Oktober” is one night or a postponement.
  const isMoved =
    context.language === 'de' && /\s(?:auf|zum)\s(?:den\s)?\d/i.test(folded.slice(start, end));
  if (isMoved && part !== 'night' && !isNightBetween.test(before)) return [openRaw()];
  // “3 May last year”, “in June of that year”.
  const yearWords =
    /^\s*,?\s*(?:of\s+)?(last|this|next|that|the same|the following|the previous) year\b/i.exec(
      folded.slice(end),
    );
  let year: number | null = null;
  if (words.isCased && yearWords && (head?.type === 'days' || head?.type === 'month')) {
    end += yearWords[0].length;
    const step = { last: -1, this: 0, next: 1 }[(yearWords[1] ?? '').toLowerCase()];
    if (step === undefined || context.published === null) return [openRaw()];
    year = splitDay(context.published).year + step;
  }
  const dated =
    year === null || (head?.type !== 'days' && head?.type !== 'month')
      ? group
      : { ...group, head: { ...head, year } };
  const isAlone = head === null && weekday !== null;
  // “Last June”, “this Friday”: which one is meant varies between speakers of English.
  const which = new RegExp(
    `(?<![\\p{L}])(?:(this past|this coming|this|${words.last}|${words.next})\\s+)(?:(?:early|late|mid)[\\s-]+)?$`,
    'iu',
  ).exec(before);
  const whichBehind = words.isCased
    ? null
    : new RegExp(`^\\s+(${words.last}|${words.next})(?![\\p{L}])`, 'iu').exec(folded.slice(end));
  let offsetWeek: 'last' | 'next' | null = null;
  const word = (which?.[1] ?? whichBehind?.[1] ?? '').toLowerCase();
  const isWord = (source: string) => new RegExp(`^(?:${source})$`, 'iu').test(word);
  if (head?.type === 'days' && (isWord(words.last) || isWord(words.next))) {
    // “El próximo 3 de mayo”, “le 3 mai dernier”.
    if (which) start = which.index;
    if (whichBehind) end += whichBehind[0].length;
    tense = isWord(words.next) ? 'ahead' : 'past';
  }
  if ((which || whichBehind) && (isAlone || head?.type === 'month')) {
    if (which) start = which.index;
    if (whichBehind) end += whichBehind[0].length;
    offsetWeek = isWord(words.last) ? 'last' : isWord(words.next) ? 'next' : null;
    if (context.published === null) return [openRaw()];
    if (head?.type === 'month') {
      const { year: now, month } = splitDay(context.published);
      const inYear =
        word === 'this'
          ? now
          : offsetWeek === 'last' && head.month >= month
            ? now - 1
            : offsetWeek === 'next' && head.month <= month
              ? now + 1
              : null;
      if (inYear === null || head.year !== null) return [openRaw()];
      const date = printMonth(inYear, head.month);
      return [{ ...common(), date, isAhead: isAfter(date, context.published), isWhole: true }];
    }
    if (word === 'this' && tense !== 'ahead' && getWeekday(context.published) !== weekday)
      return [openRaw()];
    if (offsetWeek === 'next') tense = 'ahead';
  } else if (isAlone && isTiedToLater(group, next, folded, grammar)) return [openRaw()];
  // “Friday 4th”: the number must be that day of the month.
  const numbered = isAlone
    ? /^,?\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\b/.exec(folded.slice(end))
    : null;
  if (numbered) end += numbered[0].length;
  // In other languages a lone weekday doesn't show whether it is the last or the next.
  if (isAlone && !words.isCased && offsetWeek === null) return [openRaw()];
  // In Arabic, many take the night of Friday to be the one before it.
  if (/ليل[هة]\s*$/.test(before) && weekday !== null) return [{ ...openRaw(), time: 'night' }];
  const years = listYears(folded, group, context);
  const resolution = resolveGroup(dated, context, tense, years, offsetWeek);
  if (resolution === null) return [openRaw()];
  if (resolution.unit === 'decade')
    return [{ ...common(), date: `${String(resolution.year).slice(0, 3)}X`, isAhead: false }];
  if (resolution.unit === 'year' || resolution.unit === 'month') {
    const date =
      resolution.unit === 'year'
        ? printYear(resolution.year)
        : printMonth(resolution.year, resolution.month);
    const isLeft = tense === 'ahead' && isNotOver(date, context.published);
    const isAhead = isLeft || isAfter(date, context.published);
    return [{ ...common(), date, isAhead, isWhole: true }];
  }
  const { days, join } = resolution;
  if (numbered && days.some((day) => splitDay(day).day !== Number(numbered[1]))) return [openRaw()];
  const isBetween = new RegExp(`(?<![\\p{L}])(?:${words.between})\\s+(?:the\\s+)?$`, 'iu').test(
    before,
  );
  const isNightSpan = part === 'night' || isNightBetween.test(before);
  const [firstDay = 0, lastDay = firstDay] = [days[0], days.at(-1)];
  const asRaw = (date: string, whole: boolean): Raw => ({
    ...common(),
    date,
    isAhead: isAfter(date, context.published),
    isWhole: whole,
  });
  // “In der Nacht auf den 12. Oktober” began on the 11th.
  if (days.length === 1 && /nacht (?:zum|zu|auf)\b/i.test(folded.slice(start, end)))
    return [asRaw(`${printDay(firstDay - 1)}/${printDay(firstDay)}`, false)];
  if (days.length === 1) return [asRaw(printDay(firstDay), true)];
  if (days.some((day, index) => index > 0 && day <= (days[index - 1] ?? day))) return [openRaw()];
  if (join === 'or') return [asRaw(`[${days.map(printDay).join(',')}]`, false)];
  if (isBetween && !isNightSpan)
    return [asRaw(`[${printDay(firstDay)}..${printDay(lastDay)}]`, false)];
  const isRun = lastDay - firstDay === days.length - 1;
  if (join === 'and' && !isRun) return days.map((day) => asRaw(printDay(day), true));
  return [asRaw(`${printDay(firstDay)}/${printDay(lastDay)}`, false)];
}

/** Returns the time from an hour and a part of the day: “5:30 in the afternoon” is 17:30. */
function combineTime(
  part: PartOfDay | null,
  clock: ClockAtom | null,
): { readonly time: string | null; readonly isHourOpen: boolean } {
  const time = clock?.time ?? null;
  if (time === null) return { time: part, isHourOpen: clock !== null };
  const hour = /^(about )?(0\d|1[01]):(\d\d)$/.exec(time);
  if (part === null || part === 'morning' || !hour) return { time, isHourOpen: false };
  // “Friday night at 2:30” is already Saturday by the clock, so the editor must choose the day.
  if (part === 'night' && Number(hour[2]) < 6) return { time: part, isHourOpen: true };
  return { time: `${hour[1] ?? ''}${Number(hour[2]) + 12}:${hour[3] ?? ''}`, isHourOpen: false };
}

/** “Friday and Saturday of last week”: the week of the second may apply to the first too. */
function isTiedToLater(
  group: Group,
  next: Group | undefined,
  folded: string,
  { words }: Grammar,
): boolean {
  const behind = folded.slice(group.end);
  const joined = new RegExp(`^\\s*(?:,|${words.and}|${words.or})\\s+\\u0001`, 'iu').test(behind);
  if (joined) return true;
  if (!next || (next.head === null && next.weekday !== null)) return false;
  return (
    new RegExp(`^\\s*(?:${words.and}|${words.or}|,\\s*${words.and})\\s+(?:on\\s+)?$`, 'iu').test(
      folded.slice(group.end, next.start),
    ) && next.weekday !== null
  );
}

/** Returns the years near a date in this and earlier sentences, except its own. */
function listYears(folded: string, group: Group, context: DateContext): number[] {
  const rest = blank(folded, group);
  const own = [...rest.matchAll(/(?<![\d,.$€£])(?:19|20)\d\d(?![\d,]\d|\d)/g)].map(([year]) =>
    Number(year),
  );
  return [...own, ...(context.years ?? [])];
}

/** Extends a phrase by the words before it that belong to it, and applies their effect on its date. */
function finish(raw: Raw, sentence: string, context: DateContext, grammar: Grammar): DatePhrase {
  const before = sentence.slice(0, raw.start);
  const lead = before.slice(before.length - findLead(foldText(before), grammar).length);
  const isShort = countWords(lead + sentence.slice(raw.start, raw.end)) <= maxWords;
  const start = isShort ? raw.start - lead.length : raw.start;
  const words = sentence
    .slice(start, raw.end)
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:(]+|[\s,;:]+$/g, '')
    // A sentence's full stop isn't part of its last date, but that of “Oct.” is.
    .replace(/(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[ap]\.?m))\.$/, '');
  const hour = raw.time ?? readPart(lead);
  const limited =
    raw.date === null || !raw.isWhole ? raw : limit(raw, lead, context.published, grammar);
  const date = limited.date;
  const parsed = date === null ? undefined : parseEdtf(date);
  // A date on another day than the words name is invalid; the editor finds the right one.
  const isSound =
    parsed !== undefined && findWrongWeekday(words, dateToRanges(parsed)) === undefined;
  const fitsTime =
    !isSound ||
    (hour === 'night' ? getNight(parsed) !== undefined : getSingleDay(parsed) !== undefined);
  return {
    words: countWords(words) <= maxWords ? words : words.split(' ').slice(0, maxWords).join(' '),
    start,
    end: raw.end,
    date: isSound ? date : null,
    time: fitsTime ? hour : null,
    isHourOpen: raw.isHourOpen || (!fitsTime && hour !== null && /\d/.test(hour)),
    isHourAlone: raw.isHourAlone === true,
    isAhead: limited.isAhead,
  };
}

const maxWords = 10;

// “Late on the ”, “in late ” and “on the night of ”: a preposition, and how much of what follows.
const preposition = '(?:on|by|since|until|till|before|after|in|at|during|from|between|over|of)';
const englishLead = new RegExp(
  `(?:\\b(?:(?:in|on|by|since|until|before|after|from|during)\\s+(?:late|early|mid)[\\s-]+)(?!on\\b)|(?:\\b${preposition}\\s+)?the (?:very )?(?:start|beginning|middle|end|close) of\\s+(?:the\\s+)?|(?:\\b(?:late|early|earlier|mid)[\\s-]+)?(?:\\b${preposition}\\s+)?(?:\\b(?:around|about|circa|ca\\.|c\\.|approximately|roughly|some time around|or around|or about)\\s+)?(?:\\bthe\\s+)?(?:\\b(?:morning|afternoon|evening|night) of\\s+(?:the\\s+)?)?)$`,
  'i',
);

function findLead(before: string, { words }: Grammar): string {
  if (words.isCased) {
    const lead = englishLead.exec(before)?.[0] ?? '';
    // “Of” belongs to a numeric date, but not to “the summer of” or “the fair of”.
    return /^of\s+$/i.test(lead) ? '' : lead;
  }
  return (
    new RegExp(`(?<![\\p{L}])(?:(?:${words.lead})\\s+)?(?:(?:${words.about})\\s+)?$`, 'iu').exec(
      before,
    )?.[0] ?? ''
  );
}

/** Returns the date after applying words such as “since”, “by” or “around” before it. */
function limit(
  raw: Raw,
  lead: string,
  published: DayNumber | null,
  { words }: Grammar,
): Pick<Raw, 'date' | 'isAhead'> {
  const { date } = raw;
  const parsed = date === null ? undefined : parseEdtf(date);
  if (!parsed || date === null) return raw;
  const about = new RegExp(`(?<![\\p{L}])(?:${words.about})\\s+(?:the\\s+)?$`, 'iu').test(lead);
  if (about || /\bor (?:around|about)\s/i.test(lead))
    return raw.time === null ? { ...raw, date: `${date}~` } : { ...raw, date: null };
  const word = /\b(since|until|till|by|before|after|seit|bis|depuis|desde)\b|منذ/i
    .exec(lead)?.[0]
    ?.toLowerCase();
  const today = published === null ? null : printDay(published);
  const first = dateToRanges(parsed)[0]?.first ?? null;
  const last = dateToRanges(parsed).at(-1)?.last ?? null;
  const day = getSingleDay(parsed);
  switch (word) {
    case 'since':
    case 'seit':
    case 'depuis':
    case 'desde':
    case 'منذ':
      // If the sentence is about what is ahead, the period only begins then.
      return { date: `${date}/..`, isAhead: isAfter(date, published) };
    case 'until':
    case 'till':
    case 'bis':
      return { date: `/${date}`, isAhead: raw.isAhead };
    case 'by':
    case 'before': {
      // Before an hour of a day may still be that day.
      const isWithin = /\b(?:late|mid|early|of)\b/i.test(lead);
      const isDayItself =
        word === 'by' || isWithin || raw.time !== null || raw.isHourOpen || first === null;
      if (!raw.isAhead)
        return { date: `[..${isDayItself ? date : printDay(first - 1)}]`, isAhead: false };
      if (published === null || today === null) return raw;
      const end = isDayItself ? last : first - 1;
      return typeof end !== 'number' || end <= published
        ? raw
        : { date: `[${today}..${printDay(end)}]`, isAhead: true };
    }
    case 'after':
      // How long after is open, and after a month or year so is the day to count from.
      if (raw.isAhead || published === null || day === undefined || day >= published)
        return { date: null, isAhead: raw.isAhead };
      return { date: `[${date}..${today ?? ''}]`, isAhead: false };
    case undefined:
    default:
      return raw;
  }
}

function isAfter(date: string, published: DayNumber | null): boolean {
  const parsed = parseEdtf(date);
  const first = parsed && dateToRanges(parsed)[0]?.first;
  return published !== null && first !== undefined && first !== null && first > published;
}

function isNotOver(date: string, published: DayNumber | null): boolean {
  const parsed = parseEdtf(date);
  const last = parsed && dateToRanges(parsed).at(-1)?.last;
  return published !== null && typeof last === 'number' && last >= published;
}

/** Returns what chrono takes for dates in the remaining words: nothing is lost, but nothing is trusted. */
function findResidue(rest: string, { language, published }: DateContext): Stretch[] {
  const { casual } =
    { de: chronoGerman, fr: chronoFrench, es: chronoSpanish }[language] ?? chronoEnglish;
  if (language === 'ar') return [];
  const { year, month, day } = splitDay(published ?? 19889);
  // Chrono uses the machine's zone; at noon its day equals ours in every zone.
  return casual
    .parse(rest.replaceAll('\u0001', ' '), new Date(year, month - 1, day, 12))
    .filter(({ start, text, index }) =>
      isDate(start, text, rest.slice(Math.max(index - 14, 0), index)),
    )
    .map(({ index, text }) => ({ start: index, end: index + text.length }))
    .filter((stretch) => !rest.slice(stretch.start, stretch.end).includes('\u0001'));
}

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
