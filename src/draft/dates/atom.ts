import type { PartOfDay } from '../../model/when.ts';

/** Where something stands in a sentence. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The days of one month that a sentence names together: “5”, “5 and 6”, “28–30”, “5 or 6”. */
export interface DaysOfMonth {
  readonly type: 'days';
  readonly days: readonly number[];
  readonly join: 'and' | 'or' | 'to' | null;
  readonly month: number;
  readonly year: number | null;
}

/** A date in figures; `first` and `second` are the day and the month in an order that may be unknown. */
export interface NumericDate {
  readonly type: 'numeric';
  readonly first: number;
  readonly second: number;
  /** Null where none is written; undefined where it has two digits and so no century. */
  readonly year: number | null | undefined;
  readonly order: DateOrder | null;
}

/** Which of the two numbers of a date comes first. */
export type DateOrder = 'day-first' | 'month-first';

/** An hour; null where the words leave open which: “at 5 o’clock”, or that of another zone. */
export interface ClockAtom {
  readonly type: 'clock';
  readonly time: string | null;
  /** Where the hour limits a time instead of naming it: “by 5 pm”. */
  readonly isLimit: boolean;
}

/** The smallest pieces that dates are made of. */
export type Atom = Stretch &
  (
    | DaysOfMonth
    | NumericDate
    | ClockAtom
    | { readonly type: 'month'; readonly month: number; readonly year: number | null }
    | { readonly type: 'year'; readonly year: number; readonly isDecade: boolean }
    | { readonly type: 'weekday'; readonly weekday: number; readonly isShort: boolean }
    | { readonly type: 'part'; readonly part: PartOfDay }
    | { readonly type: 'relative'; readonly days: number; readonly part: PartOfDay | null }
  );

/** What a pattern says of an atom; where it stands is the match's. */
export type Content<T> = T extends unknown ? Omit<T, 'start' | 'end'> : never;
export type AtomPattern = readonly [RegExp, (match: RegExpExecArray) => Content<Atom> | null];
