import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPrefix, listPrefixes, splitById, type Weighed } from '../../../src/views/idParts.ts';

const weigh = (ids: readonly string[]): Weighed[] => ids.map((id) => ({ id, bytes: 1 }));
const anyId = fc.stringMatching(/^[a-c1-3]{1,6}(-[a-c]{1,3})?$/);
const anyIds = fc.uniqueArray(anyId, { minLength: 1, maxLength: 60 });

describe('splitById(entries, prefix, room)', () => {
  test('keeps what fits', () => {
    const all = weigh(['b', 'a']);
    expect(splitById(all, '', 2)).toEqual({ here: all, parts: [] });
  });

  test('parts by the first letter that tells ids apart, in the order of prefixes', () => {
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
  test('hold every id once, each where findPrefix says, and never more than fits but of one id', () => {
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

  test('are still answered when more is added: each page has all that starts with its prefix, or leads to it', () => {
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
