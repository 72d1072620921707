import { describe, expect, test } from 'vitest';
import { viewArticle } from '../../../../src/views/article/articleView.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

const sources = { 'sources/bell.md': '---\nname: The Bell\n---\n' };

/** Returns the page of an article with the given events, beside one of another outlet. */
function view(own: readonly string[], others: readonly string[] = []) {
  const context = createViewContext(
    {
      own: createDigest(own, 'harbour-post', '2024-05-20'),
      ...(others.length > 0 ? { other: createDigest(others, 'bell', '2024-05-21') } : {}),
    },
    sources,
  );
  const article = context.archive.articleById.get('own');
  if (!article) throw new Error('There is no article.');
  return viewArticle(article, context);
}

describe('viewArticle(article, context)', () => {
  test('dates each row as the article does, whatever other accounts or an editor say', () => {
    const { accounts } = view(
      ['id: a\ndate: 2024-05-10~', 'id: b\ndate: 2024-05-11\ntime: evening'],
      ['id: a\ndate: 2024-05-10'],
    );
    expect(accounts.map(({ short, time, shape }) => [short.label, time, shape])).toEqual([
      ['about 10 May', null, 'about'],
      ['Sat 11 May', 'evening', 'point'],
    ]);
  });

  test('names whose date it is if the article gives none', () => {
    const { accounts } = view(['id: a'], ['id: a\ndate: 2024-05-10']);
    expect(accounts.map(({ short }) => short)).toEqual([
      { label: 'Fri 10 May', note: 'date from The Bell' },
    ]);
  });

  test('never dates what is still ahead by accounts that say it has happened', () => {
    const { accounts } = view(
      ['id: a\ncertainty: planned', 'id: b\ndate: 2024-05-09'],
      ['id: a\ndate: 2024-05-10/2024-05-11\ntime: night', 'id: c\ndate: 2024-05-12'],
    );
    const planned = accounts.find(({ part }) => part === 'ahead');
    expect(planned?.short.label).toBe('no date given');
    expect(planned?.isNight).toBe(false);
    expect(planned?.happened?.sources.map(({ name }) => name)).toEqual(['The Bell']);
    expect(planned?.happened?.date).toBe('night 10–11 May');
    expect(planned?.also).toEqual([]);
  });

  test('doesn’t count another source that also has it ahead as a witness', () => {
    const { accounts } = view(
      ['id: a\ndate: 2024-06-01\ncertainty: planned'],
      ['id: a\ndate: 2024-06-01\ncertainty: announced'],
    );
    expect(accounts[0]?.happened).toBeNull();
    expect(accounts[0]?.also.map(({ name }) => name)).toEqual(['The Bell']);
  });

  test('states the start and end of a lasting event if both are known', () => {
    const days = ['id: a\ndate: 2024-05-09', 'id: b\ndate: [2024-05-10..2024-05-12]'];
    expect(view(days).span).toBe('9–12 May 2024');
    expect(view(days.slice(0, 1)).span).toBe('9 May 2024');
    expect(view([...days, 'id: c\ndate: 2024-05-11/..']).span).toBeNull();
  });
});
