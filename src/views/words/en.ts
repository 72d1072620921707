import type { Distance, Unit } from '../../model/when.ts';
import { capital, counted, listed } from './enGrammar.ts';
import { pageWords } from './enPages.ts';
import type { CertaintyWords, DateParts, DateWords, Words } from './words.ts';

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

/** What is said of dates in English, days before months as British papers write them. */
export const dateWords: DateWords = {
  date,
  shortDay: ({ year: ofYear, month, day }, withYear) =>
    `${day ?? ''} ${(months[(month ?? 1) - 1] ?? '').slice(0, 3)}${withYear ? ` ${year(ofYear)}` : ''}`,
  season: (season, ofYear) => `${season} ${year(ofYear)}`,
  decade: (firstYear) => `in the ${firstYear}s`,
  oneYearBetween: (first, last) =>
    // The era that both are of is named once: “between 100 and 1 BC”, “between AD 70 and 79”.
    first < 1 && last < 1
      ? `between ${1 - first} and ${year(last)}`
      : `between ${year(first)} and ${first < 1 ? year(last) : last}`,
  tensOfMonth: (firstDay, month) =>
    firstDay === 20 ? `in the twenties of ${date(month)}` : tens(firstDay, month),
  someDay: (of) => `on an unknown day of ${date(of)}`,
  someMonth: (ofYear) => `in an unknown month of ${year(ofYear)}`,
  about: (text) => `about ${text}`,
  doubtful: (text) => `possibly ${text}`,
  lasting: (from, to) => `from ${shortened(from, to)} to ${date(to)}`,
  lastingFrom: (from) => `from ${from}, no end known`,
  lastingUntil: (to) => `until ${to}, no beginning known`,
  lastingBetween: (from, to) => `from ${from} to ${to}`,
  oneDayBetween: (from, to) => `one day between ${shortened(from, to)} and ${date(to)}`,
  onOrBefore: (text) => `on or before ${text}`,
  onOrAfter: (text) => `on or after ${text}`,
  oneOf: (dates) => `either ${listed('or', dates)}`,
  oneOfDays: (days) =>
    `on ${listed(
      'or',
      days.map((day, index) =>
        index < days.length - 1 ? shortened(day, days.at(-1) ?? day) : date(day),
      ),
    )}`,
  night: (from, to) => `night of ${shortened(from, to)} to ${date(to)}`,
  oneOfNights: (days) =>
    `the night of ${listed(
      'or',
      days.map((day, index) =>
        index < days.length - 1 ? shortened(day, days.at(-1) ?? day) : date(day),
      ),
    )}`,
  withPart: (text, part) => `${text}, ${part}`,
  withClock: (text, clock) => `${text}, ${clock}`,
  aboutClock: (clock) => `about ${clock}`,
  betweenClocks: (from, to) => `between ${from} and ${to}`,
  inPlace: (text, place) => `${text} in ${place}`,
  inZone: (text, city) => `${text}, ${city} time`,
  part: (part) => part,
  byPublication: (text) => `no date given; by ${text}, when the article appeared`,
  afterPublication: (text) => `no date given; after ${text}, when the article appeared`,
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
  passes: (distance) => capital(`${span(distance)} ${distance.count === 1 ? 'passes' : 'pass'}`),
  unknown: 'no date known',
  short: {
    day: (day, weekday, withYear) =>
      `${weekday === null ? '' : `${weekdays[weekday] ?? ''} `}${shortParts(day, withYear)}`,
    weekday: (weekday) => weekdays[weekday] ?? '',
    month: shortParts,
    range: (from, to, withYear) => `${shortUpTo(from, to, withYear)}–${shortParts(to, withYear)}`,
    eitherDay: (from, to, withYear) =>
      `${shortUpTo(from, to, withYear)} or ${shortParts(to, withYear)}`,
    night: (from, to, withYear) =>
      `night ${shortUpTo(from, to, withYear)}–${shortParts(to, withYear)}`,
    nightColumn: (from, to) => `${from.day ?? ''}–${to.day ?? ''}`,
    about: (text) => `about ${text}`,
    doubtful: (text) => `possibly ${text}`,
    from: (text) => `from ${text}`,
    until: (text) => `until ${text}`,
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

/** The first of two dates without what the second says again. */
function shortUpTo(first: DateParts, second: DateParts, withYear: boolean): string {
  if (first.year !== second.year || first.month === null) return shortParts(first, withYear);
  return first.month === second.month && first.day !== null && second.day !== null
    ? String(first.day)
    : shortParts(first, false);
}

/** What is said in English of how sure something is; a mark is shown in lists, a sentence on the page. */
const certaintyWords: CertaintyWords = {
  confirmed: {
    name: 'confirmed',
    mark: null,
    sentence: 'Confirmed: seen, or said by whoever did it.',
  },
  reported: { name: 'reported', mark: null, sentence: 'Reported, not seen by the reporter.' },
  purported: {
    name: 'purported',
    mark: 'purported',
    sentence: 'Purported: it rests on a recording or paper that nobody vouches for.',
  },
  denied: {
    name: 'denied',
    mark: 'denied',
    sentence: 'Denied: the source says it did not happen.',
  },
  disputed: {
    name: 'disputed',
    mark: 'disputed',
    sentence: 'Disputed: one source denies what another reports.',
  },
  announced: { name: 'announced', mark: 'announced', sentence: 'Announced: it was still ahead.' },
  threatened: {
    name: 'threatened',
    mark: 'threatened',
    sentence: 'Threatened: it was still ahead, and may not come.',
  },
  planned: { name: 'planned', mark: 'planned', sentence: 'Planned: it was still ahead.' },
  due: { name: 'due', mark: 'due', sentence: 'Due by the calendar: it was still ahead.' },
};

function date({ year: ofYear, month, day }: DateParts): string {
  const named = month === null ? '' : `${months[month - 1] ?? ''} `;
  return `${day === null ? '' : `${day} `}${named}${year(ofYear)}`;
}

/** Leaves out of the first date what the second says again: “20”, “20 November”, “20 November 2019”. */
function shortened(first: DateParts, second: DateParts): string {
  if (first.year !== second.year || first.month === null) return date(first);
  const named = months[first.month - 1] ?? '';
  if (first.day === null) return first.month === second.month ? date(first) : named;
  return first.month === second.month && second.day !== null
    ? String(first.day)
    : `${first.day} ${named}`;
}

function tens(firstDay: number, month: DateParts): string {
  if (firstDay === 0) return `between 1 and 9 ${date(month)}`;
  return firstDay === 30
    ? `on 30 or 31 ${date(month)}`
    : `between ${firstDay} and ${firstDay + 9} ${date(month)}`;
}

function year(value: number): string {
  if (value < 1) return `${1 - value} BC`;
  // A year of three digits is hardly taken for one: “24 August AD 79”.
  return value < 1000 ? `AD ${value}` : String(value);
}

function span({ unit, count, about }: Distance): string {
  const units: Record<Unit, string> = { day: 'day', month: 'month', year: 'year' };
  return `${about ? 'about ' : ''}${counted(count, units[unit])}`;
}

/** All that the site says in English. */
export const english: Words = {
  language: 'en',
  dates: dateWords,
  certainties: certaintyWords,
  pages: pageWords,
};
