import { foldText } from './names.ts';
import type { DayRange } from './dayRanges.ts';
import { getWeekday } from './when.ts';

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

// Takes words of any script; the marks of Arabic letters are part of them.
const words = /[\p{L}\p{M}]+/gu;
// Takes what stands in quotation marks of any shape; those are somebody else's words.
const quoted = /“[^”]*”|„[^“”]*[“”]|«[^»]*»|"[^"]*"/gu;
// Words that may stand between those and the weekday: “since early Thursday”, “منذ مساء الجمعة”.
const between = new Set(
  ['early', 'late', 'last', 'the', 'this', 'on', 'يوم', 'صباح', 'مساء', 'ليلة'].map(foldText),
);
const notOfTheDay = new Set(
  ['since', 'before', 'until', 'after', 'منذ', 'قبل', 'حتى', 'بعد'].map(foldText),
);

/**
 * Takes an article's own words for when and the days given for them; gives the first weekday in the
 * words (English or Arabic) that is none of the days, or undefined.
 */
export function findWrongWeekday(when: string, days: readonly DayRange[]): string | undefined {
  const allowed = getAllowedWeekdays(days);
  let before = '';
  for (const [word] of when.replace(quoted, ' ').matchAll(words)) {
    const folded = foldText(word);
    const found =
      byName.get(folded) ??
      byName.get(folded.replace(/s$/, '')) ??
      byName.get(folded.replace(/^[وفبكل](?=ال)/u, ''));
    if (found && !notOfTheDay.has(before) && !allowed.has(found.weekday)) return found.name;
    if (!between.has(folded) || !notOfTheDay.has(before)) before = folded;
  }
  return undefined;
}

function getAllowedWeekdays(days: readonly DayRange[]): Set<number> {
  const allowed = new Set<number>();
  for (const { first, last } of days) {
    if (first === null || last === null || last - first >= 6) return new Set([0, 1, 2, 3, 4, 5, 6]);
    for (let day = first; day <= last; day += 1) allowed.add(getWeekday(day));
  }
  return allowed;
}
