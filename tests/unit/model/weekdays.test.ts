import { describe, expect, test } from 'vitest';
import { findWrongWeekday } from '../../../src/model/weekdays.ts';
import { dateToRanges } from '../../../src/model/dates/dateRanges.ts';
import { parseEdtf } from '../../../src/model/dates/parseEdtf.ts';

function find(words: string, date: string, minute: number | null = null): string | undefined {
  const parsed = parseEdtf(date);
  if (!parsed) throw new Error(`${date} was refused`);
  return findWrongWeekday(words, dateToRanges(parsed), minute);
}

// 9 May 2024 was a Thursday, the 10th a Friday, the 11th a Saturday.
describe('findWrongWeekday(words, days, minute)', () => {
  test.each([
    ['on Friday', '2024-05-10'],
    ['two days ahead of Sunday’s vote', '2024-05-10'],
    ["a day after Thursday's march", '2024-05-10'],
    ['since Thursday', '2024-05-10'],
    ['since the night of Thursday', '2024-05-10'],
    ['until Saturday or Sunday', '2024-05-10'],
    ['the Friday before Palm Sunday', '2024-03-22'],
    ['two days before the vote on Sunday', '2024-05-10'],
    ['before dawn on Friday', '2024-05-10'],
    ['on Thursday night into Friday', '2024-05-10'],
    ['in the night of Thursday to Friday', '2024-05-09'],
    ['ليلة الخميس على الجمعة', '2024-05-09'],
    ['ليلة الخميس على الجمعة', '2024-05-10'],
    ['ليلة الجمعة', '2024-05-09'],
    ['بعد ظهر الجمعة', '2024-05-10'],
    ['قبل الأحد', '2024-05-10'],
    ['منذ الأربعاء والخميس', '2024-05-10'],
    ['للجمعة', '2024-05-10'],
    ['يوم الجُمعة', '2024-05-10'],
    ['قبيل انتخابات الأحد', '2024-05-10'],
  ])('accepts “%s” for %s', (words, date) => {
    expect(find(words, date)).toBeUndefined();
  });

  test.each([
    ['before dawn on Saturday', '2024-05-10', 'Saturday'],
    ['after the march, on Saturday', '2024-05-10', 'Saturday'],
    ['since Thursday, on Saturday', '2024-05-10', 'Saturday'],
    ['the Thursday before Palm Sunday', '2024-03-22', 'Thursday'],
    ['from Thursday to Friday', '2024-05-10', 'Thursday'],
    ['on Wednesday night into Thursday', '2024-05-10', 'Wednesday'],
    ['بعد ظهر السبت', '2024-05-10', 'السبت'],
    ['ليلة الخميس', '2024-05-10', 'الخميس'],
    ['صباح الخَميس', '2024-05-10', 'الخميس'],
  ])('rejects “%s” for %s', (words, date, weekday) => {
    expect(find(words, date)).toBe(weekday);
  });

  test('before 05:00, allows the night of the day before but not its morning', () => {
    expect(find('on Friday night, at 1 am', '2024-05-11', 60)).toBeUndefined();
    expect(find('shortly after midnight on Friday', '2024-05-11', 10)).toBeUndefined();
    expect(find('on Friday night', '2024-05-11', 5 * 60)).toBe('Friday');
    expect(find('on Friday night', '2024-05-11')).toBe('Friday');
    expect(find('in the early hours of Friday', '2024-05-11', 60)).toBe('Friday');
    expect(find('on Friday morning', '2024-05-11', 60)).toBe('Friday');
    expect(find('on Thursday night', '2024-05-11', 60)).toBe('Thursday');
    expect(find('مساء الجمعة', '2024-05-11', 60)).toBeUndefined();
  });
});
