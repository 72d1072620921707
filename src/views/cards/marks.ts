import type { NewsEvent } from '../../model/archive.ts';

/** The marks of certainty: the fuller the disc, the more certain the event; a diamond is still ahead. */
export type Mark = 'full' | 'half' | 'dashed' | 'crossed' | 'barred' | 'ahead';

/** All marks, for a page that may show any of them. */
export const marks: readonly Mark[] = ['full', 'half', 'dashed', 'crossed', 'barred', 'ahead'];

/** Returns marks without duplicates, in the order of `marks`. */
export function sortMarks(some: readonly Mark[]): readonly Mark[] {
  return marks.filter((mark) => some.includes(mark));
}

/** Returns the mark of a certainty. */
export function getMark(certainty: NewsEvent['certainty']): Mark {
  switch (certainty) {
    case 'confirmed':
      return 'full';
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
