import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSite, root } from './buildInto.ts';
import { createExtremes } from './createExtremes.ts';
import { buildOnce } from './sharedSites.ts';
import { findDeadLinks } from './walkLinks.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // How the HTML is set, which readers never see.
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-inline-style': 'error',
    // Our own anchors start with an underscore, apart from those of events and articles.
    'valid-id': ['error', { relaxed: true }],
    // Titles are the articles' own.
    'long-title': 'off',
    // A table's cells stand below each other on a narrow screen: then its roles must be said.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
  },
});

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-valid-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.each([
  { name: 'story', content: () => join(root, 'content'), flags: [] },
  {
    name: 'extremes',
    content: () => createExtremes(join(folder, 'content')),
    flags: ['--no-pictures'],
  },
])('every page of the $name', ({ content, flags }) => {
  let pages: [string, string][];
  let css: number;
  let site: Map<string, string>;

  beforeAll(async () => {
    site = readSite(await buildOnce({ CONTENT: content() }, flags));
    pages = [...site].filter(([path]) => path.endsWith('.html'));
    css = [...site]
      .filter(([path]) => path.endsWith('.css'))
      .reduce((sum, [, text]) => sum + gzipSync(text, { level: 9 }).length, 0);
  });

  test('is a small card of its own under embed/, out of every index and led by its page', () => {
    const cards = pages.filter(([path]) => path.startsWith('embed/'));
    expect(cards.length).toBeGreaterThan(40);
    for (const [path, html] of cards) {
      expect(gzipSync(html, { level: 9 }).length, path).toBeLessThan(8192);
      expect(html, path).toContain('<meta name="robots" content="noindex">');
      const page =
        path === 'embed/timeline/index.html'
          ? ''
          : path.startsWith('embed/days/')
            ? path.slice('embed/days/'.length, -'index.html'.length).replaceAll('-', '/')
            : path.slice('embed/'.length, -'index.html'.length);
      expect(html, path).toContain(`rel="canonical" href="http://localhost:4321/${page}"`);
      // In a frame without an origin no file may be fetched: the card holds its one script.
      expect(html.match(/<script\b[^>]*>/g), path).toEqual(['<script type="module">']);
    }
    expect(site.get('data/events.json')).not.toContain('/embed/');
  });

  test('is valid HTML with one h1 and no skipped heading level', () => {
    const found = pages.flatMap(([path, html]) =>
      validator
        .validateStringSync(html)
        .results.flatMap(({ messages }) =>
          messages.map(
            ({ ruleId, message, selector }) => `${path}: ${ruleId}: ${message} ${selector ?? ''}`,
          ),
        ),
    );
    expect(found).toEqual([]);
    for (const [path, html] of pages) {
      const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toHaveLength(1);
      const skipped = levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1);
      expect(skipped, `${path}: ${levels.join(' ')}`).toBe(false);
    }
  });

  test('has no broken links', () => {
    expect(findDeadLinks(site, '/')).toEqual([]);
  });

  test('fits the first round trip with the styles it links, and asks for no script to be read', () => {
    for (const [path, html] of pages) {
      const size = gzipSync(html, { level: 9 }).length + css;
      expect(size, path).toBeLessThanOrEqual(14_336);
      expect(html, path).not.toMatch(/<script(?![^>]*type="(?:module|application\/ld\+json)")/);
    }
  });
});

test('the scripts of all pages together are under 5 KB compressed', async () => {
  const story = readSite(await buildOnce({ CONTENT: join(root, 'content') }));
  const scripts = [...story].filter(([path]) => /^_astro\/.*\.js$/.test(path));
  expect(scripts.length).toBeGreaterThan(0);
  const size = scripts.reduce((sum, [, text]) => sum + gzipSync(text, { level: 9 }).length, 0);
  expect(size).toBeLessThan(5120);
});
