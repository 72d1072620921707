import type { Words } from '../words/words.ts';
import type { Period } from './calendar.ts';

/** Returns a year, month or day in words. */
export function labelPeriod(period: Period, { dates }: Pick<Words, 'dates'>): string {
  const [year, month, day] = period.split('-');
  return dates.date({
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  });
}

/** Returns what a period is. */
export function getPeriodUnit(period: Period): 'year' | 'month' | 'day' {
  return (['year', 'month', 'day'] as const)[period.split('-').length - 1] ?? 'day';
}
