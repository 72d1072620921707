import { splitDay, toDayNumber, type DayNumber } from '../../model/dates/dayRanges.ts';
import { printDay } from '../../model/dates/printDays.ts';
import type { PartOfDay } from '../../model/dates/timeOfDay.ts';
import { chooseYear, lastWeekday, printMonth, printYear } from './days.ts';

/** The meaning of an English phrase that names no single day; `date` is null if only an editor can tell. */
export interface Vague {
  readonly date: string | null;
  readonly isAhead: boolean;
  readonly time?: PartOfDay;
  /** Whether words such as “since”, “by” or “around” before it change the date. */
  readonly isWhole?: boolean;
}

/** A pattern of English phrases; `null` drops a phrase that isn't a date, such as a duration. */
export interface VaguePhrase {
  readonly pattern: RegExp;
  /** Returns its meaning, based on the day of publication, which is null if unknown. */
  resolve(match: RegExpExecArray, published: DayNumber | null): Vague | null;
}

const open: Vague = { date: null, isAhead: false };
const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekday = `(?:${weekdayNames.join('|')})`;
const monthNames = [
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
const month = `(${monthNames.map((name) => `${name}|${name.slice(0, 3)}\\.?`).join('|')}|Sept\\.?)`;
const counts: Readonly<Record<string, number>> = Object.fromEntries([
  ...'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen'
    .split('|')
    .map((word, index): [string, number] => [word, index + 1]),
  ['a', 1],
  ['an', 1],
  ['twenty', 20],
  ['thirty', 30],
  ['half a', 0.5],
  ['half an', 0.5],
]);
const count = `(?:half an?|${Object.keys(counts).join('|')}|\\d{1,3}(?:\\.5)?)`;
const some =
  '(?:a (?:few|couple of|number of)|several|some|many|dozens of|hundreds of|recent|these|those)';
const unit = '(second|minute|hour|day|night|weekend|week|fortnight|month|year|decade|season)s?';
const unitDays: Readonly<Record<string, number>> = {
  second: 0,
  minute: 0,
  hour: 1 / 24,
  day: 1,
  night: 1,
  weekend: 7,
  week: 7,
  fortnight: 14,
  month: 30.44,
  year: 365.25,
  decade: 3652.5,
  season: 91,
};

/** Phrases that contain a date or weekday but mean something else; tried before dates. */
export const qualifiedPhrases: readonly VaguePhrase[] = [
  {
    pattern:
      /\b(?:the )?(spring|summer|autumn|fall|winter)(?: of)? ((?:1[5-9]|20|21)\d\d)(?:[–/-]\d\d(?:\d\d)?)?(?!\d)/gi,
    resolve: (match, published) => {
      const seasons: Record<string, string> = {
        spring: '21',
        summer: '22',
        autumn: '23',
        fall: '23',
      };
      const year = Number(match[2]);
      return {
        date: `${match[2] ?? ''}-${seasons[(match[1] ?? '').toLowerCase()] ?? '24'}`,
        isAhead: published !== null && year > splitDay(published).year,
      };
    },
  },
  {
    // “The 2019–20 season”.
    pattern: /\b(?:(?:in|since|during|of) )?(?:the )?((?:1[5-9]|20)\d\d)[–/-](\d\d)(?![\d–/.-])/gi,
    resolve: (match) => {
      const [, first = '', second] = match;
      const isNext = (Number(first) + 1) % 100 === Number(second);
      return isNext ? { date: `${first}/${Number(first) + 1}`, isAhead: false } : open;
    },
  },
  {
    // The night before that day, or the one after it.
    pattern: new RegExp(
      `\\bovernight,? (?:(?:on|from|into|to|through) )?(?:late |early )?${weekday}(?: (?:in)?to ${weekday})?\\b`,
      'gi',
    ),
    resolve: () => ({ ...open, time: 'night' }),
  },
  {
    // A habit isn't a day.
    pattern: new RegExp(
      `\\b(?:every|each|any|most|some|many|alternate)(?: other)? ${weekday}(?: (?:morning|afternoon|evening|night))?\\b|\\b(?:on )?${weekday}s\\b`,
      'gi',
    ),
    resolve: () => null,
  },
  {
    pattern: new RegExp(
      `\\b(?:in |during |over )?(?:the )?week (?:of|beginning|starting|ending|from)(?: on)? (?:${weekday},? )?(?:${month} (\\d{1,2})|(\\d{1,2}) ${month})(?:,? ((?:1\\d|20)\\d\\d))?\\b`,
      'gi',
    ),
    resolve: (match, published) => {
      const [words, before, dayBehind, dayInFront, behind, written] = match;
      const monthNumber = readMonth(before ?? behind ?? '');
      const dayOfMonth = Number(dayBehind ?? dayInFront);
      const year =
        written !== undefined
          ? Number(written)
          : published === null
            ? null
            : chooseYear(published, monthNumber, dayOfMonth, 'past', null);
      if (year === null || monthNumber === 0) return open;
      const day = toDayNumber(year, monthNumber, dayOfMonth);
      const first = /ending/i.test(words) ? day - 6 : day;
      return {
        date: `[${printDay(first)}..${printDay(first + 6)}]`,
        isAhead: published !== null && first > published,
      };
    },
  },
  {
    // “On Friday of last week”: a date only if it is the same whatever day weeks begin on.
    pattern: new RegExp(
      `\\b(?:on )?(${weekday})(?: (?:morning|afternoon|evening|night))?,? (?:of )?(last|this|next|that|the (?:following|previous|same)) week\\b|\\b(last|next|this) week,? on (${weekday})\\b`,
      'gi',
    ),
    resolve: (match, published) => {
      const name = (match[1] ?? match[4] ?? '').toLowerCase();
      const step = { last: -7, this: 0, next: 7 }[(match[2] ?? match[3] ?? '').toLowerCase()];
      if (published === null || step === undefined) return open;
      const wanted = weekdayNames.findIndex((one) => one.toLowerCase() === name);
      const [fromMonday, fromSunday] = [1, 0].map((first) => {
        const start = lastWeekday(published, first) + step;
        return start + ((wanted - first + 7) % 7);
      });
      if (fromMonday === undefined || fromMonday !== fromSunday) return open;
      return { date: printDay(fromMonday), isAhead: fromMonday > published };
    },
  },
  {
    // A day relative to another, or one of several, depends on the article.
    pattern: new RegExp(
      `(?<!\\d,? )\\b(?:[Oo]n )?(?:[Tt]he|[Tt]hat|[Oo]ne|[Aa])(?: (?:following|previous|next|same|preceding|first|second|third|fourth|last|very))? ${weekday}(?: (?:morning|afternoon|evening|night))?(?: (?:before|after|following|of|in)(?: the)?(?: (?!in\\b|at\\b|on\\b)[\\p{Lu}\\d][\\p{L}\\d]*){1,3})?(?!\\s*,?\\s*(?:${month}|\\d)|\\s\\p{Lu})`,
      'gu',
    ),
    resolve: () => open,
  },
  {
    pattern: new RegExp(
      `\\b(?:on )?(?:(?:a|one|two|three) weeks? ago (?:on|last|this) ${weekday}|a week (?:on|from) ${weekday}|${weekday} week|${weekday} (?:fortnight|last|next)|(?:next|last) ${weekday} but one)\\b`,
      'gi',
    ),
    resolve: () => open,
  },
  {
    // Holidays and named days move, or aren't single days.
    pattern:
      /\b(?:(?:on|at|over|by|since|before|after|until|during) )?(?:Good Friday|May Day|New Year|Hallowe[’']en|Palm Sunday|Easter(?: Sunday| Monday| weekend)?|Ash Wednesday|Maundy Thursday|Whit Monday|Pentecost|(?:Black|Bloody) (?:Friday|Sunday|Saturday|Monday)|Super (?:Tuesday|Sunday)|Christmas(?: Eve| Day)?|New Year[’']s (?:Eve|Day)|Boxing Day|Ramadan|Eid(?: al-(?:Fitr|Adha))?|Ashura|Nowruz|Thanksgiving)\b(?:['’]s? (?:first|second|third|last|final) (?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b)?/g,
    resolve: () => open,
  },
  {
    // “In the twelve months to October” is a duration that ends there.
    pattern: new RegExp(
      `\\b(?:(?:in|over|for|during) )?(?:the )?(?:${count} )?(?:days|weeks|months|years|year|quarter) to (?:the end of )?${month}(?: \\d{4})?(?! \\d)`,
      'g',
    ),
    resolve: () => open,
  },
  {
    // A postponement: the days aren't the ends of a period.
    pattern: new RegExp(
      `\\b(?:moved|postponed|delayed|rescheduled|brought forward|pushed back|put off|shifted|changed) from (?:${weekday}|(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}|${month} \\d{1,2}) to (?:${weekday}|(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}|${month} \\d{1,2})`,
      'gi',
    ),
    resolve: () => open,
  },
  {
    pattern:
      /(?<!\b(?:January|February|March|April|May|June|July|August|September|October|November|December) )\b(?:(?:on|since|until|by|before|after) )?the \d{1,2}(?:st|nd|rd|th)(?: (?:of (?:this|last|next|the|that) month))?(?= (?:he|she|they|it|the|a|an|of the month|was|were|at|in|police)\b|[.,;]|$)/gi,
    resolve: () => open,
  },
];

/** Time phrases without a date; tried on what dates leave. */
export const vaguePhrases: readonly VaguePhrase[] = [
  {
    // A phrase relative to another event depends on that event's day.
    pattern: new RegExp(
      `\\b(?:(?:on |since |until )?the eve of|(?:the|that) (?:next|following|previous|same|very) (?:day|night|morning|evening|afternoon|week|weekend|month|year)|(?:the )?next (?:day|morning)|the (?:day|night|week|month|year) (?:before|after|earlier)(?! yesterday| tomorrow)|that (?:day|night|morning|evening|afternoon|week|weekend|month|year|summer|winter|spring|autumn|fall)|(?:${some} |just |only |barely |about |around |some |nearly |almost |more than |less than )*(?:${count} (?:and a half )?)?(?:hours?|days?|weeks?|fortnights?|months?|years?|decades?) (?:later|earlier|before|after(?:wards?)?|previously)|${count} (?:hours?|days?|weeks?|months?|years?) on)\\b`,
      'gi',
    ),
    resolve: () => open,
  },
  {
    pattern: /\b(?:earlier|later) (?:today|in the day)\b/gi,
    resolve: (match, published) =>
      /day$/i.test(match[0]) && !/today/i.test(match[0])
        ? open
        : from(published, (day) => printDay(day), false),
  },
  {
    pattern:
      /\b(?:earlier|later) this week\b|\bthis week\b|\b(?:in|over) the (?:last|past) (?:few|several) days\b|\b(?:in|over) recent days\b/gi,
    resolve: (match, published) =>
      /^later/i.test(match[0])
        ? from(published, (day) => `[${printDay(day)}..${printDay(day + 6)}]`, true)
        : from(published, (day) => `[${printDay(day - 6)}..${printDay(day)}]`, false),
  },
  {
    // Independent of the day on which weeks begin.
    pattern: /\b(?:late |early |earlier )?(?:last|the past) week\b/gi,
    resolve: (_, published) =>
      from(published, (day) => `[${printDay(day - 13)}..${printDay(day - 1)}]`, false),
  },
  {
    pattern: /\bnext week\b/gi,
    resolve: (_, published) =>
      from(published, (day) => `[${printDay(day + 1)}..${printDay(day + 13)}]`, true),
  },
  {
    // Which days those are varies by country.
    pattern: /\b(?:(?:over|at|on|during) )?(the|this|last|next|this coming) weekend\b(?! of\b)/gi,
    resolve: (match, published) => {
      const which = (match[1] ?? '').toLowerCase();
      if (/next|coming/.test(which)) return { date: null, isAhead: true };
      return from(
        published,
        (day) => {
          const sunday = which === 'last' ? lastWeekday(day - 1, 0) : lastWeekday(day + 2, 0);
          return `[${printDay(sunday - 2)}..${printDay(Math.min(sunday, day))}]`;
        },
        false,
      );
    },
  },
  {
    pattern: /\bearlier this (month|year)\b/gi,
    resolve: (match, published) =>
      from(
        published,
        (day) => {
          const { year, month: current } = splitDay(day);
          const first = toDayNumber(year, match[1]?.toLowerCase() === 'year' ? 1 : current, 1);
          return first === day ? printDay(day) : `[${printDay(first)}..${printDay(day)}]`;
        },
        false,
      ),
  },
  {
    pattern: /\b(?:early |late |later |earlier )?(this|last|next) (month|year)\b/gi,
    resolve: (match, published) => {
      const step = { this: 0, last: -1, next: 1 }[(match[1] ?? '').toLowerCase()] ?? 0;
      const print = (day: DayNumber) => {
        const { year, month: current } = splitDay(day);
        if (match[2]?.toLowerCase() === 'year') return printYear(year + step);
        const months = year * 12 + current - 1 + step;
        return printMonth(Math.floor(months / 12), (months % 12) + 1);
      };
      return from(published, print, step > 0);
    },
  },
  {
    pattern: new RegExp(`\\b${some} ${unit} ago\\b`, 'gi'),
    resolve: (match, published) =>
      from(
        published,
        (day) => {
          const { year, month: current } = splitDay(day);
          switch ((match[1] ?? '').toLowerCase()) {
            case 'second':
            case 'minute':
            case 'hour':
              return `[${printDay(day - 1)}..${printDay(day)}]`;
            case 'day':
            case 'night':
              return `${printDay(day - 4)}~`;
            case 'week':
            case 'weekend':
            case 'fortnight':
              return `[${printDay(day - 42)}..${printDay(day - 14)}]`;
            case 'month':
            case 'season': {
              const months = year * 12 + current - 1 - 5;
              return `${printMonth(Math.floor(months / 12), (months % 12) + 1)}~`;
            }
            default:
              return `${printYear(year - 4)}~`;
          }
        },
        false,
      ),
  },
  {
    pattern: new RegExp(
      `\\b(more than |over |at least |less than |under |nearly |almost |about |around |some |roughly |approximately |just |exactly )?(${count})( and a half)? ${unit}( and a half)? ago\\b`,
      'gi',
    ),
    resolve: (match, published) => {
      const [, around = '', written = '', half, name = '', halfBehind] = match;
      const number =
        (counts[written.toLowerCase()] ?? Number(written)) +
        (half === undefined && halfBehind === undefined ? 0 : 0.5);
      return from(published, (day) => printAgo(day, number, name, around), false);
    },
  },
  {
    // Durations aren't days; “in three days” is one only if the sentence is about what is ahead.
    pattern: new RegExp(
      `\\b(?:for|in|over|within|during|after|throughout|lasted|lasting|nearly|almost|about|some)? ?(?:(?:the|his|her|its|their|a|more than|less than|at least|up to|about|nearly|almost|over)\\s)*(?:(?:next|coming|last|past|recent|these|those|first|final) (?:few |several |${some} |${count} )?(?:days|weeks|months|years|decades|hours)|(?:${some} |few |${count} )(?:and a half )?(?:${unit}))(?! ago)\\b|\\b(?:in|over|within|for|during) (?:(?:the|his|her|its|their) )?(?:next|coming|last|past|recent|these) (?:days|weeks|months|years|decade|century|hours)\\b|\\bnow\\b`,
      'gi',
    ),
    resolve: (match, published) => resolveLength(match, published),
  },
  {
    pattern:
      /\b(?:last|this|next|in the|during the|over the) (?:spring|summer|autumn|winter)\b|\b(?:(?:in|since|until|by|from|of|during|before|after) )?(?:the )?(?:(?:early|mid|late)[\s-]+)?(?:\d{1,2}(?:st|nd|rd|th)|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\p{L}+teenth|twentieth|twenty-first)[\s-]century\b(?: (?:BCE?|B\.C\.|AD|CE)(?!\p{L}))?|\bovernight\b|\b(?:in|since|until|before|after|during) the (?:[’']\d0s|(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b/giu,
    resolve: () => open,
  },
];

function readMonth(name: string): number {
  return (
    monthNames.findIndex(
      (one) => one.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase(),
    ) + 1
  );
}

function printAgo(day: DayNumber, number: number, name: string, around: string): string {
  const unitName = name.toLowerCase();
  const length = number * (unitDays[unitName] ?? 7);
  const middle = day - Math.round(length);
  if (/more|over|least/i.test(around)) return `[..${printDay(middle)}]`;
  if (/less|under/i.test(around)) return `[${printDay(middle)}..${printDay(day)}]`;
  if (length <= 1 && unitDays[unitName] !== 1) return `[${printDay(day - 1)}..${printDay(day)}]`;
  if (unitName === 'day' || unitName === 'night')
    return /about|around|some|roughly|approx|nearly|almost/i.test(around) ||
      !Number.isInteger(number)
      ? `${printDay(middle)}~`
      : printDay(middle);
  if (length < 30) return `${printDay(middle)}~`;
  const half = Math.round((unitDays[unitName] ?? 7) / 2);
  return `[${printDay(middle - half)}..${printDay(middle + half)}]`;
}

/**
 * “In three days” and “within two weeks” depend on the tense, which the caller checks; here they are
 * durations.
 */
function resolveLength(match: RegExpExecArray, published: DayNumber | null): Vague | null {
  const inDays = new RegExp(`^in (${count}) days?$`, 'i').exec(match[0].trim())?.[1];
  const cue = /\b(?:will|is to|are to|is due|are due|would)\b[^,;:]*$/i.test(
    match.input.slice(0, match.index),
  );
  if (inDays === undefined || !cue) return null;
  const number = counts[inDays.toLowerCase()] ?? Number(inDays);
  return from(published, (day) => printDay(day + Math.round(number)), true);
}

function from(
  published: DayNumber | null,
  print: (day: DayNumber) => string,
  isAhead: boolean,
): Vague {
  return { date: published === null ? null : print(published), isAhead };
}
