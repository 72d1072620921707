import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, readSite, root } from './buildInto.ts';

// The same content on machines of other countries: nothing of theirs may reach a page or an export.

/** Replaces Node's listing of a folder by one in an order of its own, as another disk may give it. */
const shuffled = (seed: number) => `
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { readdirSync } = fs;
const rank = (entry) => createHash('sha256').update('${seed}' + (entry.name ?? entry)).digest('hex');
fs.readdirSync = (...args) =>
  readdirSync(...args).map((entry) => [rank(entry), entry]).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
syncBuiltinESMExports();
`;

const folder = mkdtempSync(join(tmpdir(), 'dateline-machines-'));
const content = join(folder, 'content');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let built = 0;
let expected: Map<string, string>;

/** Builds the content into a new folder, from nothing. */
function buildOn(machine: Readonly<Record<string, string>>): Map<string, string> {
  built += 1;
  const out = join(folder, String(built), 'dist');
  expect(build({ ...machine, CONTENT: content, OUT: out })).toMatchObject({
    status: 0,
    stderr: '',
  });
  return readSite(out);
}

beforeAll(() => {
  cpSync(join(root, 'tests/sites/harbour/content'), content, { recursive: true });
  // Letters that Turkish and Swedish turn or order in their own way.
  for (const [id, name] of Object.entries({
    zoe: 'Zoë Iřina',
    aelv: 'Älv I’Iris',
    yrsa: 'Yrsa ıi',
  }))
    writeFileSync(join(content, `actors/${id}.md`), `---\nname: ${name}\nkind: person\n---\n`);
  // A language that Intl does not know is where it falls back to the machine's own.
  writeFileSync(
    join(content, 'articles/abroad.md'),
    `---
title: ISTANBUL and ÄLV; two ports
source: harbour-post
published: 2024-05-12T00:30+03:00
added: 2024-06-01
language: tlh
title-en: Istanbul and Älv
---

A lead.

## The IRIS sails; the quay waits

\`\`\`event
id: iris-sails
date: 2024-05-11
time: night
when: on Saturday
actors: zoe, aelv, yrsa
place: port
\`\`\`

Zoë Iřina stood at the quay; Älv I’Iris had gone; Yrsa ıi waited for 1234567 boats. Nobody came.
`,
  );
  expected = buildOn({ LC_ALL: 'C', LANG: 'C', TZ: 'UTC' });
  expect(expected.get('events/iris-sails/index.html')).toContain('Zoë Iřina');
});

describe('the same content gives the same bytes', () => {
  test.each([
    ['tr_TR.UTF-8', 'Pacific/Kiritimati', 1],
    ['ar_IQ.UTF-8', 'Asia/Baghdad', 2],
    // A semicolon ends a sentence in Greek, as it asks a question.
    ['el_GR.UTF-8', 'America/St_Johns', 3],
    ['sv_SE.UTF-8', 'Asia/Kathmandu', 4],
  ])(
    'where people write %s, live by the clock of %s, and a disk lists its files in an order of its own (%i)',
    (locale, zone, seed) => {
      const listing = join(folder, `listing-${seed}.mjs`);
      writeFileSync(listing, shuffled(seed));
      const machine = { LC_ALL: locale, LANG: locale, LANGUAGE: locale, TZ: zone };
      expect(buildOn({ ...machine, NODE_OPTIONS: `--import ${listing}` })).toEqual(expected);
    },
  );
});
