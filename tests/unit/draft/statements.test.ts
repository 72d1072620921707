import { describe, expect, test } from 'vitest';
import { findStatements } from '../../../src/draft/statements.ts';
import { toDayNumber } from '../../../src/model/dates/dayRanges.ts';
import { createKnown } from './known.ts';

const known = createKnown();
const context = { published: toDayNumber(2024, 6, 3), language: 'en', order: null };

/** Returns the day of the lone hour in the paragraphs, null if it is left open. */
function readHour(paragraphs: string[]): string | null | undefined {
  const { dated } = findStatements(paragraphs, context, known);
  return dated.find(({ phrase }) => phrase.isHourAlone)?.phrase.date;
}

test('a question states no date', () => {
  const { dated } = findStatements(['Was the quay shut on Friday? It was.'], context, known);
  expect(dated.map(({ phrase }) => phrase.date)).toEqual([null]);
});

describe('findStatements(paragraphs, context, known): a lone hour', () => {
  test.each([
    ['of its sentence', ['On Friday boats came; around 5pm they left.']],
    ['named before it in its paragraph', ['A shed burnt on 31 May. Around 5pm boats came.']],
    [
      'in the heading of its part of the text',
      ['A shed burnt on 1 May.', 'Friday, 31 May', 'Around 5pm boats came.'],
    ],
    ['that is the only one in the article', ['A shed burnt on 31 May.', 'Around 5pm boats came.']],
  ])('takes the day %s', (_, paragraphs) => {
    expect(readHour(paragraphs)).toBe('2024-05-31');
  });

  test.each([
    ['the next day', ['A shed burnt on 31 May. The letter came at noon the next day.']],
    ['an eve', ['A shed burnt on 31 May. On the eve of the vote, around midnight, boats came.']],
    [
      'a night of two days',
      [
        'It burnt on 31 May.',
        'It rained on the night of 1–2 June. By noon, around 5pm, boats came.',
      ],
    ],
    ['two days', ['It burnt on 31 May.', 'It rained on 1 June.', 'Around 5pm boats came.']],
    ['what is ahead', ['A shed burnt on 31 May. Around 5pm boats came, and will again on Friday.']],
  ])('is left open next to %s', (_, paragraphs) => {
    expect(readHour(paragraphs)).toBeNull();
  });
});
