import type { DateParts, DateWords } from './words.ts';

/**
 * What a language provides: its list format, its forms of a date alone and before a later one, and its words
 * for an unknown day.
 */
interface OneOfParts {
  readonly listed: (texts: readonly string[]) => string;
  readonly date: (parts: DateParts) => string;
  readonly shortened: (first: DateParts, second: DateParts) => string;
  readonly dayNotKnown: string;
}

/** Returns a function that formats a choice of dates in a language, stating what they share once. */
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

/** Removes a year that all dates end with, in digits of any script, from all but the last. */
function shareYear(dates: readonly string[]): string[] {
  const [, ofLast] = / (\p{N}{4})$/u.exec(dates.at(-1) ?? '') ?? [];
  const isShared = ofLast !== undefined && dates.every((text) => text.endsWith(` ${ofLast}`));
  return dates.map((text, index) =>
    isShared && index < dates.length - 1 ? text.slice(0, -(ofLast.length + 1)) : text,
  );
}
