import { describe, expect, test } from 'vitest';
import { NearNameIndex } from '../../../src/model/nearNames.ts';

const index = new NearNameIndex<string>();
for (const [spelling, owner] of [
  ['Khalid al-Mansuri', 'khalid'],
  ['Mansuri', 'khalid'],
  ['Asaib Ahl al-Bahr', 'league'],
  ['Rabitat al-Marsaa', 'dockers'],
  ['Ministry of the Port', 'ministry'],
  ['Dock Ministry', 'ministry'],
  ['Brandt', 'ana'],
  ['IDPX', 'acronym'],
  ['al-Arabiya', 'channel'],
  ['آنا برانت', 'ana'],
] as const)
  index.add(spelling, owner);

function find(text: string): string[] {
  return index.find(text).map(({ start, end, owner }) => `${text.slice(start, end)} → ${owner}`);
}

describe('NearNameIndex.find(text)', () => {
  test.each([
    ['Khalid al-Masnuri spoke', ['Khalid al-Masnuri → khalid']],
    ['so Khalid Mansury spoke', ['Khalid Mansury → khalid']],
    ['Old Mr Masnuri’s men', ['Masnuri → khalid']],
    ['the Asaib Ahl al-Bahn', ['Asaib Ahl al-Bahn → league']],
    ['Asaib-Ahl-al-Bahr', ['Asaib-Ahl-al-Bahr → league']],
    ['Rabitat Al Marsa\nand Brendt', ['Rabitat Al Marsa → dockers', 'Brendt → ana']],
    ['the Ministri of the Port', ['Ministri of the Port → ministry']],
    ['al-Mansurí', ['al-Mansurí → khalid']],
    ['told al-Arabia, and Arabiyya', ['al-Arabia → channel', 'Arabiyya → channel']],
  ])('finds in “%s” %j', (text, names) => {
    expect(find(text)).toEqual(names);
  });

  test.each([
    'Khalid al-Mansuri and Mansuri',
    'a Mansury-led march',
    'the Dock Minister',
    'IDPY and US',
    'mansury without a capital',
    'an Arabic word on an Arabian ship',
    'Brend. Brend, at the start of a sentence, may be any word',
    'Khalid, al-Masnur of Ministry, of the Port',
    '',
  ])('finds nothing in “%s”', (text) => {
    expect(find(text)).toEqual([]);
  });
});
