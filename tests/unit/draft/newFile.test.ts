import { describe, expect, test } from 'vitest';
import { checkAnswer, checkId, printNewFile, questions } from '../../../src/draft/newFile.ts';

describe('printNewFile(kind, answers, today)', () => {
  test('prints a digest with the day it was added, and a lead to write', () => {
    const text = printNewFile(
      'article',
      { title: 'City: “quay” shut', source: 'harbour-post', published: '2024', 'draws-on': 'a, b' },
      '2024-06-01',
      'en',
    );
    expect(text).toMatch(
      /^---\ntitle: "City: “quay” shut"\nsource: harbour-post\npublished: "2024"\nadded: 2024-06-01\ndraws-on: \[a, b\]\n---\n\n<!-- To write: the lead\./,
    );
  });

  test.each([
    ['ar-IQ', '<!-- To write: المقدمة.'],
    ['fr', '<!-- To write: le chapeau.'],
    ['de', '<!-- To write: the lead.'],
  ])('writes prompts in the language of a site in %s, else in English', (language, prompt) => {
    expect(printNewFile('article', { title: 'T' }, '2024-06-01', language)).toContain(prompt);
  });

  test('leaves out unanswered questions', () => {
    expect(
      printNewFile('place', { name: 'Old mole', within: '', spellings: ' , ' }, '2024-06-01', 'en'),
    ).toBe('---\nname: Old mole\n---\n');
  });
});

describe('checkAnswer(kind, question, answer)', () => {
  const get = (kind: 'article' | 'actor', key: string) =>
    questions[kind].find((one) => one.key === key)!;

  test('returns what was expected', () => {
    expect(checkAnswer('article', get('article', 'published'), 'Friday')).toContain(
      'a date such as',
    );
    expect(checkAnswer('article', get('article', 'url'), 'quay')).toContain('http://');
    expect(checkAnswer('actor', get('actor', 'kind'), 'boat')).toContain('one of person');
  });

  test('accepts a valid answer, and checks a list item by item', () => {
    expect(checkAnswer('article', get('article', 'published'), '2024-05-1X')).toBeUndefined();
    expect(checkAnswer('actor', get('actor', 'spellings'), 'A. Brandt, Brandt')).toBeUndefined();
  });
});

test('checkId(kind, id) rejects a date in an event’s id', () => {
  expect(checkId('event', 'quay-2024-05-10')).toContain('lower-case words');
  expect(checkId('article', 'quay-2024-05-10')).toBeUndefined();
  expect(checkId('article', 'Quay')).toContain('lower-case words');
});
