import { describe, expect, test } from 'vitest';
import { listSearches, listSearchForms } from '../../../../src/views/search/searchWords.ts';

/** Returns whether a query finds a text as in Pagefind: each word is the beginning of an indexed word. */
function finds(typed: string, text: string): boolean {
  const index = `${text} ${listSearchForms(text).join(' ')}`.split(' ');
  return listSearches(typed).some((search) =>
    search.split(' ').every((word) => index.some((known) => known.startsWith(word))),
  );
}

const hashd = [
  'الحشد',
  'والحشد',
  'بالحشد',
  'كالحشد',
  'فالحشد',
  'للحشد',
  'وللحشد',
  'وبالحشد',
  'الحَشْدُ',
  'الحشـــد',
  'ﺍﻟﺤﺸﺪ',
];
const ministry = ['وزارة', 'وزاره', 'لوزارة', 'ولوزارة', 'بوزارة'];
const ahmad = ['أحمد', 'احمد', 'وأحمد', 'لأحمد'];

describe('listSearches(typed) and listSearchForms(text)', () => {
  test.each([hashd, ministry, ahmad])('find each other’s spellings: %s', (...spellings) => {
    const missed = spellings.flatMap((typed) =>
      spellings
        .filter((text) => !finds(typed, `قال ${text} ذلك`))
        .map((text) => `${typed} in ${text}`),
    );
    expect(missed).toEqual([]);
  });

  test('find a name without its article', () => {
    expect(finds('حشد', 'قال للحشد ذلك')).toBe(true);
    expect(finds('الأسدى', 'احمد الاسدي')).toBe(true);
  });

  test('ignore merely similar words, and other scripts', () => {
    expect(finds('الحشد', 'قال الحصد ذلك')).toBe(false);
    expect(listSearches('The quay')).toEqual(['The quay']);
    expect(listSearchForms('The quay, Sa’id al-Hádi')).toEqual([]);
  });
});
