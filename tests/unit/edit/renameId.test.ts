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
  test('changes an event where its id stands for it, and nowhere else, and gives it a ruling that remembers', () => {
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

  test('changes an article where others draw on it', () => {
    expect(rename('article', 'ledger', 'city-ledger').lines).toEqual([
      'articles/post.md:5 draws-on: [city-ledger]',
      'articles/city-ledger.md:3 formerly: ledger',
    ]);
  });

  test('gives nothing where nothing has the id', () => {
    expect(renameId(files, 'actor', 'nobody', 'somebody')).toBeUndefined();
    expect(renameId(files, 'event', 'no-such', 'other')).toBeUndefined();
  });
});
