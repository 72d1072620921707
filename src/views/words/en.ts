import { createOneOf } from './oneOf.ts';
import type { Distance } from '../../model/dates/distance.ts';
import type { Unit } from '../../model/dates/edtfDate.ts';
import { enCertainties } from './enCertainties.ts';
import { countDays } from './calendarDays.ts';
import { capital, counted, digits, listed } from './enGrammar.ts';
import { pageWords } from './enPages.ts';
import { zoneToCity } from './zones.ts';
import type { DateParts, DateWords, Words } from './words.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** After a choice of days when it is unknown which one is right; stated once, however many there are. */
const dayNotKnown = ', day not known';

/** The English words for dates, with the day before the month as in British newspapers. */
export const dateWords: DateWords = {
  date,
  shortDay: ({ year: ofYear, month, day }, withYear) =>
    `${day ?? ''} ${(months[(month ?? 1) - 1] ?? '').slice(0, 3)}${withYear ? ` ${year(ofYear)}` : ''}`,
  season: (season, ofYear) => `${season} ${year(ofYear)}`,
  decade: (firstYear) => `in the ${firstYear}s`,
  oneYearBetween: (first, last) =>
    // A shared era is named once: “between 100 and 1 BC”, “between AD 70 and 79”.
    first < 1 && last < 1
      ? `between ${1 - first} and ${year(last)}`
      : `between ${year(first)} and ${first < 1 ? year(last) : last}`,
  tensOfMonth: tens,
  someDay: (of) => `${date(of)}${dayNotKnown}`,
  someMonth: (ofYear) => `${year(ofYear)}, month not known`,
  about: (text) => `about ${text}`,
  doubtful: (text) => `possibly ${text}`,
  lasting: (from, to) => `from ${shortened(from, to)} to ${date(to)}`,
  lastingFrom: (from) => `since ${from}`,
  lastingUntil: (to) => `until ${to}, start not known`,
  lastingBetween: (from, to) => `from ${from} to ${to}`,
  oneDayBetween: (from, to, isNext) =>
    isNext ? `${shortened(from, to)} or ${date(to)}` : `${joined(from, to)}${dayNotKnown}`,
  onOrBefore: (text) => `on or before ${text}`,
  onOrAfter: (text) => `on or after ${text}`,
  ...createOneOf({ listed: (texts) => listed('or', texts), date, shortened, dayNotKnown }),
  night: (from, to) => `night of ${joined(from, to)}`,
  oneOfNights: (nights) => `night of ${listed('or', shareMonth(nights))}`,
  withPart: (text, part) => `${text}, ${part}`,
  clock: (clock) => clock,
  withClock: (text, clock) => `${text}, ${clock}`,
  aboutClock: (clock) => `about ${clock}`,
  betweenClocks: (from, to) => `between ${from} and ${to}`,
  inPlace: (text, place) => `${text}${isQualified(text) ? ',' : ''} in ${place}`,
  inZone: (text, zone) => `${text}, ${zoneToCity(zone)} time`,
  part: (part) => part,
  undated: 'no date given',
  byPublication: (text, isDay) =>
    `no date given; before publication${isDay ? ` on ${text}` : `, ${text}`}`,
  afterPublication: (text, isDay) =>
    `no date given; still to come at publication${isDay ? ` on ${text}` : `, ${text}`}`,
  earlier: (distance) =>
    distance.unit === 'day' && distance.count < 2
      ? distance.count === 0
        ? 'the same day'
        : 'the day before'
      : `${span(distance)} earlier`,
  later: (distance) =>
    distance.unit === 'day' && distance.count < 2
      ? distance.count === 0
        ? 'the same day'
        : 'the next day'
      : `${span(distance)} later`,
  distance: ({ unit, count, about }) => `${about ? 'about ' : ''}${digits(count, unit)} later`,
  passes: (distance) => capital(`${span(distance)} later`),
  unknown: 'no date known',
  short: {
    day: (day, weekday, withYear) =>
      `${weekday === null ? '' : `${weekdays[weekday] ?? ''} `}${shortParts(day, withYear)}`,
    weekday: (weekday) => weekdays[weekday] ?? '',
    initial: (weekday) => (weekdays[weekday] ?? '').slice(0, 1),
    monthInitial: (month) => shortMonth(month).slice(0, 1),
    month: shortParts,
    range: (from, to, withYear) => `${shortUpTo(from, to, withYear)}–${shortParts(to, withYear)}`,
    eitherDay: (from, to, withYear) =>
      `${shortUpTo(from, to, withYear)} or ${shortParts(to, withYear)}`,
    night: (from, to, withYear) =>
      `night ${shortUpTo(from, to, withYear)}–${shortParts(to, withYear)}`,
    nightColumn: (from, to) => `${from.day ?? ''}–${to.day ?? ''}`,
    about: (text) => `about ${text}`,
    doubtful: (text) => `possibly ${text}`,
    since: (text) => `since ${text}`,
    until: (text) => `until ${text}`,
    onOrAfter: (text) => `${text} or later`,
    onOrBefore: (text) => `${text} or earlier`,
    dayNotKnown: 'day not known',
  },
};

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function shortMonth(month: number): string {
  const name = months[month - 1] ?? '';
  return name.length > 4 ? name.slice(0, 3) : name;
}

function shortParts({ year: ofYear, month, day }: DateParts, withYear: boolean): string {
  if (month === null) return year(ofYear);
  return `${day === null ? '' : `${day} `}${shortMonth(month)}${withYear ? ` ${year(ofYear)}` : ''}`;
}

/** Returns the first of two dates without what the second repeats. */
function shortUpTo(first: DateParts, second: DateParts, withYear: boolean): string {
  if (first.year !== second.year || first.month === null) return shortParts(first, withYear);
  return first.month === second.month && first.day !== null && second.day !== null
    ? String(first.day)
    : shortParts(first, false);
}

function date({ year: ofYear, month, day }: DateParts): string {
  const named = month === null ? '' : `${months[month - 1] ?? ''} `;
  return `${day === null ? '' : `${day} `}${named}${year(ofYear)}`;
}

/** Removes from the first date what the second repeats: “20”, “20 November”, “20 November 2019”. */
function shortened(first: DateParts, second: DateParts): string {
  if (first.year !== second.year || first.month === null) return date(first);
  const named = months[first.month - 1] ?? '';
  if (first.day === null) return first.month === second.month ? date(first) : named;
  return first.month === second.month && second.day !== null
    ? String(first.day)
    : `${first.day} ${named}`;
}

/** Joins two days with a dash: “20–25 December 2020”, spaced if the month changes. */
function joined(first: DateParts, second: DateParts): string {
  const start = shortened(first, second);
  return `${start}${start.includes(' ') ? ' – ' : '–'}${date(second)}`;
}

/** Names a shared month and year of several nights once: “24–25 or of 25–26 December 2020”. */
function shareMonth(nights: readonly (readonly [DateParts, DateParts])[]): string[] {
  const [, last] = nights.at(-1) ?? [];
  return nights.map(([from, to], index) => {
    const night =
      last && index < nights.length - 1 && from.month === to.month
        ? to.year === last.year && to.month === last.month
          ? `${from.day ?? ''}–${shortened(to, last)}`
          : joined(from, to)
        : joined(from, to);
    return index === 0 ? night : `of ${night}`;
  });
}

/** Returns whether a date ends with what is unknown of it, so that a place after it needs a comma. */
function isQualified(text: string): boolean {
  return text.endsWith(' not known');
}

function tens(firstDay: number, month: DateParts): string {
  const last = Math.min(firstDay + 9, countDays(month));
  if (firstDay === 0) return `between 1 and 9 ${date(month)}`;
  if (last - firstDay < 2)
    return last === firstDay ? `${last} ${date(month)}` : `${firstDay} or ${last} ${date(month)}`;
  return `between ${firstDay} and ${last} ${date(month)}`;
}

function year(value: number): string {
  if (value < 1) return `${1 - value} BC`;
  // A three-digit number isn't obviously a year: “24 August AD 79”.
  return value < 1000 ? `AD ${value}` : String(value);
}

function span({ unit, count, about }: Distance): string {
  const units: Record<Unit, string> = { day: 'day', month: 'month', year: 'year' };
  return `${about ? 'about ' : ''}${counted(count, units[unit])}`;
}

/** All texts of the site in English. */
export const english: Words = {
  language: 'en',
  direction: 'ltr',
  number: String,
  dates: dateWords,
  certainties: enCertainties,
  pages: pageWords,
};
