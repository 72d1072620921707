import { createOneOf } from './oneOf.ts';
import type { Distance } from '../../model/dates/distance.ts';
import { countDays } from './calendarDays.ts';
import { capital, counted, listed, of, spaced, type FrenchNoun } from './frGrammar.ts';
import type { DateParts, DateWords } from './words.ts';
import { nameZone } from './zones.ts';

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

const shortMonths = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
];

const weekdays = ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'];

const seasons = { spring: 'printemps', summer: 'été', autumn: 'automne', winter: 'hiver' };

const parts = { morning: 'matin', afternoon: 'après-midi', evening: 'soir', night: 'nuit' };

/** The parts of a day as durations, after a date. */
const during = {
  morning: 'dans la matinée',
  afternoon: 'dans l’après-midi',
  evening: 'dans la soirée',
  night: 'dans la nuit',
};

const units: Readonly<Record<Distance['unit'], FrenchNoun>> = {
  day: { one: 'jour', other: 'jours', gender: 'm' },
  month: { one: 'mois', other: 'mois', gender: 'm' },
  year: { one: 'an', other: 'ans', gender: 'm' },
};

/** After a choice of days when it is unknown which one is right; stated once, however many there are. */
const dayNotKnown = ', jour inconnu';

/** Returns the French name of a zone: “Irak”. */
export function zoneName(zone: string): string {
  return nameZone(zone, 'fr', /^heure(?: : | )/u);
}

/** The French words for dates. */
export const frDates: DateWords = {
  date,
  shortDay: (day, withYear) => shortParts(day, withYear),
  season: (season, ofYear) => `${seasons[season]} ${year(ofYear)}`,
  decade: (firstYear) => `dans les années ${firstYear}`,
  oneYearBetween: (first, last) =>
    // A shared era is named once.
    first < 1 && last < 1
      ? `entre ${1 - first} et ${year(last)}`
      : first > 0
        ? `entre ${first} et ${year(last)}`
        : `entre ${year(first)} et ${year(last)}`,
  tensOfMonth: tens,
  someDay: (of) => `${date(of)}${dayNotKnown}`,
  someMonth: (ofYear) => `${year(ofYear)}, mois inconnu`,
  about: (text) => `vers ${withArticle(text)}`,
  doubtful: (text) => `peut-être ${at(text)}`,
  lasting: (from, to) =>
    `${from.day === null ? of(shortened(from, to)) : `du ${shortened(from, to)}`} ${to.day === null ? 'à' : 'au'} ${date(to)}`,
  lastingFrom: since,
  lastingUntil: (to) => `${until(to)}, début inconnu`,
  lastingBetween: (from, to) => spaced`début : ${from} ; fin : ${to}`,
  oneDayBetween: (from, to, isNext) =>
    isNext
      ? `${shortened(from, to)} ou ${date(to)}`
      : `entre ${withArticle(shortened(from, to))} et ${withArticle(date(to))}${dayNotKnown}`,
  onOrBefore: (text) => `au plus tard ${at(text)}`,
  onOrAfter: (text) => `au plus tôt ${at(text)}`,
  ...createOneOf({ listed: (texts) => listed('or', texts), date, shortened, dayNotKnown }),
  night: (from, to) => `nuit ${nightSpan(from, to)}`,
  oneOfNights: (nights) =>
    `nuit ${listed(
      'or',
      nights.map(([from, to], index) => {
        const [, last] = nights.at(-1) ?? [];
        return index < nights.length - 1 && last
          ? `du ${shortened(from, to)} au ${shortened(to, last)}`
          : nightSpan(from, to);
      }),
    )}`,
  withPart: (text, part) => `${text}, ${during[part]}`,
  clock: (clock) => {
    const [hour = '', minute = ''] = clock.split(':');
    return `${Number(hour)}\u00A0h${minute === '00' ? '' : `\u00A0${minute}`}`;
  },
  withClock: (text, clock) => `${text}, ${/^\d/u.test(clock) ? `à ${clock}` : clock}`,
  aboutClock: (clock) => `vers ${clock}`,
  betweenClocks: (from, to) => `entre ${from} et ${to}`,
  inPlace: (text, place) => spaced`${text} (heure locale : ${place})`,
  inZone: (text, zone) => spaced`${text} (heure locale : ${zoneName(zone)})`,
  part: (part) => parts[part],
  undated: 'date non précisée',
  byPublication: (text) => spaced`date non précisée ; avant la publication (${text})`,
  afterPublication: (text) =>
    spaced`date non précisée ; n’avait pas encore eu lieu à la publication (${text})`,
  earlier: (distance) => nearby(distance, 'la veille') ?? `${span(distance)} plus tôt`,
  later: (distance) => nearby(distance, 'le lendemain') ?? `${span(distance)} plus tard`,
  distance: (distance) => `${span(distance)} plus tard`,
  passes: (distance) => capital(`${span(distance)} plus tard`),
  unknown: 'date inconnue',
  short: {
    day: (day, weekday, withYear) =>
      `${weekday === null ? '' : `${weekdays[weekday] ?? ''} `}${shortParts(day, withYear)}`,
    weekday: (weekday) => weekdays[weekday] ?? '',
    initial: (weekday) => (weekdays[weekday] ?? '').slice(0, 1).toUpperCase(),
    monthInitial: (month) => (months[month - 1] ?? '').slice(0, 1).toUpperCase(),
    month: shortParts,
    range: (from, to, withYear) => `${shortUpTo(from, to, withYear)}–${shortParts(to, withYear)}`,
    eitherDay: (from, to, withYear) =>
      `${shortUpTo(from, to, withYear)} ou ${shortParts(to, withYear)}`,
    night: (from, to, withYear) =>
      `nuit du ${shortUpTo(from, to, withYear)} au ${shortParts(to, withYear)}`,
    nightColumn: (from, to) => `${from.day ?? ''}–${to.day ?? ''}`,
    about: (text) => `vers ${withArticle(text)}`,
    doubtful: (text) => `peut-être ${at(text)}`,
    since,
    until: (text) => until(text),
    onOrAfter: (text) => `${text} ou après`,
    onOrBefore: (text) => `${text} ou avant`,
    dayNotKnown: 'jour inconnu',
  },
};

function date({ year: ofYear, month, day }: DateParts): string {
  const named = month === null ? '' : `${months[month - 1] ?? ''} `;
  return `${day === null ? '' : `${ordinal(day)} `}${named}${year(ofYear)}`;
}

/** Only the first of a month is an ordinal. */
function ordinal(day: number): string {
  return day === 1 ? '1er' : String(day);
}

function year(value: number): string {
  if (value < 1) return `${1 - value} av. J.-C.`;
  // A three-digit number isn't obviously a year.
  return value < 1000 ? `${value} apr. J.-C.` : String(value);
}

/** Puts the article before a text that begins with a day or season: “le 22 décembre”, but “décembre 2020”. */
function withArticle(text: string): string {
  if (text.startsWith('printemps ')) return `le ${text}`;
  if (/^(?:été|automne|hiver) /u.test(text)) return `l’${text}`;
  return startsWithDay(text) ? `le ${text}` : text;
}

/**
 * Returns when something happened: “le 22 décembre”, “en décembre 2020”, “à l’été 2020”. Other phrases stay
 * as they are.
 */
function at(text: string): string {
  if (text.startsWith('printemps ')) return `au ${text}`;
  if (/^(?:été|automne|hiver) /u.test(text)) return `à ${withArticle(text)}`;
  if (startsWithDay(text)) return `le ${text}`;
  return isMonthOrYear(text) ? `en ${text}` : text;
}

function startsWithDay(text: string): boolean {
  return /^\d{1,2}(?:er)?(?:$| (?=\p{L}))(?!av\. |apr\. )/u.test(text);
}

function isMonthOrYear(text: string): boolean {
  const [first = ''] = text.split(' ');
  return /^\d/u.test(text) || months.includes(first) || shortMonths.includes(first);
}

/** Returns since when something has lasted: “depuis le 22 décembre”, “depuis le 22 décembre environ”. */
function since(text: string): string {
  if (text.startsWith('peut-être '))
    return `peut-être ${since(text.slice('peut-être '.length).replace(/^(?:en|au|à) /u, ''))}`;
  if (text.startsWith('vers ')) return `depuis ${text.slice('vers '.length)} environ`;
  if (text.startsWith('entre ')) return `depuis une date ${text}`;
  return `depuis ${withArticle(text.replace(/^dans /u, ''))}`;
}

function until(text: string): string {
  if (text.startsWith('vers ')) return `jusque ${text}`;
  const there = at(text);
  if (there.startsWith('le ')) return `jusqu’au ${text}`;
  return there === text ? spaced`fin : ${text}` : `jusqu’${there}`;
}

/** Removes from the first date what the second repeats: “20”, “20 novembre”, “20 novembre 2019”. */
function shortened(first: DateParts, second: DateParts): string {
  if (first.year !== second.year || first.month === null) return date(first);
  const named = months[first.month - 1] ?? '';
  if (first.day === null) return first.month === second.month ? date(first) : named;
  return first.month === second.month && second.day !== null
    ? ordinal(first.day)
    : `${ordinal(first.day)} ${named}`;
}

function nightSpan(from: DateParts, to: DateParts): string {
  return `du ${shortened(from, to)} au ${date(to)}`;
}

function tens(firstDay: number, month: DateParts): string {
  const last = Math.min(firstDay + 9, countDays(month));
  if (firstDay === 0) return `entre le 1er et le 9 ${date(month)}`;
  if (last - firstDay < 2)
    return last === firstDay ? `${last} ${date(month)}` : `${firstDay} ou ${last} ${date(month)}`;
  return `entre le ${firstDay} et le ${last} ${date(month)}`;
}

function nearby({ unit, count }: Distance, next: string): string | undefined {
  if (unit !== 'day' || count > 1) return undefined;
  return count === 0 ? 'le même jour' : next;
}

function span({ unit, count, about }: Distance): string {
  return `${about ? 'environ ' : ''}${counted(count, units[unit])}`;
}

function shortParts({ year: ofYear, month, day }: DateParts, withYear: boolean): string {
  if (month === null) return year(ofYear);
  const named = shortMonths[month - 1] ?? '';
  return `${day === null ? '' : `${ordinal(day)} `}${named}${withYear ? ` ${year(ofYear)}` : ''}`;
}

/** Returns the first of two dates without what the second repeats. */
function shortUpTo(first: DateParts, second: DateParts, withYear: boolean): string {
  if (first.year !== second.year || first.month === null) return shortParts(first, withYear);
  return first.month === second.month && first.day !== null && second.day !== null
    ? ordinal(first.day)
    : shortParts(first, false);
}
