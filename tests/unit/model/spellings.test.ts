import { expect, test } from 'vitest';
import { createDigest, createViewContext } from '../createViewContext.ts';

const day = 'id: a\ndate: 2024-05-10';

test('a spelling that differs only in hyphens and apostrophes belongs to the source that uses it', () => {
  const { archive } = createViewContext(
    {
      one: `${createDigest([day])}\nAsaib al-Haq came. So did Asa’ib al Haq.\n`,
      two: `${createDigest([day], 'city-ledger')}\nThe Asa’ib al Haq came.\n`,
    },
    {
      'actors/asaib.md':
        '---\nname: Asaib al-Haq\nkind: organisation\nspellings: [Asa’ib al Haq]\n---\n',
    },
  );
  expect(archive.actorById.get('asaib')?.spelledBy).toEqual([
    { text: 'Asaib al-Haq', sources: ['harbour-post'] },
    { text: 'Asa’ib al Haq', sources: ['city-ledger'] },
  ]);
});
