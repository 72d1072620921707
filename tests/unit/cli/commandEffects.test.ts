import { expect, test } from 'vitest';
import { printToday } from '../../../src/cli/commandEffects.ts';

test('printToday(now) returns the day in the machine’s zone', () => {
  expect(printToday(new Date(2024, 4, 1, 0, 5))).toBe('2024-05-01');
  expect(printToday(new Date(2024, 11, 31, 23, 55))).toBe('2024-12-31');
});
