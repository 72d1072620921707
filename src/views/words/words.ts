import type { Certainty } from '../../model/drafts.ts';
import type { SiteLanguage } from '../../model/siteLanguages.ts';
import type { Distance, PartOfDay, Season, Unit } from '../../model/when.ts';
import type { pageWords } from './enPages.ts';

/** A whole day, month or year to be put in words; month 1–12, null where it is not meant. */
export interface DateParts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** Dates where there is little room: in a figure, a table, or at the side of a list. A year is said where it is given. */
interface ShortDateWords {
  /** A day with its weekday, 0 for Sunday: “Fri 25 Dec”; without one, “3 Jan 2020”. */
  day(parts: DateParts, weekday: number | null, withYear: boolean): string;
  weekday(weekday: number): string;
  /** One letter for a weekday, at the head of a calendar. */
  initial(weekday: number): string;
  /** A letter or two for a month (1–12), at the head of a calendar. */
  monthInitial(month: number): string;
  month(parts: DateParts, withYear: boolean): string;
  /** From one day, month or year to another: “20–25 Dec”. */
  range(from: DateParts, to: DateParts, withYear: boolean): string;
  eitherDay(from: DateParts, to: DateParts, withYear: boolean): string;
  night(from: DateParts, to: DateParts, withYear: boolean): string;
  /** Without the month, at the head of a column: “25–26”. */
  nightColumn(from: DateParts, to: DateParts): string;
  about(text: string): string;
  doubtful(text: string): string;
  from(text: string): string;
  until(text: string): string;
  /** Of a date that leaves several days open. */
  dayNotKnown: string;
}

/** All that is said of dates in one language. A second language is a second table. */
export interface DateWords {
  date(parts: DateParts): string;
  /** A day where there is little room: “25 Dec”. */
  shortDay(parts: DateParts, withYear: boolean): string;
  season(season: Season, year: number): string;
  /** Digits left open: the 2020s, the twenties of a month … */
  decade(firstYear: number): string;
  /** One year of several that follow each other: `19XX`. */
  oneYearBetween(first: number, last: number): string;
  tensOfMonth(firstDay: number, month: DateParts): string;
  someDay(of: DateParts): string;
  someMonth(year: number): string;
  about(date: string, unit: Unit): string;
  doubtful(date: string): string;
  lasting(from: DateParts, to: DateParts): string;
  lastingFrom(from: string): string;
  lastingUntil(to: string): string;
  lastingBetween(from: string, to: string): string;
  /** Of days from one to another, `isNext` where there are only these two. */
  oneDayBetween(from: DateParts, to: DateParts, isNext: boolean): string;
  onOrBefore(date: string): string;
  onOrAfter(date: string): string;
  oneOf(dates: readonly string[]): string;
  oneOfDays(days: readonly DateParts[]): string;
  night(from: DateParts, to: DateParts): string;
  /** Nights by the two days of each. */
  oneOfNights(nights: readonly (readonly [DateParts, DateParts])[]): string;
  withPart(date: string, part: PartOfDay): string;
  /** A time of day, given as `20:30`. */
  clock(clock: string): string;
  withClock(date: string, clock: string): string;
  aboutClock(clock: string): string;
  betweenClocks(from: string, to: string): string;
  inPlace(date: string, place: string): string;
  /** A day of another IANA zone, of which no place is known. */
  inZone(date: string, zone: string): string;
  part(part: PartOfDay): string;
  /** Of an account without a date, by its publication; `isDay` where that is a known day. */
  /** Of an account that denies an event, and gives no day. */
  readonly undated: string;
  byPublication(date: string, isDay: boolean): string;
  afterPublication(date: string, isDay: boolean): string;
  /** How long before or after another event this one is: “the day before”, “eleven months later”. */
  earlier(distance: Distance): string;
  later(distance: Distance): string;
  /** How long after the last one before it something stands on a timeline: “Eleven months later”. */
  passes(distance: Distance): string;
  unknown: string;
  readonly short: ShortDateWords;
}

/** What is said of how sure an event or account is. */
export type CertaintyWords = Readonly<
  Record<
    Certainty | 'disputed',
    { readonly name: string; readonly mark: string | null; readonly sentence: string }
  >
>;

/** The sentences and labels of every page; the English ones say which there are. */
export type PageWords = typeof pageWords;

/** All that the site itself says in one language. A second language is a second table. */
export interface Words {
  /** The language the words are in (BCP 47). */
  readonly language: SiteLanguage;
  readonly direction: 'ltr' | 'rtl';
  /** Prints a whole number that stands alone, in the site's digits. */
  readonly number: (value: number) => string;
  readonly dates: DateWords;
  readonly certainties: CertaintyWords;
  readonly pages: PageWords;
}
