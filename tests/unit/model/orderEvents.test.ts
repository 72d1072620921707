import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventId } from '../../../src/model/ids.ts';
import {
  compareEvents,
  findCircle,
  orderEvents,
  type Orderable,
} from '../../../src/model/orderEvents.ts';

const letters = Array.from('abcdefghij');

function event(id: string, from: number, to: number, after: string[] = []): Orderable {
  return {
    id: id as EventId,
    spans: [{ from, to }],
    published: 0,
    article: 'a',
    section: 0,
    after: after as EventId[],
  };
}

function ids(events: readonly Orderable[]): string[] {
  return orderEvents(events).ordered.map(({ id }) => id);
}

const anyEvents = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...letters),
      from: fc.constantFrom(-Infinity, 0, 1, 2, 3),
      width: fc.constantFrom(1, 2, Infinity),
      published: fc.integer({ min: 0, max: 2 }),
      section: fc.integer({ min: 0, max: 2 }),
      after: fc.array(fc.constantFrom(...letters), { maxLength: 2 }),
    }),
    { selector: ({ id }) => id },
  )
  .map((events) =>
    events.map(({ id, from, width, published, section, after }): Orderable => {
      const start = from === -Infinity && width === 1 ? 0 : from;
      return {
        id: id as EventId,
        spans: [{ from: start, to: start === -Infinity ? 4 : start + width }],
        published,
        article: 'a',
        section,
        after: after as EventId[],
      };
    }),
  );

describe('compareEvents(a, b)', () => {
  test('is total: antisymmetric, transitive, and 0 only for an event and itself', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        for (const a of events) {
          for (const b of events) {
            expect(Math.sign(compareEvents(a, b))).toBe(-Math.sign(compareEvents(b, a)) + 0);
            expect(compareEvents(a, b) === 0).toBe(a.id === b.id);
            for (const c of events)
              if (compareEvents(a, b) < 0 && compareEvents(b, c) < 0)
                expect(compareEvents(a, c)).toBeLessThan(0);
          }
        }
      }),
    );
  });
});

describe('orderEvents(events)', () => {
  test('sorts by the earliest possible moment, then by precision', () => {
    expect(ids([event('late', 5, 6), event('month', 0, 30), event('day', 0, 1)])).toEqual([
      'day',
      'month',
      'late',
    ]);
  });

  test('puts an event after the one it follows if their dates allow it', () => {
    expect(
      ids([event('stand-down', 0, 8, ['tour']), event('tour', 3, 8), event('videos', 1, 2)]),
    ).toEqual(['videos', 'tour', 'stand-down']);
  });

  test('follows the dates if `after` contradicts them, and reports it', () => {
    const { ordered, contrary } = orderEvents([
      event('first', 0, 1, ['second']),
      event('second', 5, 6),
    ]);
    expect(ordered.map(({ id }) => id)).toEqual(['first', 'second']);
    expect(contrary).toEqual([{ id: 'first', before: 'second' }]);
  });

  test('returns every event once, in the same order for any input order', () => {
    fc.assert(
      fc.property(
        anyEvents,
        fc.array(fc.nat(), { minLength: 10, maxLength: 10 }),
        (events, keys) => {
          const shuffled = events
            .map((one, index) => ({ one, key: keys[index] ?? 0 }))
            .sort((a, b) => a.key - b.key);
          const ordered = ids(events);
          expect([...ordered].sort()).toEqual(events.map(({ id }) => String(id)).sort());
          expect(ids(shuffled.map(({ one }) => one))).toEqual(ordered);
        },
      ),
    );
  });

  test('respects every `after` that the dates allow and that isn’t in a circle', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const acyclic = events.map((one) => ({
          ...one,
          after: one.after.filter((id) => id < one.id),
        }));
        const ordered = ids(acyclic);
        const byId = new Map(acyclic.map((one) => [one.id, one]));
        for (const { id, spans, after } of acyclic) {
          for (const before of after) {
            const other = byId.get(before);
            if (other && (spans[0]?.to ?? 0) > (other.spans[0]?.from ?? 0))
              expect(ordered.indexOf(before)).toBeLessThan(ordered.indexOf(id));
          }
        }
      }),
    );
  });
});

describe('findCircle(next)', () => {
  test('returns the circle, starting and ending with its smallest id', () => {
    const next = new Map([
      ['d', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(findCircle(next)).toEqual(['b', 'c', 'b']);
  });

  test('returns undefined if there is no circle', () => {
    const next = new Map([
      ['a', ['b', 'c']],
      ['b', ['c']],
    ]);
    expect(findCircle(next)).toBeUndefined();
  });

  test('walks a chain of a hundred thousand', () => {
    const next = new Map(
      Array.from({ length: 100_000 }, (_, index) => [String(index), [String(index + 1)]]),
    );
    expect(findCircle(next)).toBeUndefined();
  });
});
