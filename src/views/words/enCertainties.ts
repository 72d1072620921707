import type { Certainty } from '../../model/drafts.ts';

interface CertaintyWord {
  readonly name: string;
  /** The mark in lists; null for the usual certainties, which have none. */
  readonly mark: string | null;
  readonly sentence: string;
}

/** The English words for the certainty of an event or account. `by` precedes the names of sources;
 * `said` is of a confirmed statement. */
export const enCertainties: Readonly<
  Record<Certainty | 'said', CertaintyWord & { readonly by: string }> &
    Record<'disputed', CertaintyWord>
> = {
  confirmed: {
    name: 'confirmed',
    mark: null,
    by: 'confirmed by',
    sentence: 'Confirmed: witnessed, or stated by whoever did it.',
  },
  said: {
    name: 'on record',
    mark: null,
    sentence: 'On record: said in public or to the outlet. That does not make it true.',
    by: 'on record, via',
  },
  reported: {
    name: 'reported',
    mark: null,
    by: 'reported by',
    sentence: 'Reported: passed on by the outlet, not witnessed by it.',
  },
  purported: {
    name: 'unverified',
    mark: 'unverified',
    by: 'unverified in',
    sentence: 'Unverified: rests on a recording or document no one has authenticated.',
  },
  denied: {
    name: 'denied',
    mark: 'said not to have happened',
    by: 'denied by',
    sentence: 'Denied: the source says it did not happen.',
  },
  disputed: {
    name: 'disputed',
    mark: 'disputed',
    sentence: 'Disputed: one article denies what another reports.',
  },
  announced: {
    name: 'announced',
    mark: 'announced',
    by: 'announced, according to',
    sentence: 'Announced: still to come at publication.',
  },
  threatened: {
    name: 'threatened',
    mark: 'threatened',
    by: 'threatened, according to',
    sentence: 'Threatened: still to come at publication, and may never happen.',
  },
  planned: {
    name: 'planned',
    mark: 'planned',
    by: 'planned, according to',
    sentence: 'Planned: still to come at publication.',
  },
  due: {
    name: 'upcoming',
    mark: 'upcoming',
    by: 'upcoming, according to',
    sentence: 'Scheduled: still to come at publication.',
  },
};
