import { expect, test } from 'vitest';
import { findNearest } from '../../../src/problems/nearest.ts';

test('prefers what people mean by a word to what resembles it', () => {
  expect(findNearest('where', ['when', 'place'])).toBe('place');
  expect(findNearest('author', ['title', 'by'])).toBe('by');
});

test('compares a synonym of no known word by its letters', () => {
  expect(findNearest('where', ['when'])).toBe('when');
  expect(findNearest('constructor', ['title'])).toBeUndefined();
});
