/** A parsed EDTF text: a date, a lasting time, or a choice of dates. The written text is authoritative. */
export type EdtfDate =
  | {
      readonly type: 'single';
      readonly written: string;
      readonly date: PlainDate;
      readonly clock: Clock | null;
    }
  | {
      readonly type: 'lasting';
      readonly written: string;
      readonly from: DateEnd;
      readonly to: DateEnd;
    }
  | { readonly type: 'one-of'; readonly written: string; readonly members: readonly OneOfMember[] };

/** A single EDTF date, with its digits as written (`X` for an unspecified one). */
export interface PlainDate {
  readonly type: 'date';
  readonly year: string;
  readonly month: string | null;
  readonly day: string | null;
  readonly season: Season | null;
  /** The unit that “about” applies to, null if none. */
  readonly about: Unit | null;
  readonly doubtful: boolean;
}

/** An end of a lasting time: it may still go on (`..`), or nobody knows the date (empty). */
export type DateEnd = PlainDate | 'open' | 'unknown';

/** A member of a one-of set: a date, or a range whose ends may be open. */
export type OneOfMember =
  | PlainDate
  | { readonly type: 'range'; readonly from: PlainDate | null; readonly to: PlainDate | null };

/** A time of day in an EDTF date; `offset` is minutes east of UTC, null if there is none. */
export interface Clock {
  readonly minute: number;
  readonly offset: number | null;
}

export type Unit = 'day' | 'month' | 'year';
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** The seasons by their EDTF codes, which stand in place of a month. */
export const seasonsByCode: Readonly<Partial<Record<number, Season>>> = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
};
