import { expect, test } from 'vitest';
import { holdSequences } from '../../fuzz/again.ts';

test('a few sequences of edits give the problems and the archive that linking all anew gives', () => {
  const { sound, refused } = holdSequences(24, 10);
  expect(sound).toBeGreaterThan(5);
  expect(refused).toBeGreaterThan(5);
});
