import type { DateParts } from './words.ts';

/** Returns the number of days in a month (proleptic Gregorian). */
export function countDays({ year, month }: DateParts): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month ?? 0) ? 30 : 31;
}
