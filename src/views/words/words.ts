import type { SiteLanguage } from '../../model/siteLanguages.ts';
import type { Distance } from '../../model/dates/distance.ts';
import type { Season, Unit } from '../../model/dates/edtfDate.ts';
import type { PartOfDay } from '../../model/dates/timeOfDay.ts';
import type { enCertainties } from './enCertainties.ts';
import type { pageWords } from './enPages.ts';

/** The parts of a day, month or year to be put in words; month 1–12, null parts are left out. */
export interface DateParts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** Dates for tight spaces: figures, tables and list margins. The year is shown if given. */
interface ShortDateWords {
  /** A day with its weekday, 0 for Sunday: “Fri 25 Dec”; without one, “3 Jan 2020”. */
  day(parts: DateParts, weekday: number | null, withYear: boolean): string;
  weekday(weekday: number): string;
  /** A one-letter weekday, for the head of a calendar. */
  initial(weekday: number): string;
  /** A month (1–12) in a letter or two, for the head of a calendar. */
  monthInitial(month: number): string;
  month(parts: DateParts, withYear: boolean): string;
  /** A range of days, months or years: “20–25 Dec”. */
  range(from: DateParts, to: DateParts, withYear: boolean): string;
  eitherDay(from: DateParts, to: DateParts, withYear: boolean): string;
  night(from: DateParts, to: DateParts, withYear: boolean): string;
  /** Without the month, for the head of a column: “25–26”. */
  nightColumn(from: DateParts, to: DateParts): string;
  about(text: string): string;
  doubtful(text: string): string;
  /** The start of something that lasted, with its end unknown; and the reverse. */
  since(text: string): string;
  until(text: string): string;
  /** A day at the open end of a choice. */
  onOrAfter(text: string): string;
  onOrBefore(text: string): string;
  /** For a date that leaves several days open. */
  dayNotKnown: string;
}

/** The words for dates in one language. A further language is a further table. */
export interface DateWords {
  date(parts: DateParts): string;
  /** A day for tight spaces: “25 Dec”. */
  shortDay(parts: DateParts, withYear: boolean): string;
  season(season: Season, year: number): string;
  /** Open digits: the 2020s, the twenties of a month … */
  decade(firstYear: number): string;
  /** One of several consecutive years: `19XX`. */
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
  /** One of consecutive days; `isNext` if there are only two. */
  oneDayBetween(from: DateParts, to: DateParts, isNext: boolean): string;
  onOrBefore(date: string): string;
  onOrAfter(date: string): string;
  oneOf(dates: readonly string[]): string;
  oneOfDays(days: readonly DateParts[]): string;
  night(from: DateParts, to: DateParts): string;
  /** A choice of nights, each given by its two days. */
  oneOfNights(nights: readonly (readonly [DateParts, DateParts])[]): string;
  withPart(date: string, part: PartOfDay): string;
  /** A time of day, given as `20:30`. */
  clock(clock: string): string;
  withClock(date: string, clock: string): string;
  aboutClock(clock: string): string;
  betweenClocks(from: string, to: string): string;
  inPlace(date: string, place: string): string;
  /** A day in an IANA zone without a known place. */
  inZone(date: string, zone: string): string;
  part(part: PartOfDay): string;
  /** For an account that denies an event and gives no day. */
  readonly undated: string;
  /** For an undated account, by its publication; `isDay` if that is a known day. */
  byPublication(date: string, isDay: boolean): string;
  afterPublication(date: string, isDay: boolean): string;
  /** How long before or after another event this one was: “the day before”, “eleven months later”. */
  earlier(distance: Distance): string;
  later(distance: Distance): string;
  /** How long after the previous event on a timeline: “Eleven months later”. */
  passes(distance: Distance): string;
  /** “11 months later”, where the axis of a figure is cut. */
  distance(distance: Distance): string;
  unknown: string;
  readonly short: ShortDateWords;
}

/** The words for the certainty of an event or account; the English table defines which there are. */
export type CertaintyWords = typeof enCertainties;

/** The texts of all pages; the English table defines which there are. */
export type PageWords = typeof pageWords;

/** All texts of the site in one language. A further language is a further table. */
export interface Words {
  /** The language the words are in (BCP 47). */
  readonly language: SiteLanguage;
  readonly direction: 'ltr' | 'rtl';
  /** Formats a stand-alone whole number in the site's digits. */
  readonly number: (value: number) => string;
  readonly dates: DateWords;
  readonly certainties: CertaintyWords;
  readonly pages: PageWords;
}
