import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, readSite, root } from './buildInto.ts';
import { findDeadLinks } from './walkLinks.ts';

// The built site of nine articles that contradict each other. What its views say is held by
// tests/unit/views/tollbridge.test.ts; here is what only whole files show.

const folder = mkdtempSync(join(tmpdir(), 'dateline-tollbridge-'));
let site: Map<string, string>;

beforeAll(() => {
  const out = join(folder, 'dist');
  const content = join(root, 'tests/sites/tollbridge/content');
  const { status, stderr } = build({ CONTENT: content, OUT: out, SITE: 'https://toll.example' });
  expect(status, stderr).toBe(0);
  site = readSite(out);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function readTree(path: string) {
  return fromHtml(site.get(path) ?? '');
}

describe('the site of nine contradicting articles', () => {
  test('has its home and every event’s page within the first round trip', () => {
    const pages = [...site.keys()].filter((path) =>
      /^(?:events\/[\w-]+\/)?index\.html$/.test(path),
    );
    expect(pages).toHaveLength(10);
    for (const path of pages) {
      const page = site.get(path) ?? '';
      // Its styles stand in the page.
      expect(page, path).not.toContain('rel="stylesheet"');
      expect(gzipSync(page, { level: 9 }).length, path).toBeLessThanOrEqual(14_336);
    }
  });

  test('has no broken links', () => {
    expect(findDeadLinks(site, '/')).toEqual([]);
  });

  test('has no name that is only claimed in a title, heading or description of any file', () => {
    const claimed = /Pavo Denk|Ilan Roth/;
    for (const [path, html] of site) {
      if (!path.endsWith('.html')) continue;
      const tree = fromHtml(html);
      const said = selectAll('title, h1, h2, h3, h4', tree).map((node) => toText(node));
      const shared = selectAll('meta[content]', tree).map(({ properties }) =>
        String(properties.content),
      );
      expect([...said, ...shared].join('\n'), path).not.toMatch(claimed);
    }
    expect(site.get('data/actors.json')).toMatch(claimed);
  });

  test('has each claimed name behind the outlet that has it, wherever the sentence stands apart', () => {
    const sentences = [...site].flatMap(([path, text]) =>
      /\.(?:html|json|xml|ics|csv)$/.test(path)
        ? [...text.replace(/\r?\n /g, '').matchAll(/.{0,160}The captain calls him/g)].map(
            ([found]) => ({ path, found }),
          )
        : [],
    );
    const apart = sentences.filter(
      // In the accounts themselves the outlet's name is the heading.
      ({ path }) =>
        /^(?:index|\d{4}|embed|places|calendar\.ics|data\/(?:events\.csv|timelinejs))/.test(path),
    );
    expect(apart.length).toBeGreaterThan(6);
    for (const { path, found } of apart) expect(found, path).toContain('The Marn Courier: ');
  });

  test('marks Arabic titles, bylines and outlets in lists, with our translation beside the title', () => {
    const list = readTree('articles/index.html');
    const marked = selectAll('[lang=ar]', list).map((node) => toText(node));
    expect(marked).toEqual(
      expect.arrayContaining(['إغلاق الجسر ومقتل حارسين!', 'سمر الكاتب', 'نهر مارن']),
    );
    const text = toText(select('main', list)!);
    expect(text).toContain('Bridge shut, two guards killed! (our translation)');
    expect(text).toContain('The night of the bridge (our translation)');
  });

  test('has both sides of a dispute on the home page, in feeds, calendar, card and data', () => {
    const unfolded = (path: string) => (site.get(path) ?? '').replace(/\r?\n /g, '');
    for (const path of [
      'index.html',
      '2024/03/09/index.html',
      'events/gate-sold/index.html',
      'embed/events/gate-sold/index.html',
      'feed.xml',
      'feed.json',
      'calendar.ics',
      'data/events.csv',
      'data/timelinejs.json',
    ]) {
      // Names are links in prose.
      const text = unfolded(path).replace(/<\/?a\b[^>]*>/g, '');
      expect(text, path).toContain('The council robbed the town of its gate');
      expect(text, path).toContain('The gate stands where it stood');
      expect(text, path).toMatch(
        /The Ferry Bell.{0,80}\(?reported; also|Reported by .{0,80}The Ferry Bell/s,
      );
    }
  });
});
