import { describe, expect, test } from 'vitest';
import { renameId, type RenamedKind } from '../../../src/edit/renameId.ts';

const digest = `---
title: The quay and quay-closed
source: post
place: port
draws-on: [ledger]
spelt: { ana: [Anna] }
---

The [quay](event:quay-closed), [Ana](actor:ana), not quay-closed in prose.

## The quay closes

\`\`\`event
id: quay-closed
date: 2024-05-10
when: after quay-closed
after: storm, quay-closed-twice
actors: ana, ana-maria
place: port
\`\`\`

\`\`\`claim
by: ana
about: actor:ana
on: quay-closed
says: ana said quay-closed.
\`\`\`

\`\`\`claim
about: quay-closed
on: Who
says: Nobody.
\`\`\`
`;

const files = [
  { path: 'articles/post.md', text: digest },
  { path: 'articles/ledger.md', text: '---\ntitle: L\n---\n' },
  { path: 'actors/ana.md', text: '---\nname: Ana\nformerly: [anna]\nof: ana-group\n---\n\nAna.\n' },
  { path: 'site.md', text: '---\nprincipals:\n  - ana\n  - ana-maria\n---\n' },
];

function rename(kind: RenamedKind, from: string, to: string) {
  const result = renameId(files, kind, from, to);
  return {
    lines: result?.edits.map(({ path, line, after }) => `${path}:${line} ${after}`),
    removed: result?.removed,
  };
}

describe('renameId(files, kind, from, to)', () => {
  test('changes an event’s id only where it refers to the event, and adds a ruling with the old id', () => {
    expect(rename('event', 'quay-closed', 'quay-shut')).toEqual({
      lines: [
        'articles/post.md:9 The [quay](event:quay-shut), [Ana](actor:ana), not quay-closed in prose.',
        'articles/post.md:14 id: quay-shut',
        'articles/post.md:30 about: quay-shut',
        'events/quay-shut.md:2 formerly: quay-closed',
      ],
      removed: [],
    });
  });

  test('changes an actor in lists, links and claims, moves its file, and adds to its former ids', () => {
    expect(rename('actor', 'ana', 'ana-brandt')).toEqual({
      lines: [
        'articles/post.md:6 spelt: { ana-brandt: [Anna] }',
        'articles/post.md:9 The [quay](event:quay-closed), [Ana](actor:ana-brandt), not quay-closed in prose.',
        'articles/post.md:18 actors: ana-brandt, ana-maria',
        'articles/post.md:23 by: ana-brandt',
        'articles/post.md:24 about: actor:ana-brandt',
        'site.md:3   - ana-brandt',
        'actors/ana-brandt.md:3 formerly: [anna, ana]',
      ],
      removed: ['actors/ana.md'],
    });
  });

  test('changes an article’s id where others cite it', () => {
    expect(rename('article', 'ledger', 'city-ledger').lines).toEqual([
      'articles/post.md:5 draws-on: [city-ledger]',
      'articles/city-ledger.md:3 formerly: ledger',
    ]);
  });

  test.each([
    ['a name alone', 'formerly: a', 'formerly: [a, old]'],
    ['a name alone with a comment', 'formerly: a # once', 'formerly: [a, old] # once'],
    ['the new id alone, its first', 'formerly: new', 'formerly: [new, old]'],
    ['the new id first in a list below it', 'formerly:\n  - new', 'formerly:\n  - new\n  - old'],
    ['the old id, which was its first', 'formerly: [old, a]', 'formerly: [old, a]'],
    ['the old id in a list below it', 'formerly:\n  - old\n  - a', 'formerly:\n  - old\n  - a'],
    ['the old id in a list of two lines', 'formerly: [old,\n  a]', 'formerly: [old,\n  a]'],
    ['the new id among others', 'formerly: [a, "new", b]', 'formerly: [a, b, old]'],
    ['nothing', 'formerly:', 'formerly: old'],
    ['an empty list', 'formerly: []', 'formerly: [old]'],
    ['a list of two lines', 'formerly: [a,\n  b]', 'formerly: [a,\n  b, old]'],
    ['a list closed on its own line', 'formerly: [\n  a,\n]', 'formerly: [\n  a,\nold]'],
    ['a list below it', 'formerly:\n  - a', 'formerly:\n  - a\n  - old'],
    ['a list below it at the margin', 'formerly:\n- a\n- b', 'formerly:\n- a\n- b\n- old'],
    ['the new id in a list below it', 'formerly:\n  - a\n  - new', 'formerly:\n  - a\n  - old'],
  ])(
    'adds to `formerly` with %s, and removes the new id unless it was the first',
    (_, before, after) => {
      const text = (formerly: string) => `---\nname: N\n${formerly}\nrole: R\n---\n`;
      const result = renameId(
        [{ path: 'actors/old.md', text: text(before) }],
        'actor',
        'old',
        'new',
      );
      expect(result?.files).toEqual([{ path: 'actors/new.md', text: text(after) }]);
    },
  );

  test.each(['\r\n', '\r'])('keeps the line ends %j', (end) => {
    const text = digest.replaceAll('\n', end);
    const result = renameId([{ path: 'articles/post.md', text }], 'event', 'quay-closed', 'shut');
    expect(result?.files[0]?.text).toBe(
      text
        .replace('event:quay-closed', 'event:shut')
        .replace('id: quay-closed', 'id: shut')
        .replace('about: quay-closed', 'about: shut'),
    );
    const own = `---${end}name: Post${end}---${end}`;
    expect(renameId([{ path: 'sources/a.md', text: own }], 'source', 'a', 'b')?.files).toEqual([
      { path: 'sources/b.md', text: `---${end}name: Post${end}formerly: a${end}---${end}` },
    ]);
  });

  test('adds no former id to a page without front matter, but adds one to unterminated front matter', () => {
    const text = (before: string) =>
      renameId([{ path: 'places/a.md', text: before }], 'place', 'a', 'b')?.files[0]?.text;
    expect(text('Words.\n')).toBe('Words.\n');
    expect(text('---\nname: A\n')).toBe('---\nformerly: a\nname: A\n');
  });

  test('ignores a spelling that contains the id', () => {
    const spelt =
      '---\nplace: the port of Velho\nspelt: { port: [port, the port] }\n---\n\n```event\nplace: the port of Velho\nactors: port police, port\n```\n';
    const all = [
      { path: 'places/port.md', text: '---\nname: Porto Velho\n---\n' },
      { path: 'articles/a.md', text: spelt },
    ];
    expect(renameId(all, 'place', 'port', 'haven')?.edits.map(({ after }) => after)).toEqual([
      'spelt: { haven: [port, the port] }',
      'formerly: port',
    ]);
  });

  test('changes a speaker’s id after the dash, and an id in a link without brackets', () => {
    const all = [
      { path: 'actors/ana.md', text: '---\nname: Ana\n---\n' },
      { path: 'sources/ana.md', text: '---\nname: The Ana\n---\n' },
      {
        path: 'articles/a.md',
        text: '---\n---\n\n```x``` is no block. <actor:ana>\n\n> “Yes.”\n> — ana, by radio\n\n```claim\nby : ana\n```\n',
      },
    ];
    expect(renameId(all, 'actor', 'ana', 'eva')?.edits.map(({ after }) => after)).toEqual([
      '```x``` is no block. <actor:eva>',
      '> — eva, by radio',
      'by : eva',
      'formerly: ana',
    ]);
    // If an actor has the same id, the actor is the speaker, not the source.
    expect(renameId(all, 'source', 'ana', 'eva')?.edits.map(({ after }) => after)).toEqual([
      'formerly: ana',
    ]);
  });

  test('returns undefined if nothing has the id', () => {
    expect(renameId(files, 'actor', 'nobody', 'somebody')).toBeUndefined();
    expect(renameId(files, 'event', 'no-such', 'other')).toBeUndefined();
  });
});
