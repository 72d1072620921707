import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, NameIndex } from '../../../src/model/names.ts';
import { runs } from '../seed.ts';

const at = { file: 'content/actors/x.md', line: 1, column: 1 };

function createIndex(names: Record<string, string>): NameIndex<string> {
  const index = new NameIndex<string>();
  for (const [spelling, owner] of Object.entries(names)) index.add(spelling, owner, at);
  return index;
}

function found(index: NameIndex<string>, text: string): string[] {
  return index.find(text).map(({ owner, start, end }) => `${text.slice(start, end)}=${owner}`);
}

/** A folded character, lower-cased and with its case, and the position of its source character in the text. */
interface Sign {
  readonly lower: string;
  readonly cased: string;
  readonly start: number;
}

function toSigns(text: string): Sign[] {
  const signs = listSigns(text);
  const isWord = (sign: Sign | undefined) => /^[\p{L}\p{M}\p{N}]/u.test(sign?.lower ?? '');
  return signs.map((sign, index) => {
    const [a, b] = [signs[index - 2]?.lower ?? '', signs[index - 1]?.lower];
    const isArticle = (a === 'a' || a === 'e') && b === 'l' && !isWord(signs[index - 3]);
    return sign.lower === '-' && isArticle && isWord(signs[index + 1])
      ? { ...sign, lower: ' ', cased: ' ' }
      : sign;
  });
}

function listSigns(text: string): Sign[] {
  return [...text.matchAll(/\s+|\P{M}\p{M}*|\p{M}+/gu)].flatMap(({ 0: own, index }) =>
    [...(/^\s/u.test(own) ? ' ' : own.normalize('NFKD'))]
      .filter(
        (sign) => !/[\p{Default_Ignorable_Code_Point}\u064B-\u0655]|[\u0621\u0640]/u.test(sign),
      )
      .map((sign) => ({ ى: 'ي', ة: 'ه' })[sign] ?? sign)
      .map((sign) => (/[’`]/.test(sign) ? "'" : sign === '‐' || sign === '‑' ? '-' : sign))
      .flatMap((cased) =>
        [...cased.toLowerCase()].map((lower) => ({ lower, cased, start: index })),
      ),
  );
}

/** Does what NameIndex.find does, by trying every spelling at every character. */
function findPlainly(spellings: readonly string[], text: string): string[] {
  const signs = toSigns(text);
  const at = (index: number) => signs[index]?.lower ?? '';
  const isWord = (sign: string) => /^[\p{L}\p{M}\p{N}]/u.test(sign);
  const isSpaceless = (sign: string) => /^[\p{Script=Han}\p{Script=Thai}]/u.test(sign);
  const isJoined = (a: string, b: string) =>
    isWord(a) && isWord(b) && !isSpaceless(a) && !isSpaceless(b);
  const beginsWord = (index: number) =>
    !isJoined(at(index - 1), at(index)) && !(at(index - 1) === "'" && isWord(at(index - 2)));
  const isPrefix = (index: number, letters: RegExp) =>
    beginsWord(index) && letters.test(`${at(index)}${at(index + 1)}`);
  const begins = (index: number) =>
    isWord(at(index)) &&
    signs[index - 1]?.start !== signs[index]?.start &&
    (beginsWord(index) ||
      (/^\p{Script=Arabic}/u.test(at(index)) &&
        (isPrefix(index - 1, /^[وفبكل]/u) || isPrefix(index - 2, /^[وف][بكل]/u))));
  const beginsWithArticle = (index: number) =>
    at(index) === 'ل' &&
    at(index + 1) === 'ل' &&
    (beginsWord(index) || isPrefix(index - 1, /^[وف]/u));
  const endsWord = (index: number): boolean => {
    if (isJoined(at(index - 1), at(index))) return false;
    if (at(index) === '-') return !isWord(at(index + 1));
    if (at(index) !== "'" || !isWord(at(index + 1))) return true;
    return at(index + 1) === 's' && endsWord(index + 2);
  };
  const ends = (index: number) =>
    signs[index - 1]?.start !== signs[index]?.start && endsWord(index);
  /** Returns where a spelling that starts at a character ends; its first `left` characters count as matched. */
  const reach = (spelling: string, index: number, left: number) => {
    const own = toSigns(spelling.trim()).slice(left);
    const isExact = /\p{Lu}/u.test(spelling) && !/\p{Ll}/u.test(spelling);
    const isSame = own.every(({ lower, cased }, offset) => {
      const sign = signs[index + offset];
      return isExact ? sign?.lower === lower && sign.cased === cased : sign?.lower === lower;
    });
    return own.length > 0 && isSame && ends(index + own.length) ? index + own.length : 0;
  };
  const isAt = (spelling: string, index: number) => {
    const hasArticle = toSigns(spelling.trim())[0]?.lower === 'ا' && beginsWithArticle(index);
    return Math.max(
      begins(index) ? reach(spelling, index, 0) : 0,
      hasArticle ? reach(spelling, index, 1) : 0,
      hasArticle ? reach(spelling, index + 1, 1) : 0,
    );
  };
  const found: string[] = [];
  for (let index = 0; index < signs.length; index += 1) {
    const last = Math.max(0, ...spellings.map((spelling) => isAt(spelling, index)));
    if (last === 0) continue;
    found.push(`${signs[index]?.start ?? 0}–${signs[last]?.start ?? text.length}`);
    index = last - 1;
  }
  return found;
}

describe('NameIndex.find(text)', () => {
  test('matches the longest spelling', () => {
    const index = createIndex({
      Brandt: 'ana',
      'Ana Brandt': 'ana',
      'Ana Brandt Foundation': 'foundation',
    });
    expect(found(index, 'Brandt, Ana Brandt and the Ana Brandt Foundation')).toEqual([
      'Brandt=ana',
      'Ana Brandt=ana',
      'Ana Brandt Foundation=foundation',
    ]);
  });

  test('matches only whole words', () => {
    expect(
      found(createIndex({ Brandt: 'ana' }), 'Brandts, Brandtson, Hildebrandt, brandt'),
    ).toEqual(['brandt=ana']);
  });

  test('matches a possessive with any apostrophe', () => {
    expect(
      found(createIndex({ Brandt: 'ana' }), "Brandt’s, Brandt's, Brandtʼs, the Brandt’ boat"),
    ).toHaveLength(4);
  });

  test('ignores names inside another word with an apostrophe', () => {
    expect(found(createIndex({ ite: 'x', Shi: 'y' }), 'Shi’ite Shi’ites')).toEqual([]);
  });

  test('ignores a name with a hyphen after it, but not one with a hyphen before it', () => {
    expect(
      found(createIndex({ Iran: 'iran' }), 'Iran-backed, Iran‑backed, anti-Iran, Iran – and Iran-'),
    ).toEqual(['Iran=iran', 'Iran=iran', 'Iran=iran']);
  });

  test('treats an Arabic article with a hyphen, a space or a capital as the same', () => {
    const index = createIndex({ 'Mustafa al-Kadhimi': 'kadhimi', 'El Sadr': 'sadr' });
    expect(
      found(
        index,
        'Mustafa Al Kadhimi’s, Mustafa Al-Kadhimi, Mustáfa Mustafa\nal‑Kadhimi, el-Sadr',
      ),
    ).toEqual([
      'Mustafa Al Kadhimi=kadhimi',
      'Mustafa Al-Kadhimi=kadhimi',
      'Mustafa\nal‑Kadhimi=kadhimi',
      'el-Sadr=sadr',
    ]);
    expect(found(index, 'Mustafa al-Kadhimi-backed, Mustafal-Kadhimi, El-Sadrist')).toEqual([]);
  });

  test('respects case in a spelling without lower-case letters', () => {
    expect(found(createIndex({ US: 'us' }), 'US told us, Us and the US’s')).toEqual([
      'US=us',
      'US=us',
    ]);
  });

  test('ignores the shape of apostrophes, hyphens and spaces', () => {
    expect(
      found(createIndex({ 'Asa’ib Ahl al-Haq': 'asaib' }), "Asa'ib Ahl al-Haq, Asaʿib Ahl\nal‑Haq"),
    ).toHaveLength(2);
  });

  test.each([
    ['الحشد', 'الحشد'],
    ['والحشد', 'الحشد'],
    ['فالحشد', 'الحشد'],
    ['بالحشد', 'الحشد'],
    ['كالحشد', 'الحشد'],
    ['وبالحشد', 'الحشد'],
    ['فكالحشد', 'الحشد'],
    ['للحشد', 'للحشد'],
    ['وللحشد', 'للحشد'],
    ['فللحشد', 'للحشد'],
    ['الحَشْدُ', 'الحَشْدُ'],
    ['الحشـــد', 'الحشـــد'],
    ['ﺍﻟﺤﺸﺪ', 'ﺍﻟﺤﺸﺪ'],
    ['للجنة', 'للجنة'],
    ['وللجنه', 'للجنه'],
    ['أحمد', 'أحمد'],
    ['احمد', 'احمد'],
    ['لأحمد', 'أحمد'],
    ['ولاحمد', 'احمد'],
    ['ٱحمد', 'ٱحمد'],
    ['الأسدى', 'الأسدى'],
    ['وزاره', 'وزاره'],
    ['لوزارة', 'وزارة'],
    ['ولوزارة', 'وزارة'],
    ['فؤاد', 'فؤاد'],
    ['بفواد', 'فواد'],
  ])('finds the Arabic name in %s', (text, link) => {
    const names = ['الحشد', 'اللجنة', 'أحمد', 'الأسدي', 'وزارة', 'فؤاد'];
    const index = createIndex(Object.fromEntries(names.map((name) => [name, name])));
    expect(
      index.find(`قال ${text} ذلك`).map(({ start, end }) => `قال ${text} ذلك`.slice(start, end)),
    ).toEqual([link]);
  });

  test('ignores Arabic words that merely contain a name', () => {
    const index = createIndex({ الكاظمي: 'kadhimi', الحشد: 'hashd', بدر: 'badr' });
    const text = 'والبالكاظمي بوالكاظمي لالكاظمي الكاظميون سبدر وسبدر ببدرنا اللحشد بللحشد';
    expect(found(index, text)).toEqual(['الكاظمي=kadhimi']);
  });

  test('finds names in scripts without spaces', () => {
    expect(found(createIndex({ 卡迪米: 'kadhimi' }), '总理卡迪米说')).toEqual(['卡迪米=kadhimi']);
  });

  test.each(['NFC', 'NFD', 'NFKC', 'NFKD'] as const)('finds a name whose text is in %s', (form) => {
    const text = 'Beyoncé Gödel الآداب'.normalize(form);
    expect(createIndex({ 'Beyoncé Gödel': 'b', الآداب: 'c' }).find(text)).toHaveLength(2);
  });

  test('finds matches in order, without overlaps and within any text', () => {
    const index = createIndex({ a: '1', 'a b': '2', "b's": '3', é: '4', ﬁ: '5' });
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('a', 'b', ' ', "'", 'é', 'ﬁ', '-'),
        (text, letter) => {
          let last = 0;
          for (const { start, end } of index.find(text + letter + text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual((text + letter + text).length);
        },
      ),
    );
  });

  test('finds the same as trying every spelling at every character', () => {
    // Few letters, so that names overlap, and every shape of name, in scripts with and without spaces.
    const plain = ['a', 'b', 'A', 'ab', 'US', 's', '1', ' ', "'", '’', '-', '.'];
    const others = ['  ', '\n', "'s", '‑', '–', '`', 'é', 'e\u0301', 'ﬁ', 'İ', 'ß', '…', '“'];
    const elsewhere = [
      'و',
      'ل',
      'ب',
      'ال',
      'لل',
      'آ',
      'ة',
      'ـ',
      'ء',
      '東',
      '京',
      'ก',
      '😀',
      '\u200F',
    ];
    const piece = fc.constantFrom(...plain, ...others, ...elsewhere);
    const words = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    const plainPiece = fc.constantFrom(...plain);
    const plainWords = fc.array(plainPiece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    const spelling = fc
      .array(piece, { minLength: 1, maxLength: 4 })
      .map((pieces) => pieces.join(''))
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(
        fc.array(spelling, { maxLength: 8 }),
        fc.array(fc.oneof(words, plainWords, spelling), { maxLength: 6 }),
        (spellings, texts) => {
          const index = new NameIndex<string>();
          for (const one of spellings) index.add(one, one, at);
          const text = texts.join(' ');
          expect(
            index.find(text).map(({ start, end }) => `${start}–${end}`),
            `${JSON.stringify(spellings)} in ${JSON.stringify(text)}`,
          ).toEqual(findPlainly(spellings, text));
        },
      ),
      { numRuns: runs },
    );
  });
});

describe('NameIndex.add(spelling, owner, at)', () => {
  test('returns the first owner when another adds the same spelling', () => {
    const index = createIndex({ 'Ana Brandt': 'ana' });
    expect(index.add('ANA  Brandt', 'other', at)?.owner).toBe('ana');
    expect(index.add('Ana Brandt', 'ana', at)).toBeUndefined();
  });
});

describe('foldText(text)', () => {
  test('ignores case, spaces and quotation marks', () => {
    expect(foldText(' “Who  ordered it” ')).toBe(foldText('who ordered\nIT'));
    expect(foldText('Who ordered it?')).not.toBe(foldText('who ordered it'));
  });
});
