import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkDirectory,
  checkPermalinks,
  mergePermalinks,
} from '../../../src/checks/checkPermalinks.ts';
import { loadArchive } from '../../../src/collections/loadArchive.ts';
import { base } from '../../fuzz/sequences.ts';
import { viewAgenda } from '../../../src/views/data/agendaView.ts';
import { createFeeds } from '../../../src/views/data/feedView.ts';
import { createDigest, createViewContext } from '../createViewContext.ts';
import { runs } from '../seed.ts';

const digest = createDigest(['id: a\ndate: 2024-05-10']);

/** Returns the list of all addresses that a site with these files publishes. */
function publish(digests: Record<string, string>, others: Record<string, string> = {}): string {
  const { archive } = createViewContext(digests, others);
  const listed = others['permalinks.txt'] ?? '';
  return mergePermalinks(listed, { ...checkPermalinks(archive), base: '/' });
}

function check(digests: Record<string, string>, others: Record<string, string>) {
  return checkPermalinks(createViewContext(digests, others).archive);
}

test('lists each address once, one per line, sorted by code point, for any line ends', () => {
  const published = { fresh: ['/Z/', '/a-b/', '/b/'], moves: [], base: '/x/' };
  expect(mergePermalinks('/b/\r\n/a/\r\n\n/a/', published)).toBe(
    '# base /x/\n/Z/\n/a-b/\n/a/\n/b/\n',
  );
  expect(mergePermalinks('# base /old/\n', { fresh: [], moves: [], base: '/' })).toBe('# base /\n');
});

test('a listed address that still works is neither lost nor new', () => {
  const first = check({ a: digest }, {});
  expect(first.problems).toEqual([]);
  expect(first.fresh).toContain('/events/a/');
  expect(check({ a: digest }, { 'permalinks.txt': publish({ a: digest }) })).toEqual({
    problems: [],
    fresh: [],
    moves: [],
  });
});

test('a missing card is lost, but is reported once if its page is lost too', () => {
  const lost = (list: string) => check({ a: digest }, { 'permalinks.txt': list }).problems;
  expect(lost('/embed/events/b/\n/events/b/\n').map(({ at }) => at.line)).toEqual([2]);
  const [alone, ...more] = lost('/embed/actors/nobody/\n');
  expect(more).toEqual([]);
  expect(alone?.message).toContain('actors/nobody.md');
});

test('a removed event is lost, but its day isn’t', () => {
  const { problems } = check({ a: digest }, { 'permalinks.txt': '/events/b/\n/2023/01/02/\n' });
  expect(problems.map(({ kind, at }) => `${kind} ${at.line}`)).toEqual(['permalink-lost 1']);
});

describe('a renamed page', () => {
  const renamed = createDigest(['id: b\ndate: 2024-05-10']);
  const ruling = (formerly: string) => `---\nformerly: ${formerly}\n---\n`;
  const before = publish({ a: digest });
  const after = publish({ a: renamed }, { 'permalinks.txt': before, 'events/b.md': ruling('a') });

  test('is listed with the target of its page and its card', () => {
    expect(after).toContain('\n/events/a/ /events/b/\n');
    expect(after).toContain('\n/embed/events/a/ /embed/events/b/\n');
    expect(after).not.toContain('\n/events/a/\n');
    expect(after).toContain('\n/events/b/\n');
  });

  test('is detected if another event gets the old id, and reported once', () => {
    const both = createDigest(['id: b\ndate: 2024-05-10', 'id: a\ndate: 2024-05-12']);
    const { problems } = check({ a: both }, { 'permalinks.txt': after });
    expect(problems.map(({ kind }) => kind)).toEqual(['permalink-reused']);
    expect(problems[0]?.message).toContain('"/events/a/" led to "/events/b/"');
    const line = after.split('\n').indexOf('/events/a/ /events/b/') + 1;
    expect(problems[0]?.at.line).toBe(line);
  });

  test('is reported if the old id leads to another page than before', () => {
    const other = createDigest(['id: b\ndate: 2024-05-10', 'id: c\ndate: 2024-05-12']);
    const files = { 'permalinks.txt': after, 'events/c.md': ruling('a') };
    expect(check({ a: other }, files).problems.map(({ kind }) => kind)).toEqual([
      'permalink-reused',
    ]);
  });

  test('may be renamed again: the old address leads to the current page', () => {
    const again = createDigest(['id: c\ndate: 2024-05-10']);
    const files = { 'permalinks.txt': after, 'events/c.md': ruling('[a, b]') };
    expect(check({ a: again }, files).problems).toEqual([]);
    const list = publish({ a: again }, files);
    expect(list).toContain('\n/events/a/ /events/b/\n');
    expect(list).toContain('\n/events/b/ /events/c/\n');
  });

  test('may get its first id back, and the list never contains a circle', () => {
    const files = { 'permalinks.txt': after, 'events/a.md': ruling('b') };
    expect(check({ a: digest }, files).problems).toEqual([]);
    const list = publish({ a: digest }, files);
    expect(list).toContain('\n/events/a/ /events/b/\n');
    expect(list).toContain('\n/events/b/\n');
    const both = createDigest(['id: b\ndate: 2024-05-12', 'id: a\ndate: 2024-05-10']);
    expect(check({ a: both }, { 'permalinks.txt': list }).problems.map(({ kind }) => kind)).toEqual(
      ['permalink-reused'],
    );
    for (const permalinks of [after, list]) {
      const context = createViewContext({ a: digest }, { ...files, 'permalinks.txt': permalinks });
      expect(
        createFeeds(context)
          .ofSite()
          .entries.map(({ id }) => id),
      ).toContain('tag:harbour.example,2024:/events/a');
      expect(viewAgenda(context).entries.map(({ uid }) => uid)).toEqual([
        'tag:harbour.example,2024:/events/a',
      ]);
    }
  });

  test('keeps its first id at the head of `formerly` if it got it back before publication', () => {
    const files = { 'events/a.md': ruling('[a, b]') };
    const context = createViewContext({ a: digest }, files);
    expect(
      createFeeds(context)
        .ofSite()
        .entries.map(({ id }) => id),
    ).toContain('tag:harbour.example,2024:/events/a');
    expect(publish({ a: digest }, files)).toContain('\n/events/b/ /events/a/\n');
    expect(
      check({ a: digest }, { ...files, 'permalinks.txt': publish({ a: digest }, files) }).problems,
    ).toEqual([]);
  });

  test('keeps the parts of an actor that is renamed and gets its id back', () => {
    const actor = (formerly: string) => `---\nname: Ann Other\nkind: person\n${formerly}---\n`;
    const first = { 'actors/ann.md': actor(''), 'permalinks.txt': '/actors/ann/2024/\n' };
    const second = {
      'actors/anna.md': actor('formerly: ann\n'),
      'permalinks.txt': publish({}, first),
    };
    const moved = publish({}, second);
    expect(moved).toContain('\n/actors/ann/2024/ /actors/anna/\n');
    const third = { 'actors/ann.md': actor('formerly: anna\n'), 'permalinks.txt': moved };
    expect(check({}, third).problems).toEqual([]);
  });
});

describe('a renamed page of the site’s own', () => {
  const page = (formerly = '') => `---\ntitle: Method\n${formerly}---\n\nWe read.\n`;
  const before = publish({ a: digest }, { 'pages/methods.md': page() });
  const now = { 'pages/method.md': page('formerly: methods\n') };
  const after = publish({ a: digest }, { 'permalinks.txt': before, ...now });

  test('is listed with its target', () => {
    expect(before).toContain('\n/methods/\n');
    expect(after).toContain('\n/method/\n/methods/ /method/\n');
    expect(check({ a: digest }, { 'permalinks.txt': after, ...now })).toEqual({
      problems: [],
      fresh: [],
      moves: [],
    });
  });

  test('must always lead from its old address to the same page', () => {
    const kinds = (pages: Record<string, string>) =>
      check({ a: digest }, { 'permalinks.txt': after, ...pages }).problems.map(({ kind }) => kind);
    expect(kinds({ 'pages/how.md': page('formerly: [methods, method]\n') })).toEqual([]);
    expect(kinds({ 'pages/methods.md': page(), 'pages/method.md': page() })).toEqual([
      'permalink-reused',
    ]);
    expect(kinds({ 'pages/method.md': page() })).toEqual(['permalink-lost']);
  });

  test('may get its former name back', () => {
    const back = { 'pages/methods.md': page('formerly: method\n') };
    expect(check({ a: digest }, { 'permalinks.txt': after, ...back })).toEqual({
      problems: [],
      fresh: [],
      moves: [],
    });
  });
});

describe('checkDirectory(directory)', () => {
  const files = [...base].map(([path, text]) => ({
    path,
    file: `content/${path}`,
    bytes: Buffer.from(text),
  }));
  const loaded = loadArchive(files, 'content');
  const archive = loaded.archive!;
  const directory = loaded.directory!;
  const id = fc.constantFrom(
    ...[...archive.events, ...archive.actors, ...archive.articles, ...archive.places].map(
      (page) => page.id as string,
    ),
    ...['gone', 'renamed', 'a-z', '2024', 'timeline'],
  );
  const kind = fc.constantFrom('events', 'actors', 'articles', 'sources', 'places', 'pages');
  const number = fc.constantFrom('2024', '0000', '9999', '01', '02', '12', '13', '29', '30', '1');
  const period = fc
    .array(number, { maxLength: 4 })
    .map((parts) => parts.map((part) => `${part}/`).join(''));
  const folder = fc.oneof(
    fc.tuple(kind, id).map(([of, one]) => `${of}/${one}/`),
    fc.tuple(kind, id, period).map(([of, one, at]) => `${of}/${one}/${at}`),
    fc.tuple(id, period).map(([one, at]) => `events/${one}/accounts/${at}`),
    fc
      .tuple(fc.constantFrom('', 'corrections/', 'about/', 'embed/'), period)
      .map((parts) => parts.join('')),
    kind.map((of) => `${of}/`),
  );
  const address = fc
    .tuple(
      fc.constantFrom('/', '/', '/', '/embed/'),
      folder,
      fc.constantFrom('', '', '', 'a-z/', 'a-z/b/', 'a-z/b/c/'),
    )
    .map((parts) => parts.join(''));
  const permalink = fc.tuple(address, fc.option(address, { freq: 1 })).map(([value, to]) => ({
    value,
    to,
    at: { file: 'content/permalinks.txt', line: 1, column: 1 },
  }));

  test('reports what checkPermalinks reports, or defers to it', () => {
    let told = 0;
    fc.assert(
      fc.property(fc.array(permalink, { minLength: 1, maxLength: 2 }), (permalinks) => {
        const known = {
          permalinks,
          retracted: [],
          renamed: [{ kind: 'event', from: 'renamed', to: archive.events[0]!.id } as const],
        };
        const found = checkDirectory({ ...directory, ...known });
        if (found) told += 1;
        if (found) expect(found).toEqual(checkPermalinks({ ...archive, ...known }).problems);
      }),
      { numRuns: runs * 4 },
    );
    expect(told).toBeGreaterThan(runs / 10);
  });
});
