import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, NameIndex } from '../../../src/model/names.ts';

const at = { file: 'content/actors/x.md', line: 1, column: 1 };

function createIndex(names: Record<string, string>): NameIndex<string> {
  const index = new NameIndex<string>();
  for (const [spelling, owner] of Object.entries(names)) index.add(spelling, owner, at);
  return index;
}

function found(index: NameIndex<string>, text: string): string[] {
  return index.find(text).map(({ owner, start, end }) => `${text.slice(start, end)}=${owner}`);
}

describe('NameIndex.find(text)', () => {
  test('takes the longest spelling', () => {
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

  test('takes whole words alone', () => {
    expect(
      found(createIndex({ Brandt: 'ana' }), 'Brandts, Brandtson, Hildebrandt, brandt'),
    ).toEqual(['brandt=ana']);
  });

  test('takes a possessive with an apostrophe of any shape', () => {
    expect(
      found(createIndex({ Brandt: 'ana' }), "Brandt’s, Brandt's, Brandtʼs, the Brandt’ boat"),
    ).toHaveLength(4);
  });

  test('leaves what is inside another word with an apostrophe', () => {
    expect(found(createIndex({ ite: 'x', Shi: 'y' }), 'Shi’ite Shi’ites')).toEqual([]);
  });

  test('leaves a name joined to what follows by a hyphen, not one joined to what comes before', () => {
    expect(
      found(createIndex({ Iran: 'iran' }), 'Iran-backed, Iran‑backed, anti-Iran, Iran – and Iran-'),
    ).toEqual(['Iran=iran', 'Iran=iran', 'Iran=iran']);
  });

  test('heeds case in a spelling without lower-case letters', () => {
    expect(found(createIndex({ US: 'us' }), 'US told us, Us and the US’s')).toEqual([
      'US=us',
      'US=us',
    ]);
  });

  test('takes the shape of apostrophes, hyphens and spaces aside', () => {
    expect(
      found(createIndex({ 'Asa’ib Ahl al-Haq': 'asaib' }), "Asa'ib Ahl al-Haq, Asaʿib Ahl\nal‑Haq"),
    ).toHaveLength(2);
  });

  test('allows one leading و ف ب ك ل in Arabic', () => {
    expect(
      found(createIndex({ الكاظمي: 'kadhimi' }), 'الكاظمي والكاظمي بالكاظمي والبالكاظمي'),
    ).toEqual(['الكاظمي=kadhimi', 'الكاظمي=kadhimi', 'الكاظمي=kadhimi']);
  });

  test('finds names in scripts that write no spaces', () => {
    expect(found(createIndex({ 卡迪米: 'kadhimi' }), '总理卡迪米说')).toEqual(['卡迪米=kadhimi']);
  });

  test.each(['NFC', 'NFD', 'NFKC', 'NFKD'] as const)('finds a name whose text is in %s', (form) => {
    const text = 'Beyoncé Gödel الآداب'.normalize(form);
    expect(createIndex({ 'Beyoncé Gödel': 'b', الآداب: 'c' }).find(text)).toHaveLength(2);
  });

  test('finds matches in order, apart, and inside the text, whatever the text', () => {
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
});

describe('NameIndex.add(spelling, owner, at)', () => {
  test('gives the first owner when another takes the same spelling', () => {
    const index = createIndex({ 'Ana Brandt': 'ana' });
    expect(index.add('ANA  Brandt', 'other', at)?.owner).toBe('ana');
    expect(index.add('Ana Brandt', 'ana', at)).toBeUndefined();
  });
});

describe('foldText(text)', () => {
  test('leaves case, spaces and quotation marks out', () => {
    expect(foldText(' “Who  ordered it” ')).toBe(foldText('who ordered\nIT'));
    expect(foldText('Who ordered it?')).not.toBe(foldText('who ordered it'));
  });
});
