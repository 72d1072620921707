import { describe, expect, test } from 'vitest';
import { keepNames } from '../../../../src/views/prose/keepNames.ts';

describe('keepNames(html)', () => {
  test.each([
    ['<p>Mustafa al-Kadhimi</p>', '<p>Mustafa <no-break>al-Kadhimi</no-break></p>'],
    ['Al-Sadr’s men', '<no-break>Al-Sadr’s</no-break> men'],
    ['20–25 Dec 2020', '<no-break>20–25 Dec</no-break> 2020'],
    ['night 25–26 Dec', 'night <no-break>25–26 Dec</no-break>'],
    ['Added 21 November 2026.', 'Added <no-break>21 November</no-break> 2026.'],
    ['٢١ نوفمبر ٢٠٢٦', '<no-break>٢١ نوفمبر</no-break> ٢٠٢٦'],
    ['pages 10–12', 'pages <no-break>10–12</no-break>'],
    ['<a href="/a-B/">al-Haq</a>', '<a href="/a-B/"><no-break>al-Haq</no-break></a>'],
    [
      'al-Asad, Tug-Of-War, al-Haq',
      '<no-break>al-Asad</no-break>, <no-break>Tug-Of</no-break>-War, <no-break>al-Haq</no-break>',
    ],
  ])('keeps the parts of a name, or a day and its month, on one line: %s', (html, kept) => {
    expect(keepNames(html)).toBe(kept);
  });

  test.each([
    'Iran-backed militias and a show-of-force',
    'the Counter-Terror Service',
    '25 men, 2020 in all',
    '<time datetime="2020-12-20">in December</time>',
    '<text x="1">Ain al-Asad</text>',
    '<option value="x">Qais al-Khazali</option>',
    '<a title="Qais al-Khazali" href="/x/">he</a>',
    'al-Abcdefghijklmnopqrstuvwxyz',
  ])('doesn’t change what may break, text-only elements, or markup: %s', (html) => {
    expect(keepNames(html)).toBe(html);
  });
});
