import { dateToRanges } from '../../model/dates/dateRanges.ts';
import { hull, type DayNumber, type DayRange } from '../../model/dates/dayRanges.ts';
import { parseEdtf } from '../../model/dates/parseEdtf.ts';
import type { DateOrder, TextRange } from './token.ts';
import type { Tense } from './days.ts';
import type { Grammar } from './grammar.ts';
import { speaksAhead } from './tense.ts';

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

/** A folded sentence (`foldText`), blank where phrases are read already, with what interpreting its dates requires. */
export interface DateText {
  readonly folded: string;
  readonly context: DateContext;
  readonly grammar: Grammar;
}

/** A date of a sentence, before its lead-in (“since”, “around”) is considered. */
export interface FoundDate extends TextRange {
  /** In EDTF; null if the words leave it open. */
  readonly date: string | null;
  readonly time: string | null;
  readonly isHourOpen: boolean;
  readonly isHourAlone?: boolean;
  readonly isAhead: boolean;
  /** Whether words such as “since”, “by” or “around” before it change the date. */
  readonly isWhole?: boolean;
}

export const noTime = { time: null, isHourOpen: false } as const;

/** Returns whether a sentence speaks of a range as ahead; only English sentences are analysed. */
export function getTense({ start, end }: TextRange, { folded, grammar }: DateText): Tense {
  return grammar.words.isEnglish && speaksAhead(folded, start, end) ? 'ahead' : 'past';
}

/** Returns whether an EDTF date begins after publication. */
export function isAfter(date: string, published: DayNumber | null): boolean {
  const { first } = getBounds(date);
  return published !== null && first !== null && first > published;
}

/** Returns whether an EDTF date ends on the day of publication or later. */
export function isNotOver(date: string, published: DayNumber | null): boolean {
  const { last } = getBounds(date);
  return published !== null && last !== null && last >= published;
}

/** Returns the first and last day of an EDTF date; both are null if the text is no date. */
export function getBounds(date: string): DayRange {
  const parsed = parseEdtf(date);
  return hull(parsed ? dateToRanges(parsed) : []);
}
