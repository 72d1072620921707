import type { PartOfDay } from '../../model/dates/timeOfDay.ts';

/** A position in a sentence. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Days of one month that a sentence names together: “5”, “5 and 6”, “28–30”, “5 or 6”. */
export interface DaysOfMonth {
  readonly type: 'days';
  readonly days: readonly number[];
  readonly join: 'and' | 'or' | 'to' | null;
  readonly month: number;
  readonly year: number | null;
}

/** A numeric date; `first` and `second` are the day and month, perhaps in unknown order. */
export interface NumericDate {
  readonly type: 'numeric';
  readonly first: number;
  readonly second: number;
  /** Null if there is none; undefined if it has two digits, so that the century is open. */
  readonly year: number | null | undefined;
  readonly order: DateOrder | null;
}

/** The order of day and month in a numeric date. */
export type DateOrder = 'day-first' | 'month-first';

/** An hour; null if the words leave it open (“at 5 o’clock”) or it belongs to another zone. */
export interface ClockAtom {
  readonly type: 'clock';
  readonly time: string | null;
  /** True if the hour is a limit rather than a time: “by 5 pm”. */
  readonly isLimit: boolean;
}

/** The smallest parts of dates. */
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

/** An atom as its pattern describes it; the match adds the position. */
export type Content<T> = T extends unknown ? Omit<T, 'start' | 'end'> : never;
export type AtomPattern = readonly [RegExp, (match: RegExpExecArray) => Content<Atom> | null];
