import { describe, expect, test } from 'vitest';
import { sortByName } from '../../../../src/views/lists/nameOrder.ts';

const sort = (language: string, names: readonly string[]) =>
  sortByName(
    names.map((name, index) => ({ id: `id-${names.length - index}`, name })),
    { language },
  ).map(({ name }) => name);

describe('sortByName(things, context)', () => {
  test('orders names as the language does, not by code points', () => {
    expect(sort('fr', ['Zola', 'Éluard', 'édito', 'Eco', 'Œuvres', 'Odéon'])).toEqual([
      'Eco',
      'édito',
      'Éluard',
      'Odéon',
      'Œuvres',
      'Zola',
    ]);
    expect(sort('ar', ['VOA', 'يونس', 'أحمد', 'إيران', 'بغداد', 'آنا'])).toEqual([
      'آنا',
      'أحمد',
      'إيران',
      'بغداد',
      'يونس',
      'VOA',
    ]);
  });

  test('sorts equal names by id', () => {
    const same = ['b', 'a'].map((id) => ({ id, name: 'Ana' }));
    expect(sortByName(same, { language: 'en' }).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
