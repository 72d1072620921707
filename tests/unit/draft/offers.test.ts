import { describe, expect, test } from 'vitest';
import type { ActorId } from '../../../src/model/ids.ts';
import { findLikelyEvents } from '../../../src/draft/offers.ts';
import { createDigest } from '../createArchive.ts';
import { createKnown } from './known.ts';

const known = createKnown({
  'articles/ledger.md': createDigest([
    'id: quay-closed\ndate: 2024-05-10\nactors: harbour-police, ana-brandt\nplace: port',
    'id: quay-opened\ndate: 2024-05-12\nactors: harbour-police',
    'id: mayor-speaks\ndate: 2024-05-10\nactors: ana-brandt',
    'id: police-founded\ndate: 1950\nactors: harbour-police',
    'id: watch-kept\ndate: 2024-01-01/..\nactors: harbour-police',
  ]),
});

function offer(date: string | null, ...actors: string[]): string[] {
  const phrase = { words: '', start: 0, end: 0, date, time: null, isAhead: false };
  const statement = { phrase, actors: actors as ActorId[], place: null };
  return findLikelyEvents(statement, known.events).map(({ id }) => id);
}

describe('findLikelyEvents(statement, events)', () => {
  test('offers events two days away at most that share an actor, the likeliest first', () => {
    expect(offer('2024-05-10', 'harbour-police', 'ana-brandt')).toEqual([
      'quay-closed',
      'mayor-speaks',
      'quay-opened',
    ]);
    expect(offer('2024-05-14', 'harbour-police')).toEqual(['quay-opened']);
    expect(offer('2024-05-15', 'harbour-police')).toEqual([]);
  });

  test('offers none without a shared actor, a date, or an end to either', () => {
    expect(offer('2024-05-10', 'city-hall')).toEqual([]);
    expect(offer(null, 'harbour-police')).toEqual([]);
    expect(offer('2024-05-10/..', 'harbour-police')).toEqual([]);
  });
});
