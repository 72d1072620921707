import { expect, test } from 'vitest';
import { findNearest } from '../../../src/problems/nearest.ts';

test('what people mean by a word goes before what looks like it', () => {
  expect(findNearest('where', ['when', 'place'])).toBe('place');
  expect(findNearest('author', ['title', 'by'])).toBe('by');
});

test('a synonym of nothing known is taken by its letters, or not at all', () => {
  expect(findNearest('where', ['when'])).toBe('when');
  expect(findNearest('constructor', ['title'])).toBeUndefined();
});
