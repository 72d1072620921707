import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadArchive } from '../../../src/collections/loadArchive.ts';
import { disk, readContent, type ContentDisk } from '../../../src/collections/readContent.ts';
import { renderEventsJson } from '../../../src/outputs/eventsJson.ts';
import type { EventJson } from '../../../src/outputs/schemas.ts';
import type { Archive } from '../../../src/model/archive.ts';
import { viewActor } from '../../../src/views/actor/actorView.ts';
import { createContext } from '../../../src/views/page/createContext.ts';

const content = readContent(join(import.meta.dirname, '../../../content'));

function load(more: Readonly<Record<string, string>> = {}): {
  archive: Archive;
  events: EventJson[];
  problems: string[];
} {
  const added = Object.entries(more).map(([path, text]) => ({
    path,
    file: path,
    bytes: Buffer.from(text),
  }));
  const { archive, problems } = loadArchive([...content, ...added], 'content');
  if (!archive) throw new Error(problems.map(({ message }) => message).join('\n'));
  const { events } = JSON.parse(renderEventsJson(createContext(archive, '/'))) as {
    events: EventJson[];
  };
  return {
    archive,
    events,
    problems: problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
  };
}

const third = {
  'sources/wire.md': '---\nname: The Wire\n---\n',
  'actors/city-council.md': '---\nname: Baghdad City Council\nkind: state-body\n---\n',
  'articles/wire.md': `---
title: Calm returns to the capital
source: wire
published: 2020-12-27
added: 2026-11-22
---

The Wire tells of the morning after.

## The prime minister among the people

\`\`\`event
id: tour-of-baghdad
date: 2020-12
actors: kadhimi
certainty: confirmed
\`\`\`

Kadhimi was seen in the streets.

## The council meets

\`\`\`event
id: council-meets
date: 2020-12-26
time: morning
actors: city-council
\`\`\`

The Baghdad City Council met behind closed doors.

> “The streets are quiet.”
> — Baghdad City Council
`,
};

describe('loadArchive(files, folder)', () => {
  test('merges a third digest into the event that it tells, adds its new event, and changes nothing else', () => {
    const before = load().events;
    const { events, problems } = load(third);
    expect(problems).toEqual([]);
    expect(events.map(({ id }) => id).filter((id) => id !== 'council-meets')).toEqual(
      before.map(({ id }) => id),
    );
    for (const event of events) {
      const known = before.find(({ id }) => id === event.id);
      if (event.id === 'tour-of-baghdad') {
        expect(event.accounts.map(({ source }) => source)).toEqual(['rudaw', 'voa', 'wire']);
        // The month of the night doesn't make the date less precise.
        expect({ ...event, accounts: [] }).toEqual({ ...known, accounts: [] });
      } else if (event.id !== 'council-meets') {
        expect(event).toEqual(known);
      }
    }
    expect(events.find(({ id }) => id === 'council-meets')).toMatchObject({
      dateLabel: '26 December 2020, morning',
      actors: ['city-council'],
      accounts: [{ quotations: [{ by: 'city-council', text: '“The streets are quiet.”' }] }],
    });
  });

  test('merges the events that two articles share, and keeps similar ones separate', () => {
    const { events } = load();
    const shared = events.filter(({ accounts }) => accounts.length === 2).map(({ id }) => id);
    expect([...shared].sort()).toEqual([
      'show-of-force',
      'stand-down',
      'the-arrest',
      'threatening-videos',
      'tour-of-baghdad',
      'us-embassy-rockets',
    ]);
    expect(
      events.filter(({ id }) => id.startsWith('sadr-')).map(({ id, date }) => `${id} ${date}`),
    ).toEqual(['sadr-message 2020-12-25', 'sadr-support 2020-12-26']);
  });

  test('a night other than Friday’s keeps both dates and decides for neither', () => {
    const digest = `---\ntitle: Another night\nsource: wire\npublished: 2020-12-27\nadded: 2026-11-22\n---\n\n## The fighters come out\n\n\`\`\`event\nid: show-of-force\ndate: 2020-12-24\ntime: night\nwhen: Thursday night\n\`\`\`\n\nOn Thursday, it says.\n`;
    const { events } = load({
      'sources/wire.md': third['sources/wire.md'],
      'articles/wire.md': digest,
    });
    expect(events.find(({ id }) => id === 'show-of-force')).toMatchObject({
      date: '[2020-12-24,2020-12-25]',
      time: 'night',
      dateLabel: 'night of 24–25 or of 25–26 December 2020',
    });
  });
});

test('another name for the arrested man is listed beside the first, and neither becomes his name', () => {
  const digest = `---\ntitle: The man in custody\nsource: wire\npublished: 2020-12-27\nadded: 2026-11-22\nspelt: { detainee: [Ali Hassan] }\n---\n\n## The arrest\n\n\`\`\`event\nid: the-arrest\nactors: detainee\n\`\`\`\n\nA militiaman is in custody.\n\n\`\`\`claim\nabout: actor:detainee\non: His identity\nanswer: Ali Hassan\nsays: The man in custody is Ali Hassan.\n\`\`\`\n`;
  const { archive } = load({
    'sources/wire.md': third['sources/wire.md'],
    'articles/wire.md': digest,
  });
  const page = viewActor(archive.actorById.get('detainee')!, createContext(archive, '/'));
  expect(page.name).toBe('The arrested man');
  expect(
    page.spellings.map(({ text, sources }) => [text, ...sources.map(({ name }) => name)]),
  ).toContainEqual(['Ali Hassan', 'The Wire']);
  expect(page.namedAs[0]).toMatchObject({
    text: 'Hossam Zerjawi',
    by: [{ name: 'Voice of America' }],
  });
  expect(
    page.points.rows.map(({ on, differ, cells }) => ({
      on,
      differ,
      answers: cells.flat().map(({ answer }) => answer),
    })),
  ).toEqual([
    {
      on: 'His identity',
      differ: 'sources',
      answers: [null, 'Hossam Zerjawi', 'Ali Hassan'],
    },
  ]);
});

describe('readContent(folder, disk)', () => {
  test('returns files sorted, whatever the order of the disk, without hidden ones', () => {
    const listed: ContentDisk = {
      list: () => ['b.md', '.git/x', 'a/.hidden', 'a/c.md', 'a/B.md'].map((path) => ({ path })),
      read: () => new Uint8Array(),
    };
    expect(readContent('content', listed).map(({ path, file }) => `${path} ${file}`)).toEqual([
      'a/B.md content/a/B.md',
      'a/c.md content/a/c.md',
      'b.md content/b.md',
    ]);
  });
});

describe('disk.read(file, max)', () => {
  test('returns the bytes of files of any length, up to the maximum, and keeps them while others are read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-read-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const files = [0, 1, 65_535, 65_536, 65_537, 200_000].map((length, index) => {
      const bytes = Buffer.from(Array.from({ length }, (_, at) => (at * 7 + index) % 251));
      const file = join(folder, `${length}.md`);
      writeFileSync(file, bytes);
      return { file, bytes };
    });
    for (const most of [1, 65_536, 70_000, 1_000_000]) {
      const read = files.map(({ file }) => disk.read(file, most));
      for (const [index, { bytes }] of files.entries())
        expect(bytes.subarray(0, most).equals(read[index] ?? Buffer.from('none'))).toBe(true);
    }
  });
});
