import type { DateParts, DateWords } from './words.ts';

/** What a language gives for it: how it lists, how it writes a date alone and beside a later one, and its words for a day that is not known. */
interface OneOfParts {
  readonly listed: (texts: readonly string[]) => string;
  readonly date: (parts: DateParts) => string;
  readonly shortened: (first: DateParts, second: DateParts) => string;
  readonly dayNotKnown: string;
}

/** Returns how a language says that something was on one of several dates, what they share said once. */
export function createOneOf({
  listed,
  date,
  shortened,
  dayNotKnown,
}: OneOfParts): Pick<DateWords, 'oneOf' | 'oneOfDays'> {
  return {
    oneOf: (dates) => {
      const plain = dates.map((text) => text.replace(dayNotKnown, ''));
      const isKnown = plain.every((text, index) => text === dates[index]);
      return `${listed(shareYear(plain))}${isKnown ? '' : dayNotKnown}`;
    },
    oneOfDays: (days) =>
      listed(
        days.map((day, index) =>
          index < days.length - 1 ? shortened(day, days.at(-1) ?? day) : date(day),
        ),
      ),
  };
}

/** Leaves a year that all dates end with, in digits of any script, out of all but the last. */
function shareYear(dates: readonly string[]): string[] {
  const [, ofLast] = / (\p{N}{4})$/u.exec(dates.at(-1) ?? '') ?? [];
  const isShared = ofLast !== undefined && dates.every((text) => text.endsWith(` ${ofLast}`));
  return dates.map((text, index) =>
    isShared && index < dates.length - 1 ? text.slice(0, -(ofLast.length + 1)) : text,
  );
}
