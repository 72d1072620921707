import { expect, test } from 'vitest';
import { listSearchRecords } from '../../../../src/views/search/searchRecords.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

const context = createViewContext(
  { a: createDigest(['id: a\ndate: 2024-05-10~\nplace: port\nactors: al-hadi']) },
  {
    'actors/al-hadi.md':
      '---\nname: Sa’id al-Hádi\nkind: person\nspellings: [Hady]\nnames: { ar: سعيد الهادي }\n---\n\nA pilot.\n',
  },
);
const records = listSearchRecords(context);

test('an actor is found by every spelling, also without diacritics, apostrophes and the Arabic article', () => {
  const actor = records.find(({ url }) => url === '/actors/al-hadi/');
  const words = (actor?.content ?? '').split('. ');
  expect(words).toEqual(
    expect.arrayContaining(['Sa’id al-Hádi', 'Said al-Hádi', 'Said Hadi', 'Hady', 'سعيد هادي']),
  );
  expect(actor).toMatchObject({ kind: 'actors', title: 'Sa’id al-Hádi' });
});

test('an event’s record has its date as far as known, and an article’s its outlet', () => {
  expect(records.filter(({ kind }) => kind !== 'actors')).toMatchObject([
    { url: '/events/a/', title: 'a', note: 'about 10 May 2024' },
    { url: '/articles/a/', title: 'A digest', note: 'The Harbour Post, 30 June 2024' },
  ]);
});
