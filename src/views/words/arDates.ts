import { createOneOf } from './oneOf.ts';
import type { WritingStyle } from '../../model/siteLanguages.ts';
import type { Distance } from '../../model/dates/distance.ts';
import type { PartOfDay } from '../../model/dates/timeOfDay.ts';
import { createArabicGrammar, listed, type ArabicNoun } from './arGrammar.ts';
import { countDays } from './calendarDays.ts';
import type { DateParts, DateWords } from './words.ts';
import { nameZone } from './zones.ts';

const monthNames: Readonly<Record<WritingStyle['months'], readonly string[]>> = {
  levantine: [
    'كانون الثاني',
    'شباط',
    'آذار',
    'نيسان',
    'أيار',
    'حزيران',
    'تموز',
    'آب',
    'أيلول',
    'تشرين الأول',
    'تشرين الثاني',
    'كانون الأول',
  ],
  gregorian: [
    'يناير',
    'فبراير',
    'مارس',
    'أبريل',
    'مايو',
    'يونيو',
    'يوليو',
    'أغسطس',
    'سبتمبر',
    'أكتوبر',
    'نوفمبر',
    'ديسمبر',
  ],
};

/** In tight spaces, newspapers abbreviate the four two-word months: ك2, ت1. */
const shortLevantine: Readonly<Record<number, string>> = { 1: 'ك2', 10: 'ت1', 11: 'ت2', 12: 'ك1' };

const weekdays = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'];

/** The initials of weekdays, as calendars use them. */
const initials = ['ح', 'ن', 'ث', 'ر', 'خ', 'ج', 'س'];

const seasons = { spring: 'ربيع', summer: 'صيف', autumn: 'خريف', winter: 'شتاء' };

const parts: Readonly<Record<PartOfDay, string>> = {
  morning: 'صباحاً',
  afternoon: 'بعد الظهر',
  evening: 'مساءً',
  night: 'ليلاً',
};

/** Durations, after بعد. */
const after: Readonly<Record<Distance['unit'], ArabicNoun>> = {
  day: {
    zero: 'اليوم نفسه',
    one: 'يوم',
    two: 'يومين',
    few: '# أيام',
    many: '# يوماً',
    other: '# يوم',
  },
  month: {
    zero: 'أقل من شهر',
    one: 'شهر',
    two: 'شهرين',
    few: '# أشهر',
    many: '# شهراً',
    other: '# شهر',
  },
  year: {
    zero: 'أقل من سنة',
    one: 'سنة',
    two: 'سنتين',
    few: '# سنوات',
    many: '# سنة',
    other: '# سنة',
  },
};

/** After a choice of days when it is unknown which one is right; stated once, however many there are. */
const dayNotKnown = '، اليوم غير معروف';

/** Returns the Arabic name of a zone: العراق. */
export function zoneName(zone: string): string {
  return nameZone(zone, 'ar', /^توقيت /u);
}

/** Puts “the year” before a bare year, which would be read as an amount after a preposition. */
function nameYear(text: string): string {
  return /^\p{N}+(?: م| ق\.م\.)?$/u.test(text) ? `عام ${text}` : text;
}

/** Adds words to a date; after a comma if the date ends with what is unknown of it. */
function followedBy(text: string, words: string): string {
  return `${text}${/ غير معروفة?$/u.test(text) ? '،' : ''} ${words}`;
}

/** Returns the Arabic words for dates, with the site's months and digits. */
export function createArDates(style: WritingStyle): DateWords {
  const { digits, number, counted } = createArabicGrammar(style);
  const months = monthNames[style.months];
  const nameMonth = (month: number) => months[month - 1] ?? '';

  const year = (value: number) =>
    value < 1 ? `${number(1 - value)} ق.م.` : `${number(value)}${value < 1000 ? ' م' : ''}`;
  const date = ({ year: ofYear, month, day }: DateParts) =>
    [
      ...(day === null ? [] : [number(day)]),
      ...(month === null ? [] : [nameMonth(month)]),
      year(ofYear),
    ].join(' ');

  /** Removes from the first date what the second repeats. */
  const shortened = (first: DateParts, second: DateParts) => {
    if (first.year !== second.year || first.month === null) return date(first);
    if (first.day === null)
      return first.month === second.month ? date(first) : nameMonth(first.month);
    return first.month === second.month && second.day !== null
      ? number(first.day)
      : `${number(first.day)} ${nameMonth(first.month)}`;
  };
  const between = (first: string, last: string) => `بين ${first} و${last}`;
  const betweenYears = (first: string, last: string) => `بين عامي ${first} و${last}`;
  /** Joins two days with a dash, spaced if the month changes. */
  const joined = (first: DateParts, second: DateParts, last = date(second)) => {
    const start = shortened(first, second);
    return `${start}${start.includes(' ') ? ' – ' : '–'}${last}`;
  };

  const shortMonth = (month: number) =>
    digits(
      style.months === 'levantine' ? (shortLevantine[month] ?? nameMonth(month)) : nameMonth(month),
    );
  const shortParts = ({ year: ofYear, month, day }: DateParts, withYear: boolean) => {
    if (month === null) return year(ofYear);
    return [
      ...(day === null ? [] : [number(day)]),
      shortMonth(month),
      ...(withYear ? [year(ofYear)] : []),
    ].join(' ');
  };
  const shortUpTo = (first: DateParts, second: DateParts, withYear: boolean) => {
    if (first.year !== second.year || first.month === null) return shortParts(first, withYear);
    return first.month === second.month && first.day !== null && second.day !== null
      ? number(first.day)
      : shortParts(first, false);
  };

  /** “بيومين”, “بـ11 شهراً”: an elongated ب precedes a number. */
  const by = ({ unit, count, about }: Distance) => {
    const text = counted(count, after[unit]);
    if (about) return `بنحو ${text}`;
    return /^\p{N}/u.test(text) ? `بـ${text}` : `ب${text}`;
  };
  const nearby = ({ unit, count }: Distance, next: string) => {
    if (unit !== 'day' || count > 1) return undefined;
    return count === 0 ? 'في اليوم نفسه' : next;
  };

  return {
    date,
    shortDay: shortParts,
    season: (season, ofYear) => `${seasons[season]} ${year(ofYear)}`,
    decade: (firstYear) => betweenYears(number(firstYear), number(firstYear + 9)),
    oneYearBetween: (first, last) =>
      // A shared era is named once.
      first < 1 && last < 1
        ? betweenYears(number(1 - first), year(last))
        : betweenYears(first > 0 ? number(first) : year(first), year(last)),
    tensOfMonth: (firstDay, month) => {
      const last = Math.min(firstDay + 9, countDays(month));
      if (firstDay === 0) return `${between(number(1), number(9))} ${date(month)}`;
      if (last === firstDay) return `${number(last)} ${date(month)}`;
      return last - firstDay < 2
        ? `${number(firstDay)} أو ${number(last)} ${date(month)}`
        : `${between(number(firstDay), number(last))} ${date(month)}`;
    },
    someDay: (of) => `${date(of)}${dayNotKnown}`,
    someMonth: (ofYear) => `${year(ofYear)}، الشهر غير معروف`,
    about: (text) => `نحو ${nameYear(text)}`,
    doubtful: (text) => `ربما ${nameYear(text)}`,
    lasting: (from, to) => `من ${shortened(from, to)} إلى ${date(to)}`,
    lastingFrom: (from) => `منذ ${nameYear(from)}`,
    lastingUntil: (to) => `حتى ${nameYear(to)}، البداية غير معروفة`,
    lastingBetween: (from, to) => `من ${from} إلى ${to}`,
    oneDayBetween: (from, to, isNext) =>
      isNext
        ? `${shortened(from, to)} أو ${date(to)}`
        : `${between(shortened(from, to), date(to))}${dayNotKnown}`,
    onOrBefore: (text) => `في موعد أقصاه ${nameYear(text)}`,
    onOrAfter: (text) => `في موعد لا يسبق ${nameYear(text)}`,
    ...createOneOf({ listed: (texts) => listed('or', texts), date, shortened, dayNotKnown }),
    night: (from, to) => `ليلة ${joined(from, to)}`,
    oneOfNights: (nights) =>
      listed(
        'or',
        nights.map(([from, to], index) => {
          const [, last] = nights.at(-1) ?? [];
          const isLast = index === nights.length - 1 || last === undefined;
          return `ليلة ${joined(from, to, isLast ? date(to) : shortened(to, last))}`;
        }),
      ),
    withPart: (text, part) => followedBy(text, parts[part]),
    clock: digits,
    withClock: (text, clock) => `${text}، ${/^\p{N}/u.test(clock) ? `الساعة ${clock}` : clock}`,
    aboutClock: (clock) => `نحو الساعة ${clock}`,
    betweenClocks: (from, to) => `بين الساعة ${from} و${to}`,
    inPlace: (text, place) => followedBy(text, `بتوقيت ${place}`),
    inZone: (text, zone) => followedBy(text, `بتوقيت ${zoneName(zone)}`),
    part: (part) => parts[part],
    undated: 'لم يُذكر تاريخ',
    byPublication: (text, isDay) =>
      `لم يُذكر تاريخ؛ قبل النشر${isDay ? ` في ${text}` : ` (${text})`}`,
    afterPublication: (text, isDay) =>
      `لم يُذكر تاريخ؛ لم يكن قد وقع حتى وقت النشر${isDay ? ` في ${text}` : ` (${text})`}`,
    earlier: (distance) => nearby(distance, 'في اليوم السابق') ?? `قبل ذلك ${by(distance)}`,
    later: (distance) => nearby(distance, 'في اليوم التالي') ?? `بعد ذلك ${by(distance)}`,
    distance: ({ unit, count, about }) =>
      `بعد ${about ? 'نحو ' : ''}${counted(count, after[unit])}`,
    passes: ({ unit, count, about }) => `بعد ${about ? 'نحو ' : ''}${counted(count, after[unit])}`,
    unknown: 'التاريخ غير معروف',
    short: {
      day: (day, weekday, withYear) =>
        `${weekday === null ? '' : `${weekdays[weekday] ?? ''} `}${shortParts(day, withYear)}`,
      // Without the article, as columns of a figure are narrow.
      weekday: (weekday) => (weekdays[weekday] ?? '').replace(/^ال/u, ''),
      initial: (weekday) => initials[weekday] ?? '',
      monthInitial: number,
      month: shortParts,
      range: (from, to, withYear) => `${shortUpTo(from, to, withYear)}–${shortParts(to, withYear)}`,
      eitherDay: (from, to, withYear) =>
        `${shortUpTo(from, to, withYear)} أو ${shortParts(to, withYear)}`,
      night: (from, to, withYear) =>
        `ليلة ${shortUpTo(from, to, withYear)}–${shortParts(to, withYear)}`,
      nightColumn: (from, to) => `${number(from.day ?? 0)}–${number(to.day ?? 0)}`,
      about: (text) => `نحو ${nameYear(text)}`,
      doubtful: (text) => `ربما ${nameYear(text)}`,
      since: (text) => `منذ ${nameYear(text)}`,
      until: (text) => `حتى ${nameYear(text)}`,
      onOrAfter: (text) => `${nameYear(text)} أو بعده`,
      onOrBefore: (text) => `${nameYear(text)} أو قبله`,
      dayNotKnown: 'اليوم غير معروف',
    },
  };
}
