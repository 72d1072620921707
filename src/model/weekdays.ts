import { listArabicReadings } from './arabic.ts';
import { getWeekday } from './dates/calendarRanges.ts';
import type { DayRange } from './dates/dayRanges.ts';
import { foldText } from './names.ts';

const weekdays: readonly (readonly string[])[] = [
  ['Sunday', 'الأحد'],
  ['Monday', 'الاثنين', 'الإثنين'],
  ['Tuesday', 'الثلاثاء'],
  ['Wednesday', 'الأربعاء'],
  ['Thursday', 'الخميس'],
  ['Friday', 'الجمعة'],
  ['Saturday', 'السبت'],
];

const byName = new Map(
  weekdays.flatMap((names, weekday) =>
    names.map((name) => [foldText(name), { weekday, name }] as const),
  ),
);

const toSet = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(foldText));

// Text in quotation marks of any shape is somebody else's words.
const quoted = /“[^”]*”|„[^“”]*[“”]|«[^»]*»|"[^"]*"|(?<![\p{L}\p{N}])‘[^‘’]*’/gu;
// Matches words of any script with what an apostrophe joins to them, numbers, and punctuation within a
// sentence.
const token = /[\p{L}\p{M}]+(?:['’ʼ]\p{L}*)*|\p{N}+|[,;:،؛()–—]/gu;

/**
 * After these words, a weekday dates something else: “since Thursday”, “two days ahead of the vote on
 * Sunday”.
 */
const relative = toSet('since before ahead until till after eve منذ قبل قبيل حتى بعد عشية');
/** An hour or punctuation ends that: “before dawn on Friday” and “after the march, on Friday” mean Friday. */
const hours = toSet(
  'dawn daybreak sunrise midday noon sunset dusk nightfall midnight فجر ظهر منتصف غروب شروق',
);
/** Another weekday joined to one of those isn't the event's day either: “until Friday or Saturday”. */
const joining = toSet('and or to through و أو الى');
const nights = toSet('night nights overnight midnight ليلة ليل الليلة منتصف');
const mornings = toSet('morning early dawn daybreak sunrise صباح فجر');
const arabicNight = toSet('ليلة');
/** Between the two weekdays of one night: “Thursday night into Friday”, “ليلة الخميس على الجمعة”. */
const acrossNight = toSet('to into على الى night');

interface Token {
  readonly text: string;
  /** The folded word; in Arabic also without prefixes and article. */
  readonly forms: readonly string[];
}

interface WeekdayMention {
  readonly weekday: number;
  readonly name: string;
  /** The index of its token. */
  readonly at: number;
}

/**
 * Returns the first weekday in an article's own words (English or Arabic) that matches none of the given
 * days, undefined if there is none. If the hour (minutes since midnight) is known and before 05:00, the night
 * of the day before matches too.
 */
export function findWrongWeekday(
  words: string,
  days: readonly DayRange[],
  minute: number | null = null,
): string | undefined {
  const tokens = readTokens(words);
  const allowed = getAllowedWeekdays(days);
  const mentions = listWeekdayMentions(tokens);
  const isAfterMidnight = minute !== null && minute < 5 * 60;
  const fits = ({ weekday, at }: WeekdayMention): boolean => {
    if (allowed.has(weekday)) return true;
    const next = (weekday + 1) % 7;
    if (isAfterMidnight && allowed.has(next) && !isMorning(tokens, at)) return true;
    // An Arabic night may be named after the following day.
    return isOneOf(arabicNight, tokens[at - 1]) && allowed.has((weekday + 6) % 7);
  };
  const isNight = tokens.some((token) => isOneOf(nights, token));
  const wrong = mentions.find((mention, index) => {
    if (fits(mention)) return false;
    // A night named by both of its days matches either.
    return ![mentions[index - 1], mentions[index + 1]].some(
      (other) => isNight && other && isOneNight(tokens, mention, other) && fits(other),
    );
  });
  return wrong?.name;
}

function readTokens(words: string): Token[] {
  return [...words.replace(quoted, ' , ').matchAll(token)].map(([text]): Token => {
    const folded = foldText(text);
    if (!/^\p{Script=Arabic}/u.test(folded)) return { text, forms: [folded] };
    const readings = listArabicReadings(folded);
    return { text, forms: [...readings, ...readings.map((one) => one.replace(/^ال/u, ''))] };
  });
}

function isOneOf(words: ReadonlySet<string>, token: Token | undefined): boolean {
  return token?.forms.some((form) => words.has(form)) ?? false;
}

/** Returns the weekdays on which the words place the event. */
function listWeekdayMentions(tokens: readonly Token[]): WeekdayMention[] {
  const mentions: WeekdayMention[] = [];
  let isRelative = false;
  tokens.forEach((token, at) => {
    const found = findWeekday(token);
    const before = tokens[at - 1];
    if (isOneOf(relative, token)) isRelative = true;
    else if (isOneOf(hours, token) || !/^\p{L}/u.test(token.text)) isRelative = false;
    else if (before && findWeekday(before) && !isJoined(token, found !== undefined))
      isRelative = false;
    // A possessive dates its noun: “Sunday’s vote” wasn't necessarily on Sunday.
    if (found && !isRelative && !/['’ʼ]/u.test(token.text)) mentions.push({ ...found, at });
  });
  return mentions;
}

function isJoined(token: Token, isWeekday: boolean): boolean {
  return isOneOf(joining, token) || (isWeekday && /^[وف]/u.test(token.text));
}

function findWeekday({ forms }: Token): { weekday: number; name: string } | undefined {
  const form = forms.flatMap((one) => [one, one.replace(/s$/u, '')]).find((one) => byName.has(one));
  return form === undefined ? undefined : byName.get(form);
}

function isOneNight(tokens: readonly Token[], a: WeekdayMention, b: WeekdayMention): boolean {
  const [first, second] = a.at < b.at ? [a, b] : [b, a];
  const between = tokens.slice(first.at + 1, second.at);
  return (
    (first.weekday + 1) % 7 === second.weekday &&
    between.every((token) => isOneOf(acrossNight, token) || token.text === '–')
  );
}

/**
 * Returns whether the words mean a weekday's morning, which excludes the night before: “early on Friday”,
 * “Friday morning”.
 */
function isMorning(tokens: readonly Token[], at: number): boolean {
  const around = [...tokens.slice(Math.max(0, at - 3), at), ...tokens.slice(at + 1, at + 2)];
  return around.some((token) => isOneOf(mornings, token));
}

function getAllowedWeekdays(days: readonly DayRange[]): Set<number> {
  const allowed = new Set<number>();
  for (const { first, last } of days) {
    if (first === null || last === null || last - first >= 6) return new Set([0, 1, 2, 3, 4, 5, 6]);
    for (let day = first; day <= last; day += 1) allowed.add(getWeekday(day));
  }
  return allowed;
}
