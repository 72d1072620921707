import type { NewsEvent } from '../../model/archive.ts';

/**
 * The marks of certainty: the fuller the disc, the more certain the event; a quotation mark is a statement on
 * record, a diamond is still ahead.
 */
export type Mark = 'full' | 'said' | 'half' | 'dashed' | 'crossed' | 'barred' | 'ahead';

/** All marks, for a page that may show any of them. */
export const marks: readonly Mark[] = [
  'full',
  'said',
  'half',
  'dashed',
  'crossed',
  'barred',
  'ahead',
];

/** Returns marks without duplicates, in the order of `marks`. */
export function sortMarks(some: readonly Mark[]): readonly Mark[] {
  return marks.filter((mark) => some.includes(mark));
}

/** A certainty as pages state it: a confirmed statement is on record, which doesn't make it true. */
export type Verdict = NewsEvent['certainty'] | 'said';

/** Returns how pages state the certainty of an event or account. */
export function getVerdict<Given extends NewsEvent['certainty']>({
  certainty,
  kind,
}: {
  readonly certainty: Given;
  readonly kind: NewsEvent['kind'];
}): Given | 'said' {
  return certainty === 'confirmed' && kind === 'statement' ? 'said' : certainty;
}

/** Returns the mark of a certainty. */
export function getMark(verdict: Verdict): Mark {
  switch (verdict) {
    case 'confirmed':
      return 'full';
    case 'said':
      return 'said';
    case 'reported':
      return 'half';
    case 'purported':
      return 'dashed';
    case 'disputed':
      return 'crossed';
    case 'denied':
      return 'barred';
    case 'announced':
    case 'threatened':
    case 'planned':
    case 'due':
      return 'ahead';
  }
}
