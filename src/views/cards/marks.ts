import type { NewsEvent } from '../../model/archive.ts';

/** The marks of certainty: how full a disc is says how sure an event is; a diamond is still ahead. */
export type Mark = 'full' | 'half' | 'dashed' | 'crossed' | 'barred' | 'ahead';

/** All marks, for a page that may show any of them. */
export const marks: readonly Mark[] = ['full', 'half', 'dashed', 'crossed', 'barred', 'ahead'];

/** Returns each of some marks once, in the order of all. */
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
