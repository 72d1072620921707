import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getSkeleton } from '../../../src/model/lookalikes.ts';
import { closeDirections } from '../../../src/parse/directions.ts';
import { quote } from '../../../src/problems/kinds.ts';
import { printLocation } from '../../../src/problems/sourceLocation.ts';

/** Returns how many embeddings and isolates a text leaves open, by Unicode's bidirectional algorithm. */
function countOpen(text: string): number {
  const open: string[] = [];
  for (const mark of text) {
    if (/[\u202A\u202B\u202D\u202E]/.test(mark)) open.push('embedding');
    if (/[\u2066-\u2068]/.test(mark)) open.push('isolate');
    if (mark === '\u202C' && open.at(-1) === 'embedding') open.pop();
    if (mark === '\u2069' && open.includes('isolate')) while (open.pop() !== 'isolate');
  }
  return open.length;
}

describe('closeDirections(text)', () => {
  test('closes what any text leaves open, keeps the text, and leaves a closed one unchanged', () => {
    const letter = fc.constantFrom(
      'a',
      'ب',
      ' ',
      ...Array.from('\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'),
    );
    fc.assert(
      fc.property(fc.string({ unit: letter }), (text) => {
        const closed = closeDirections(text);
        expect(closed.startsWith(text)).toBe(true);
        expect(countOpen(closed)).toBe(0);
        expect(closeDirections(closed)).toBe(closed);
        if (countOpen(text) === 0) expect(closed).toBe(text);
      }),
    );
  });
});

describe('getSkeleton(text)', () => {
  test.each([
    ['Аna Brandt', 'Ana Brandt'],
    ['ΑΝΑ', 'ana'],
    ['Ana \u202Etdnarb', 'Ana brandt'],
    ['علی', 'علي'],
    ['Ａna', 'Ana'],
  ])('%j looks like %j', (one, other) => {
    expect(getSkeleton(one)).toBe(getSkeleton(other));
  });

  test.each([
    ['Ana', 'Anna'],
    ['Владимир', 'Vladimir'],
    ['صدر', 'الصدر'],
  ])('%j does not look like %j', (one, other) => {
    expect(getSkeleton(one)).not.toBe(getSkeleton(other));
  });
});

describe('a report', () => {
  test('shows invisible characters, and none of them can reverse it', () => {
    expect(quote('a\u202Eb\u200Bc')).toBe('"a<U+202E>b<U+200B>c"');
    expect(printLocation({ file: 'a\n\u202Eb.md', line: 1, column: 2 })).toBe(
      'a\uFFFD\uFFFDb.md:1:2',
    );
  });
});
