import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUDGET, weighPages } from '../bench/pageWeights.ts';
import { build, readSite } from './buildInto.ts';
import { createHeavy } from './createHeavy.ts';
import { findDeadLinks, readLinks } from './walkLinks.ts';

// One day with hundreds of events, one actor in all of them, an event that hundreds tell of on one day, indexes
// of hundreds: whatever no calendar parts is parted by ids.

describe('a small archive that is heavy wherever no calendar parts it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-heavy-'));
  const out = join(folder, 'dist');
  let site: Map<string, string>;

  beforeAll(() => {
    const content = createHeavy(join(folder, 'content'), { events: 300, names: 450, many: 200 });
    const { status, stderr } = build({ CONTENT: content, OUT: out }, [
      '--no-pictures',
      '--no-index',
    ]);
    expect(status, stderr).toBe(0);
    site = readSite(out);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('keeps every page within the budget', () => {
    const weights = weighPages(`${out}/`);
    expect(weights.length).toBeGreaterThan(3000);
    expect(weights.filter(({ bytes }) => bytes > BUDGET)).toEqual([]);
  });

  test('parts days, actors, places, indexes, articles, accounts, corrections and links by ids', () => {
    for (const list of [
      '2024/05/10',
      'actors/watch/2024/05',
      'places/port/2024/05',
      'sources/gazette/2024/06',
      'actors',
      'places',
      'articles/roll',
      'events/bridge-shut/accounts',
      'corrections/2024/08',
      'events/muster',
    ]) {
      const parts = [...site.keys()].filter((path) => path.startsWith(`${list}/a-z/`));
      expect(parts.length, list).toBeGreaterThan(1);
    }
  });

  test('has no broken links, whatever has moved to another page', () => {
    expect(findDeadLinks(site, '/')).toEqual([]);
  });

  test('links every page from its home page, directly or through others', () => {
    const seen = new Set(['index.html']);
    const rest = [...seen];
    for (let path = rest.pop(); path !== undefined; path = rest.pop()) {
      for (const href of readLinks(site.get(path) ?? '').links) {
        const { pathname, host } = new URL(href, `http://site.test/${path}`);
        const next = `${pathname.slice(1)}index.html`;
        if (host !== 'site.test' || !site.has(next) || seen.has(next)) continue;
        seen.add(next);
        rest.push(next);
      }
    }
    const pages = [...site.keys()].filter((path) => path.endsWith('index.html'));
    const unreached = pages.filter((path) => !path.startsWith('embed/') && !seen.has(path));
    expect(unreached).toEqual([]);
  });

  test('answers the address of every statement', () => {
    const { claims } = JSON.parse(site.get('data/claims.json') ?? '') as {
      claims: { id: string; url: string }[];
    };
    expect(claims.length).toBeGreaterThan(1000);
    const lost = claims.filter(({ id, url }) => {
      const page = site.get(`${url.slice(1, url.indexOf('#'))}index.html`);
      return !page?.includes(` id="${id}"`);
    });
    expect(lost).toEqual([]);
  });
});
