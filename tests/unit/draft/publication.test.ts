import { describe, expect, test } from 'vitest';
import { readArticleText } from '../../../src/draft/articleText.ts';
import { findDateOrder } from '../../../src/draft/dates/fullDates.ts';
import { createPublication, findPublication } from '../../../src/draft/publication.ts';

const body =
  'Boats of the Harbour Police lay across the mouth of the harbour and let nobody in or out all night.';

/** Returns the day of publication found in a page with one line between title and text, or why there is none. */
function find(line: string, more = '') {
  const article = readArticleText(`Quay closed after dark\n${line}\n\n${body}\n\n${more}`);
  const found = findPublication(
    article,
    findDateOrder([...article.head, ...article.paragraphs]),
    '2024-06-01',
  );
  return found.type === 'known'
    ? [found.date, found.updated].filter(Boolean).join(', updated ')
    : found.reason;
}

describe('findPublication(article, today)', () => {
  test.each([
    ['11 May 2024', '2024-05-11'],
    ['Saturday, May 11, 2024', '2024-05-11'],
    ['Published: Sat 11 May 2024 08:00', '2024-05-11'],
    ['By Ana Cabo | 2024-05-11', '2024-05-11'],
    ['2024-05-11T08:00:00+01:00', '2024-05-11T08:00:00+01:00'],
    ['25/05/2024', '2024-05-25'],
    ['05/25/2024', '2024-05-25'],
    ['11.05.2024', '2024-05-11'],
    ['Published 11 May 2024 | Updated 12 May 2024', '2024-05-11, updated 2024-05-12'],
    ['PORTO VELHO, 11 May 2024', '2024-05-11'],
    ['Friday, 3 January 2014 13:26 GMT', '2014-01-03'],
    ['11-May-2024', '2024-05-11'],
    ['Sat 06/04/2024', '2024-04-06'],
    ['May 6, 2024 | 05/06/2024', '2024-05-06'],
    ['28 تموز 2023', '2023-07-28'],
    ['٢٨ يوليو ٢٠٢٣', '2023-07-28'],
    ['الجمعة 28 تموز/يوليو 2023', '2023-07-28'],
    ['Publié le 11 mai 2024 à 08h30', '2024-05-11'],
    ['Mis à jour le 12 mai 2024 – Publié le 11 mai 2024', '2024-05-11, updated 2024-05-12'],
    ['Samstag, 11. Mai 2024, 08:30 Uhr', '2024-05-11'],
    ['Publicado el sábado, 11 de mayo de 2024', '2024-05-11'],
    ['11 May 2024 00:30 | 2024-05-10T21:30:00Z', '2024-05-11'],
    ['11 May 2024, 08:00 | 2024-05-11T08:00:00+03:00', '2024-05-11T08:00:00+03:00'],
  ])('reads “%s” as %s', (line, expected) => {
    expect(find(line)).toBe(expected);
  });

  test('reads a labelled line below the text', () => {
    expect(find('By Ana Cabo', 'Published 11 May 2024')).toBe('2024-05-11');
  });

  test('never mistakes a date in the text for the day of publication', () => {
    expect(
      find('By Ana Cabo', 'The quay was shut on 10 May 2024, for the first time in years.'),
    ).toMatch('no line above or below the text gives a day');
  });

  test.each([
    [
      'yesterday at 11:36 The Post – 1 May 2024',
      'it says both “yesterday at 11:36” and “1 May 2024”',
    ],
    ['Monday, 11 May 2024', '2024-05-11 is not that weekday'],
    ['05/06/2024', 'has two readings'],
    ['11/05/24', 'its year has two digits'],
    ['11 May 2024 09:37 | 2024-05-10T21:30:00Z', 'more than one date'],
    ['31.02.2024', 'there is no such day'],
    ['10 May 2024 | 11 May 2024', 'more than one date (2024-05-10, 2024-05-11)'],
    ['3 hours ago', 'only “3 hours ago”'],
    ['Updated 12 May 2024', 'only when it was changed (2024-05-12)'],
    ['11 May 2042', 'is still to come'],
    ['11 May', 'no line above or below the text gives a day'],
  ])('rejects “%s” and explains why', (line, reason) => {
    expect(find(line)).toContain(reason);
  });
});

describe('createPublication(date)', () => {
  test('counts from a single day, and from the written day of a moment', () => {
    expect(createPublication('2024-05-11')).toMatchObject({ day: 19854 });
    expect(createPublication('2024-05-11T23:00:00-08:00')).toMatchObject({ day: 19854 });
  });

  test('counts from no day if the date names several', () => {
    expect(createPublication('2024-05-1X')).toMatchObject({ date: '2024-05-1X', day: null });
  });

  test('returns undefined for anything but a date', () => {
    expect(createPublication('Friday')).toBeUndefined();
  });
});
