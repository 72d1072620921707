import { expect, test } from 'vitest';
import { checkPermalinks, mergePermalinks } from '../../../src/build/checkPermalinks.ts';
import { createDigest, createViewContext } from '../createArchive.ts';

const digest = createDigest(['id: a\ndate: 2024-05-10']);

test('lists each address once, one a line, by code point, whatever the line ends', () => {
  expect(mergePermalinks('/b/\r\n/a/\r\n\n/a/', ['/Z/', '/a-b/', '/b/'])).toBe(
    '/Z/\n/a-b/\n/a/\n/b/\n',
  );
  expect(mergePermalinks('', [])).toBe('');
});

test('what is listed and answered is neither lost nor new', () => {
  const first = checkPermalinks(createViewContext({ a: digest }).archive);
  expect(first.problems).toEqual([]);
  expect(first.fresh).toContain('/events/a/');
  const { archive } = createViewContext(
    { a: digest },
    { 'permalinks.txt': mergePermalinks('', first.fresh) },
  );
  expect(checkPermalinks(archive)).toEqual({ problems: [], fresh: [] });
});

test('a card that is gone is lost, but is said once where its page is lost too', () => {
  const lost = (list: string) =>
    checkPermalinks(createViewContext({ a: digest }, { 'permalinks.txt': list }).archive).problems;
  expect(lost('/embed/events/b/\n/events/b/\n').map(({ at }) => at.line)).toEqual([2]);
  const [alone, ...more] = lost('/embed/actors/nobody/\n');
  expect(more).toEqual([]);
  expect(alone?.message).toContain('actors/nobody.md');
});

test('an event that is gone is lost, and its day is not', () => {
  const { archive } = createViewContext(
    { a: digest },
    { 'permalinks.txt': '/events/b/\n/2023/01/02/\n' },
  );
  expect(checkPermalinks(archive).problems.map(({ kind, at }) => `${kind} ${at.line}`)).toEqual([
    'permalink-lost 1',
  ]);
});
