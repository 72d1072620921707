import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openContentCache } from '../../../src/archive/contentCache.ts';
import { loadArchive } from '../../../src/collections/loadArchive.ts';
import { disk, readContent } from '../../../src/collections/readContent.ts';
import type { Archive } from '../../../src/model/archive.ts';
import { listClaims } from '../../../src/model/outline.ts';

const root = join(import.meta.dirname, '../../..');
let state: string;

beforeAll(() => {
  state = mkdtempSync(join(tmpdir(), 'dateline-known-'));
});

afterAll(() => {
  rmSync(state, { recursive: true, force: true });
});

function load(): Archive {
  const files = readContent(join(root, 'content'), disk);
  const { archive } = loadArchive(files, 'content', { known: openContentCache({ state, root }) });
  if (!archive) throw new Error('The story has no archive.');
  return archive;
}

// A page finds a claim's event by the claim's identity, so a copy would have no event.
test('an archive from another process’s cache has each claim once', () => {
  for (const archive of [load(), load()]) {
    const own = new Set(
      archive.articles.flatMap((article) =>
        listClaims(
          article,
          archive.events.flatMap(({ accounts }) =>
            accounts.filter((account) => account.article === article),
          ),
        ),
      ),
    );
    const points = [
      ...archive.events.flatMap((event) => [...event.points, ...event.actorPoints]),
      ...archive.actors.flatMap((actor) => actor.points),
    ];
    const claims = points.flatMap((point) => point.claims);
    expect(claims.length).toBeGreaterThan(10);
    expect(claims.filter((claim) => !own.has(claim))).toEqual([]);
  }
});
