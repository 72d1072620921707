import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutExcerpt } from '../../../src/problems/excerpt.ts';

/** Returns the characters of a line that its excerpt underlines, if each is one cell wide. */
function getMarked(line: string, column: number, found?: string): string | undefined {
  const excerpt = cutExcerpt(line, column, found);
  if (!excerpt) return undefined;
  const { text, mark } = excerpt;
  return text.slice(mark.indexOf('^'), mark.length);
}

describe('cutExcerpt', () => {
  test.each([
    ['source: harbour past', 9, 'harbour past', 'harbour past'],
    ['source: harbour-past # why', 9, undefined, 'harbour-past'],
    ['actors: [ana, bo]', 15, undefined, 'bo'],
    ['title: 1974', 8, 'number 1974', '1974'],
    ['place: [Porto Velho]', 8, 'list [Porto Velho]', '[Porto Velho]'],
    ['kind: mayor', 7, '"mayor"', 'mayor'],
    ['See [it](../ledger.md) there.', 5, '../ledger.md', '[it](../ledger.md'],
    ['## The quay closes', 1, 'quay-closes', '## The quay closes'],
    ['```claim', 1, undefined, '```claim'],
    ['date: Friday.', 7, 'Saturday', 'Friday.'],
  ])('of %j at %i with the fault %j underlines %j', (line, column, found, marked) => {
    expect(getMarked(line, column, found)).toBe(marked);
  });

  test('starts at the first word of an indented line, or at the indent if the fault is there', () => {
    expect(cutExcerpt('    zone: Lisbon', 11, 'Lisbon')).toEqual({
      text: 'zone: Lisbon',
      mark: '      ^^^^^^',
    });
    expect(cutExcerpt('    indented', 1)).toEqual({ text: '    indented', mark: '^' });
  });

  test('returns null for a blank line, and one mark after the end of a line', () => {
    expect(cutExcerpt('   ', 1)).toBeNull();
    expect(cutExcerpt('title:', 7)).toEqual({ text: 'title:', mark: '      ^' });
  });

  test('cuts a long line around the fault, with an ellipsis at each cut', () => {
    const line = `${'before '.repeat(40)}WRONG${' after'.repeat(40)}`;
    const { text, mark } = cutExcerpt(line, 281, 'WRONG')!;
    expect(text).toMatch(/^….*WRONG.*…$/);
    expect([...text]).toHaveLength(100);
    expect(text.slice(mark.indexOf('^'), mark.length)).toBe('WRONG');
  });

  test('keeps room for the words around a fault as long as the line', () => {
    const { text, mark } = cutExcerpt(`says: ${'x'.repeat(400)}`, 7)!;
    expect(text).toMatch(/^says: x+…$/);
    expect(mark).toBe(`      ${'^'.repeat(70)}`);
  });

  test('counts the cells of a terminal: two for a wide character, none for a mark on another', () => {
    expect(cutExcerpt('港港 wrong', 4, 'wrong')!.mark).toBe('     ^^^^^');
    expect(cutExcerpt('e\u0301 wrong', 4, 'wrong')!.mark).toBe('  ^^^^^');
    expect(cutExcerpt('𝒳 wrong', 4, 'wrong')!.mark).toBe('  ^^^^^');
  });

  test('replaces tabs, terminal escapes and direction marks', () => {
    expect(cutExcerpt('a\tb\u001B[31m\u202Ec', 3, 'b')).toEqual({
      text: 'a b [31m c',
      mark: '  ^',
    });
  });

  test('is never longer than 100 characters and always underlines part of it', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(
        line,
        fc.nat(420),
        fc.option(fc.string(), { nil: undefined }),
        (text, at, found) => {
          const excerpt = cutExcerpt(text, at + 1, found);
          if (!excerpt) return;
          expect([...excerpt.text].length).toBeLessThanOrEqual(100);
          expect(excerpt.text).not.toMatch(/[\p{Cc}\n]/u);
          expect(excerpt.mark).toMatch(/^ *\^+$/);
        },
      ),
    );
  });
});
