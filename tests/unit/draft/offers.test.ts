import { describe, expect, test } from 'vitest';
import type { ActorId } from '../../../src/model/ids.ts';
import { findLikelyEvents } from '../../../src/draft/offers.ts';
import { findDatePhrases } from '../../../src/draft/dates/findDatePhrases.ts';
import { listWords } from '../../../src/draft/statements.ts';
import { createDigest } from '../createViewContext.ts';
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
  return offerFor('', date, ...actors);
}

function offerFor(sentence: string, date: string | null, ...actors: string[]): string[] {
  const [phrase] = findDatePhrases('in 2024', { published: null, language: 'en', order: null });
  const statement = {
    phrase: { ...phrase!, date },
    actors: actors as ActorId[],
    place: null,
    vocabulary: listWords(sentence),
  };
  return findLikelyEvents(statement, known.events).map(({ id }) => id);
}

describe('findLikelyEvents(statement, events)', () => {
  test('offers events at most two days away that share an actor, likeliest first', () => {
    expect(offer('2024-05-10', 'harbour-police', 'ana-brandt')).toEqual([
      'quay-closed',
      'mayor-speaks',
      'quay-opened',
    ]);
    expect(offer('2024-05-14', 'harbour-police')).toEqual(['quay-opened']);
    expect(offer('2024-05-15', 'harbour-police')).toEqual([]);
  });

  test('offers events by the words of their titles, likeliest first', () => {
    expect(offerFor('Nobody knew that the quay would be closed.', '2024-05-10')).toEqual([
      'quay-closed',
    ]);
    expect(offerFor('Nobody knew that the mayor would be closing the quay.', '2024-05-11')).toEqual(
      ['quay-closed'],
    );
    expect(offerFor('Nobody knew of the quay.', '2024-05-11')).toEqual([]);
  });

  test('offers those of the same day if none is similar, but only for a single day', () => {
    expect(offerFor('It took place at noon.', '2024-05-10')).toEqual([
      'mayor-speaks',
      'quay-closed',
    ]);
    expect(offerFor('It took place at noon.', '2024-05-10/2024-05-12')).toEqual([]);
    expect(offerFor('It took place at noon.', '1950')).toEqual([]);
  });

  test('offers none without a shared actor, a date, or an end to either', () => {
    expect(offer('2024-05-11', 'city-hall')).toEqual([]);
    expect(offer(null, 'harbour-police')).toEqual([]);
    expect(offer('2024-05-10/..', 'harbour-police')).toEqual([]);
  });
});
