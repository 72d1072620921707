import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../../../src/views/page/addresses.ts';
import { listAddresses, listRedirects } from '../../../../src/views/data/permalinks.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';
import { listIdParts } from '../../../../src/views/lists/idLists.ts';
import {
  findPrefix,
  listPrefixes,
  splitById,
  type Weighed,
} from '../../../../src/views/lists/idParts.ts';

const weigh = (ids: readonly string[]): Weighed[] => ids.map((id) => ({ id, bytes: 1 }));
const anyId = fc.stringMatching(/^[a-c1-3]{1,6}(-[a-c]{1,3})?$/);
const anyIds = fc.uniqueArray(anyId, { minLength: 1, maxLength: 60 });

describe('splitById(entries, prefix, room)', () => {
  test('keeps what fits', () => {
    const all = weigh(['b', 'a']);
    expect(splitById(all, '', 2)).toEqual({ here: all, parts: [] });
  });

  test('splits by the first distinguishing letter, in the order of prefixes', () => {
    const all = weigh(['boat-2', 'boat-1', 'boat-10', 'boat']);
    expect(splitById(all, '', 3)).toEqual({
      here: [{ id: 'boat', bytes: 1 }],
      parts: [{ prefix: 'boat-', count: 3 }],
    });
    expect(splitById(all, 'boat-', 2).parts).toEqual([
      { prefix: 'boat-1', count: 2 },
      { prefix: 'boat-2', count: 1 },
    ]);
  });
});

describe('the parts of a list', () => {
  test('hold every id once, where findPrefix finds it, and never too many, except a single id', () => {
    fc.assert(
      fc.property(anyIds, fc.integer({ min: 1, max: 10 }), (ids, room) => {
        const all = weigh(ids);
        const prefixes = ['', ...listPrefixes(all, room)];
        const pages = prefixes.map((prefix) => ({ prefix, ...splitById(all, prefix, room) }));
        for (const { here } of pages) expect(here.length).toBeLessThanOrEqual(room);
        const held = pages.flatMap(({ prefix, here }) => here.map(({ id }) => ({ id, prefix })));
        expect(held.map(({ id }) => id).sort()).toEqual([...ids].sort());
        for (const { id, prefix } of held) expect(findPrefix(all, id, room)).toBe(prefix);
      }),
    );
  });

  test('keep working when ids are added: each page has or links all ids with its prefix', () => {
    fc.assert(
      fc.property(anyIds, anyIds, (before, more) => {
        const after = weigh([...new Set([...before, ...more])]);
        for (const prefix of listPrefixes(weigh(before), 3)) {
          const { here, parts } = splitById(after, prefix, 3);
          const count = here.length + parts.reduce((sum, part) => sum + part.count, 0);
          expect(count).toBe(after.filter(({ id }) => id.startsWith(prefix)).length);
        }
      }),
    );
  });
});

describe('published parts by ids', () => {
  const at = createAddresses('/');
  const day = 'id: fire\ndate: 2024-05-10';
  const list = [
    '/2024/05/10/a-z/f/',
    '/actors/a-z/an/',
    '/actors/old/2024/05/a-z/f/',
    '/articles/first/a-z/fi/',
    '/events/blaze/a-z/',
    '/events/blaze/accounts/a-z/f/',
    '/events/flood/a-z/b/',
  ];
  const { archive } = createViewContext(
    { now: createDigest([day]).replace('title: A digest', 'title: A digest\nformerly: first') },
    {
      'actors/new.md': '---\nname: New\nkind: person\nformerly: old\n---\n',
      'events/fire.md': '---\nformerly: blaze\n---\n',
      'events/flood.md':
        '---\ntitle: The flood\ndate: 2024-05-12\nretracted: { date: 2024-09-01, reason: Nobody saw it. }\n---\n',
      'permalinks.txt': list.map((address) => `${address}\n`).join(''),
    },
  );

  test('keep working even if the list now fits on one page', () => {
    expect(list.filter((address) => !listAddresses(archive).includes(address))).toEqual([]);
    const moved = listRedirects(archive, at).map(({ from }) => from);
    expect(new Set(moved).size).toBe(moved.length);
  });

  test('redirect if their owner was renamed or retracted', () => {
    const redirects = listRedirects(archive, at).filter(({ from }) => from.includes('/a-z/'));
    expect(redirects.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '/actors/old/2024/05/a-z/f/ /actors/new/',
      '/articles/first/a-z/fi/ /articles/now/',
      '/events/blaze/a-z/ /events/fire/',
      '/events/blaze/accounts/a-z/f/ /events/fire/',
      '/events/flood/a-z/b/ /events/flood/',
    ]);
    const parts = listIdParts(archive).map((part) => at.idPart(part));
    expect(parts.filter((part) => redirects.some(({ from }) => from === part))).toEqual([]);
  });
});
