import { describe, expect, test } from 'vitest';
import { viewChanges } from '../../../../src/views/history/changesView.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

const added = (digest: string, day: string) => digest.replace('added: 2024-07-01', `added: ${day}`);
const event = (id: string, more = '') => `id: ${id}\ndate: 2024-05-10${more}`;

describe('viewChanges(context)', () => {
  const context = createViewContext(
    {
      first: added(createDigest([event('a'), event('b', '\ncertainty: purported')]), '2024-07-01'),
      second: added(
        createDigest([event('a'), event('c')], 'harbour-post', '2024-07-01'),
        '2024-07-03',
      ),
    },
    {
      'events/b.md':
        '---\nunknown: Who.\ncorrections:\n  - { date: 2024-07-05, reason: It was another quay. }\n---\n',
    },
  );
  const { days, earlier } = viewChanges(context);

  test('lists what was added and corrected by day, latest first', () => {
    expect(days.map(({ day }) => day)).toEqual(['2024-07-05', '2024-07-03', '2024-07-01']);
    expect(days.map((day) => day.counts)).toEqual([
      { events: 0, accounts: 0, corrections: 1 },
      { events: 1, accounts: 1, corrections: 0 },
      { events: 2, accounts: 0, corrections: 0 },
    ]);
    expect(earlier).toEqual([]);
  });

  test('separates a new account of an earlier event from a new event, with its source', () => {
    const day = days.find((one) => one.day === '2024-07-03');
    expect(day?.events.map(({ id }) => id)).toEqual(['c']);
    expect(day?.accounts.map(({ id, notes }) => [id, notes])).toEqual([
      ['a', ['from The Harbour Post']],
    ]);
  });

  test('never names an event without its doubts', () => {
    const day = days.find((one) => one.day === '2024-07-01');
    expect(day?.events.find(({ id }) => id === 'b')?.notes).toEqual([
      '10 May 2024',
      context.certainties.purported.mark,
    ]);
  });

  test('with many days, shows the latest in full and counts the others, the oldest by month', () => {
    const digests = Array.from({ length: 400 }, (_, index) => {
      const day = new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10);
      const many = Array.from({ length: 3 }, (__, own) => event(`e${index}-${own}`));
      return [`d${index}`, added(createDigest(many), day)];
    });
    const long = viewChanges(
      createViewContext(Object.fromEntries(digests) as Record<string, string>),
    );
    expect(long.days.length).toBeGreaterThan(10);
    expect(long.days.length).toBeLessThan(80);
    expect(long.earlier.length).toBeLessThan(170);
    const all = [...long.days, ...long.earlier].map(({ counts }) => counts.events);
    expect(all.reduce((sum, count) => sum + count, 0)).toBe(1200);
  });
});
