import { describe, expect, test } from 'vitest';
import { loadArchive } from '../../../src/collections/loadArchive.ts';
import { createCorpus } from '../../bench/corpus.ts';
import { printContent, printDigest } from '../../bench/digests.ts';

describe('createCorpus(count, seed)', () => {
  const corpus = createCorpus(40, 1);
  const texts = printContent(corpus);

  test('returns the same archive for the same seed, and a different one for another', () => {
    expect([...printContent(createCorpus(40, 1))]).toEqual([...texts]);
    expect([...printContent(createCorpus(40, 2))]).not.toEqual([...texts]);
  });

  test('has three events per article, one in five of them told twice', () => {
    const told = corpus.articles.flatMap(({ events }) => events);
    expect(told).toHaveLength(120);
    const twice = corpus.events.filter(({ articles }) => articles.length === 2).length;
    expect(twice / corpus.events.length).toBeGreaterThan(0.1);
    expect(twice / corpus.events.length).toBeLessThan(0.3);
  });

  test('has no problems, before and after its article is added', { timeout: 60_000 }, () => {
    const added = new Map(texts).set(`articles/${corpus.added.id}.md`, printDigest(corpus.added));
    for (const all of [texts, added]) {
      const files = [...all].map(([path, text]) => ({
        path,
        file: path,
        bytes: Buffer.from(text),
      }));
      const { problems, archive } = loadArchive(files, 'content');
      expect(problems.filter(({ kind }) => kind !== 'actor-unmentioned')).toEqual([]);
      expect(archive?.events.length).toBeGreaterThan(80);
    }
  });
});
