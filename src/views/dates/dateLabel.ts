import type { DateChoice, When } from '../../model/archive.ts';
import { dateToRanges, getNight, getSingleDay } from '../../model/dates/dateRanges.ts';
import { splitDay, type DayNumber, type DayRange } from '../../model/dates/dayRanges.ts';
import type { EdtfDate, OneOfMember, PlainDate } from '../../model/dates/edtfDate.ts';
import { printClock, printTimeOfDay, type TimeOfDay } from '../../model/dates/timeOfDay.ts';
import { isDoubtful } from '../../model/knownDays.ts';
import type { DateParts, DateWords } from '../words/words.ts';

/**
 * Returns the date and time of day in words, never more precise than what is known. `place` names the zone's
 * place, which is added if it isn't the story's zone.
 *
 * @example dateLabel(when, 'Europe/Lisbon', dateWords, null) // '10 May 2024, evening'
 */
export function dateLabel(
  when: When,
  storyZone: string,
  words: DateWords,
  place: string | null,
): string {
  if (!when.date) return words.unknown;
  const label = labelTime(when, labelDate(when.date, words), words);
  if (when.zone === storyZone) return label;
  return place === null ? words.inZone(label, when.zone) : words.inPlace(label, place);
}

/** Returns when an undated event took place, in words, judged by the publication of its account. */
export function boundLabel(published: EdtfDate, ahead: boolean, words: DateWords): string {
  const text = labelDate(published, words);
  const isDay = getSingleDay(published) !== undefined && !isDoubtful(published);
  return ahead ? words.afterPublication(text, isDay) : words.byPublication(text, isDay);
}

/** Maximum number of dates to list; if there are more, only the first and last day are stated. */
const maxChoices = 4;

/** Returns conflicting dates in the shortest words that are true; nights stay nights. */
export function labelChoices(choices: readonly DateChoice[], words: DateWords): string {
  const days = choices.flatMap((choice) => choice.days);
  if (choices.every(({ type }) => type === 'night') && choices.length <= maxChoices)
    return words.oneOfNights(days.map(({ first }) => toNight(first ?? 0)));
  const isPlain = ({ type, date }: DateChoice) =>
    type === 'days' && !isDoubtful(date) && !(date.type === 'single' && date.date.about);
  const few = choices.every(isPlain) ? listFewDays(days) : undefined;
  if (few) return words.oneOfDays(few.map(toParts));
  if (choices.length > maxChoices) return labelHull(days, words);
  const labels = choices.map(({ type, date, days: [own] }) =>
    type === 'night' ? words.night(...toNight(own?.first ?? 0)) : labelDate(date, words),
  );
  return words.oneOf([...new Set(labels)]);
}

/** Returns the distinct days of ranges, if they are few enough to list. */
function listFewDays(ranges: readonly DayRange[]): DayNumber[] | undefined {
  const days = new Set<DayNumber>();
  for (const { first, last } of ranges) {
    if (first === null || last === null || last - first >= maxChoices) return undefined;
    for (let day = first; day <= last; day += 1) days.add(day);
  }
  return days.size > maxChoices ? undefined : [...days].sort((a, b) => a - b);
}

/** Returns the days between, before or after which something happened, in words. */
function labelHull(ranges: readonly DayRange[], words: DateWords): string {
  const first = Math.min(...ranges.map((range) => range.first ?? -Infinity));
  const last = Math.max(...ranges.map((range) => range.last ?? Infinity));
  const isKnown = [first, last].map((day) => Number.isFinite(day));
  if (isKnown[0] && isKnown[1])
    return words.oneDayBetween(toParts(first), toParts(last), last === first + 1);
  if (isKnown[1]) return words.onOrBefore(words.date(toParts(last)));
  return isKnown[0] ? words.onOrAfter(words.date(toParts(first))) : words.unknown;
}

function toNight(first: DayNumber): readonly [DateParts, DateParts] {
  return [toParts(first), toParts(first + 1)];
}

/**
 * Returns the value of `<time datetime>` (HTML, a valid date or month string) for an exact date. Returns null
 * if the date is approximate, doubtful, open, a choice, or lasting.
 */
export function exactDatetime(when: When): string | null {
  const { date, time } = when;
  if (date?.type !== 'single' || date.date.about || date.date.doubtful || date.date.season)
    return null;
  if (
    hasUnspecified(date.date.year, date.date.month, date.date.day) ||
    // HTML supports years from 0001.
    !/^(?!0000)\d{4}$/.test(date.date.year)
  )
    return null;
  if (time?.type === 'part' && time.part === 'night') return null;
  const day = [date.date.year, date.date.month, date.date.day]
    .filter((part) => part !== null)
    .join('-');
  const clock = time?.type === 'clock' ? printClock(time.minute) : null;
  return clock ? `${day}T${clock}` : day;
}

/** Returns a whole day written YYYY-MM-DD in words. */
export function labelDay(day: string, words: DateWords): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return words.date({ year: year ?? 0, month: month ?? null, day: dayOfMonth ?? null });
}

/** Returns a time of day as blocks and data write it (`20:30`, `evening`), null if there is none. */
export function labelTimeOfDay(time: TimeOfDay | null): string | null {
  return time && printTimeOfDay(time);
}

/** Returns an hour in words: `20:30`, “about 20:30” or “between 20:00 and 20:45”. */
export function labelClock(
  time: Exclude<TimeOfDay, { type: 'part' }>,
  words: Pick<DateWords, 'clock' | 'aboutClock' | 'betweenClocks'>,
): string {
  const clock = (minute: number) => words.clock(printClock(minute));
  if (time.type === 'clock') return clock(time.minute);
  return time.about === null
    ? words.betweenClocks(clock(time.from), clock(time.to))
    : words.aboutClock(clock(time.about));
}

/** Returns a date in words, without time of day or zone. */
export function labelDate(date: EdtfDate, words: DateWords): string {
  switch (date.type) {
    case 'single':
      return labelPlain(date.date, words);
    case 'lasting':
      return labelLasting(date, words);
    case 'one-of':
      return labelOneOf(date, words);
  }
}

function labelTime({ date, time }: When, label: string, words: DateWords): string {
  if (!time || !date) return label;
  if (time.type !== 'part') return words.withClock(label, labelClock(time, words));
  if (time.part !== 'night') return words.withPart(label, time.part);
  const night = getNight(date);
  if (night === undefined) return words.oneOfNights(listDays(date).map(toNight));
  const named = words.night(...toNight(night));
  const ends =
    date.type === 'single' ? [date.date] : date.type === 'lasting' ? [date.from, date.to] : [];
  return ends.some((end) => typeof end !== 'string' && end.doubtful)
    ? words.doubtful(named)
    : named;
}

function labelPlain(date: PlainDate, words: DateWords): string {
  const plain = labelDigits(date, words);
  const about = date.about ? words.about(plain, date.about) : plain;
  return date.doubtful ? words.doubtful(about) : about;
}

function labelDigits(date: PlainDate, words: DateWords): string {
  const { year, month, day, season } = date;
  if (season) return words.season(season, Number(year));
  if (!hasUnspecified(year, month, day)) {
    return words.date({
      year: Number(year),
      month: month === null ? null : Number(month),
      day: day === null ? null : Number(day),
    });
  }
  // Handles the forms that have words of their own; all others are a choice between their days.
  if (month === null && /^[1-9]\d\dX$/.test(year))
    return words.decade(Number(year.slice(0, 3)) * 10);
  if (month === null && /^-?\d*X+$/.test(year)) return labelYears(date, words);
  if (/^-?\d+$/.test(year)) {
    if (month === 'XX')
      return day === null
        ? words.someMonth(Number(year))
        : day === 'XX'
          ? words.someDay({ year: Number(year), month: null, day: null })
          : labelChoice(date, words);
    if (month !== null && /^\d\d$/.test(month)) {
      const ofMonth = { year: Number(year), month: Number(month), day: null };
      if (day === 'XX') return words.someDay(ofMonth);
      if (day && /^\dX$/.test(day)) return words.tensOfMonth(Number(day[0]) * 10, ofMonth);
    }
  }
  return labelChoice(date, words);
}

function labelYears(date: PlainDate, words: DateWords): string {
  const { first, last } = getHull(date);
  return first === undefined || last === undefined
    ? words.unknown
    : words.oneYearBetween(toParts(first).year, toParts(last).year);
}

function labelChoice(date: PlainDate, words: DateWords): string {
  const { first, last } = getHull(date);
  return first === undefined || last === undefined
    ? words.unknown
    : words.oneDayBetween(toParts(first), toParts(last), last === first + 1);
}

/** Returns the first and last day that a date allows, ignoring “about”. */
function getHull(date: PlainDate): { first: DayNumber | undefined; last: DayNumber | undefined } {
  const ranges = dateToRanges({
    type: 'single',
    written: '',
    date: { ...date, about: null },
    clock: null,
  });
  return { first: ranges[0]?.first ?? undefined, last: ranges.at(-1)?.last ?? undefined };
}

function labelLasting({ from, to }: EdtfDate & { type: 'lasting' }, words: DateWords): string {
  if (typeof from === 'string')
    return typeof to === 'string' ? words.unknown : words.lastingUntil(labelPlain(to, words));
  if (typeof to === 'string') return words.lastingFrom(labelPlain(from, words));
  const [first, last] = [plainToParts(from), plainToParts(to)];
  return first && last
    ? words.lasting(first, last)
    : words.lastingBetween(labelPlain(from, words), labelPlain(to, words));
}

function labelOneOf(date: EdtfDate & { type: 'one-of' }, words: DateWords): string {
  const [only, ...more] = date.members;
  if (only && more.length === 0) return labelMember(only, words);
  const days = date.members.map((member) =>
    member.type === 'date' ? plainToParts(member) : undefined,
  );
  if (days.every((day) => day !== undefined && day.day !== null))
    return words.oneOfDays(days.filter((day) => day !== undefined));
  if (date.members.length > maxChoices) return labelHull(dateToRanges(date), words);
  return words.oneOf(date.members.map((member) => labelMember(member, words)));
}

function labelMember(member: OneOfMember, words: DateWords): string {
  if (member.type === 'date') return labelPlain(member, words);
  if (!member.from)
    return member.to ? words.onOrBefore(labelPlain(member.to, words)) : words.unknown;
  if (!member.to) return words.onOrAfter(labelPlain(member.from, words));
  const range = dateToRanges({ type: 'one-of', written: '', members: [member] });
  const [first, last] = [range[0]?.first, range.at(-1)?.last];
  return first === null || first === undefined || last === null || last === undefined
    ? words.unknown
    : first === last
      ? words.date(toParts(first))
      : words.oneDayBetween(toParts(first), toParts(last), last === first + 1);
}

function listDays(date: EdtfDate): DayNumber[] {
  if (date.type !== 'one-of') return [];
  return date.members.flatMap((member) => {
    const day =
      member.type === 'date'
        ? getSingleDay({ type: 'single', written: '', date: member, clock: null })
        : undefined;
    return day === undefined ? [] : [day];
  });
}

/** Returns the parts of an exact date, or undefined for any other. */
function plainToParts({
  year,
  month,
  day,
  season,
  about,
  doubtful,
}: PlainDate): DateParts | undefined {
  if (season || about || doubtful || hasUnspecified(year, month, day)) return undefined;
  return {
    year: Number(year),
    month: month === null ? null : Number(month),
    day: day === null ? null : Number(day),
  };
}

function toParts(day: DayNumber): DateParts {
  return splitDay(day);
}

function hasUnspecified(...digits: readonly (string | null)[]): boolean {
  return digits.some((text) => text?.includes('X'));
}
