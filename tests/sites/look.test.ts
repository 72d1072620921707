import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, readSite, root } from './buildInto.ts';

// A site with a look, pages and a counter of its own, all of it in its content.

const folder = mkdtempSync(join(tmpdir(), 'dateline-look-'));
const content = join(folder, 'content');
const env = { CONTENT: content, OUT: join(folder, 'site'), SITE: 'https://quay.example' };
const icon = Buffer.from('an icon');
const font = readFileSync(
  join(
    root,
    'node_modules/@fontsource/noto-serif-thai/files/noto-serif-thai-latin-600-normal.woff2',
  ),
);

function write(path: string, text: string | Uint8Array): void {
  writeFileSync(join(content, path), text);
}

let site: Map<string, string>;
beforeAll(() => {
  cpSync(join(root, 'tests/sites/harbour/content'), content, { recursive: true });
  mkdirSync(join(content, 'pages'));
  mkdirSync(join(content, 'icons'));
  mkdirSync(join(content, 'fonts'));
  write('fonts/quay.woff2', font);
  write(
    'theme.css',
    `@font-face { font-family: "Quay Serif"; src: url("fonts/quay.woff2") format("woff2"); font-weight: 400 700 }
:root { --accent: light-dark(#0b5394, #8ab4f8); --reading: "Quay Serif", Georgia, serif }
`,
  );
  write('logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 24"></svg>\n');
  write('icons/favicon.ico', icon);
  write(
    'pages/method.md',
    '---\ntitle: How we work\nnav: Method\nformerly: methods\n---\n\nThe [quay](event:quay-closed).\n',
  );
  const about = readFileSync(join(content, 'site.md'), 'utf8');
  write(
    'site.md',
    about.replace(
      'language: en',
      'language: en\nanalytics: { script: "https://stats.example/count.js" }\nhead: [{ rel: me, href: "https://social.example/@quay" }]',
    ),
  );
  const { status, stderr } = build(env);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  site = readSite(env.OUT);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const html = (path: string) => fromHtml(site.get(path) ?? '');
const policyOf = (path: string) =>
  String(select('meta[http-equiv=content-security-policy]', html(path))?.properties.content);

describe('a site with a look of its own', () => {
  test('has its colours in every page and card, by a hash that the policy allows', () => {
    const pages = [...site.keys()].filter((path) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(30);
    for (const path of pages) {
      const style = selectAll('style', html(path)).map((node) => toText(node));
      const own = style.find((css) => css.includes('html:root'));
      expect(own, path).toContain('--accent:light-dark(#0b5394,#8ab4f8)');
      expect(own, path).toMatch(/^@layer reset,base;/);
    }
    expect(policyOf('index.html')).toContain("style-src 'self' 'sha256-");
  });

  test('has its own fonts from its own host, cached until they change', () => {
    const name = [...site.keys()].find((path) => path.startsWith('fonts/')) ?? '';
    expect(name).toMatch(/^fonts\/quay\.[\da-f]{8}\.woff2$/);
    expect(readFileSync(join(env.OUT, name))).toEqual(font);
    const face = `@font-face{font-family:"Quay Serif";src:url(/${name})format("woff2");font-display:swap;font-weight:400 700}`;
    for (const path of ['index.html', 'events/quay-closed/index.html', '404.html'])
      expect(site.get(path), path).toContain(face);
    for (const path of ['index.html', 'embed/timeline/index.html'])
      expect(policyOf(path)).toContain("font-src 'self'");
    expect(site.get('_headers')).toMatch(/\/fonts\/\*\n.*\n?.*max-age=31536000, immutable/);
    // A card in a page of somebody else loads nothing.
    const card = site.get('embed/timeline/index.html') ?? '';
    expect(card).toContain('--reading:"Quay Serif", Georgia, serif');
    expect(card).not.toContain('@font-face');
  });

  test('has its logo at the head of the page, with its size known before it loads', () => {
    for (const [path, place] of [
      ['index.html', 'header h1 img'],
      ['about/index.html', 'header .name img'],
    ] as const)
      expect(select(place, html(path))?.properties, path).toMatchObject({
        src: '/logo.svg',
        alt: 'The quay',
        width: 160,
        height: 32,
      });
    expect(site.get('logo.svg')).toContain('<svg');
  });

  test('replaces our icons with its own', () => {
    expect(readFileSync(join(env.OUT, 'favicon.ico'))).toEqual(icon);
    expect(site.get('favicon.svg')).toBe(readFileSync(join(root, 'public/favicon.svg'), 'utf8'));
  });

  test('has its pages in the navigation, in the sitemap, and under their old names', () => {
    const links = selectAll('header nav a', html('events/quay-closed/index.html'));
    expect(links.map((link) => [link.properties.href, toText(link)])).toContainEqual([
      '/method/',
      'Method',
    ]);
    expect(toText(select('h1', html('method/index.html'))!)).toBe('How we work');
    expect(site.get('sitemap.xml')).toContain('https://quay.example/method/');
    expect(site.get('methods/index.html')).toContain('url=/method/');
    expect(site.get('_redirects')).toContain('/methods/ /method/ 301');
  });

  test('loads the one script that it names, in pages and not in cards, and tells readers of it', () => {
    const script = 'script[src^="https://stats.example"]';
    expect(select(script, html('index.html'))).toBeTruthy();
    expect(select(script, html('embed/timeline/index.html'))).toBeUndefined();
    for (const path of ['index.html', 'search/index.html', '404.html'])
      expect(policyOf(path)).toContain('https://stats.example/count.js');
    expect(policyOf('embed/timeline/index.html')).not.toContain('stats.example');
    expect(site.get('_headers')).toContain("script-src 'self' https://stats.example/count.js;");
    const about = toText(select('main', html('about/index.html'))!);
    expect(about).toContain('It loads a script from stats.example');
    expect(about).not.toContain('counts nobody');
  });

  test('is rendered again, page by page, if a colour or the navigation changes', () => {
    write('theme.css', ':root { --accent: light-dark(#1b5e20, #a5d6a7) }\n');
    rmSync(join(content, 'fonts'), { recursive: true });
    expect(build(env).status).toBe(0);
    site = readSite(env.OUT);
    for (const path of ['index.html', 'events/quay-closed/index.html', 'embed/timeline/index.html'])
      expect(site.get(path)).toContain('--accent:light-dark(#1b5e20,#a5d6a7)');
    expect([...site.keys()].filter((path) => path.startsWith('fonts/'))).toEqual([]);
  });
});
