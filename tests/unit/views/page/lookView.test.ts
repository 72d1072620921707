import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  getHeaders,
  renderCaddyfile,
  renderHeadersFile,
  renderNginx,
} from '../../../../src/hosting/responseHeaders.ts';
import { colours } from '../../../../src/model/look.ts';
import { listRedirects, listAddresses } from '../../../../src/views/data/permalinks.ts';
import {
  listOutsideHosts,
  viewHead,
  viewLogo,
  viewPalette,
  viewTheme,
} from '../../../../src/views/page/lookView.ts';
import { viewData } from '../../../../src/views/data/dataView.ts';
import { listSearchRecords } from '../../../../src/views/search/searchRecords.ts';
import { listSitemapPages } from '../../../../src/views/data/sitemapView.ts';
import { createViewContext } from '../../createViewContext.ts';

const site = (lines: string) =>
  `---\ntitle: The quay\nlanguage: en\ntime-zone: Europe/Lisbon\ngroups: [The port, The city]\n${lines}---\n`;

test('a theme is checked against the colours of the style sheet', () => {
  const styles = readFileSync('src/styles/tokens.css', 'utf8').split(':root[data-appearance')[0];
  const found = [...(styles ?? '').matchAll(/--(\w+): light-dark\((#\w+), (#\w+)\);/g)];
  expect(Object.fromEntries(found.map(([, name, light, dark]) => [name, { light, dark }]))).toEqual(
    colours,
  );
});

describe('viewTheme(context)', () => {
  test('returns the site’s colours and fonts as a style with its hash', () => {
    const theme =
      ':root { --accent: light-dark(navy, rgb(200, 220, 255)); --reading: Georgia, serif }';
    const style = viewTheme(createViewContext({}, { 'theme.css': theme }))!;
    expect(style.css).toBe(
      '@layer reset,base;@layer base{html:root{--accent:light-dark(#000080,#c8dcff);--reading:Georgia, serif}}',
    );
    expect(style.hash).toBe(`sha256-${createHash('sha256').update(style.css).digest('base64')}`);
  });

  test('returns null if the site has none', () => {
    expect(viewTheme(createViewContext({}))).toBeNull();
    expect(viewTheme(createViewContext({}, { 'theme.css': '/* nothing yet */' }))).toBeNull();
  });

  test('escapes anything that could end the style', () => {
    const theme = ":root { --reading: '</style><script>'; }";
    expect(() => createViewContext({}, { 'theme.css': theme })).toThrow('for --reading');
  });
});

describe('a site’s own fonts', () => {
  const font = readFileSync('tests/golden/cases/fonts/content/fonts/quay.woff2');
  const view = (css: string) =>
    createViewContext({}, { 'theme.css': css, 'fonts/quay.woff2': font, 'fonts/bold.woff2': font });
  const regular =
    '@font-face { font-family: Quay; src: local("Quay"), url(./fonts/quay.woff2) format("woff2") }';
  const bold =
    "@font-face { font-family: 'Quay'; src: url('fonts/bold.woff2'); font-weight: bold; font-display: optional; unicode-range: U+41-5A, U+1E?? }";
  const context = view(`${regular}\n${bold}\n:root { --reading: Georgia, "quay" }`);

  test('are used in pages under hashed file names, but not in cards', () => {
    const css = viewTheme(context)!.css;
    expect(css).toMatch(
      /@font-face\{font-family:"Quay";src:local\("Quay"\),url\(\/fonts\/quay\.[\da-f]{8}\.woff2\)format\("woff2"\);font-display:swap\}/,
    );
    expect(css).toMatch(
      /@font-face\{font-family:"Quay";src:url\(\/fonts\/bold\.[\da-f]{8}\.woff2\)format\("woff2"\);font-display:optional;font-weight:bold;unicode-range:U\+41-5A, U\+1E\?\?\}/,
    );
    expect(viewTheme(context, true)?.css).not.toContain('@font-face');
    expect(viewTheme(view(regular), true)).toBeNull();
  });

  test('are used in pictures if the running text uses them', () => {
    expect(viewPalette(context).fonts).toEqual([
      {
        family: 'Quay',
        weight: 400,
        ranges: [],
        path: expect.stringMatching(/^fonts\/quay\./) as string,
      },
      {
        family: 'Quay',
        weight: 700,
        ranges: [
          [0x41, 0x5a],
          [0x1e00, 0x1eff],
        ],
        path: expect.stringMatching(/^fonts\/bold\./) as string,
      },
    ]);
    expect(viewPalette(view(`${regular}\n:root { --labels: Quay }`)).fonts).toEqual([]);
  });

  test.each([
    ['font-family: "</style><script>"', 'font-family'],
    ['font-family: "a}b"', 'font-family'],
    ['font-weight: 400} body {color: red', 'body'],
    ['unicode-range: U+41}</style>', ''],
    ['src: url("fonts/../../x.woff2")', 'src'],
    ['src: url("data:font/woff2;base64,d09GMg==")', 'src'],
    ['src: url("//other.example/fonts/quay.woff2")', 'src'],
    ['src: local("a;b")', 'src'],
  ])('are rejected if they could inject anything else: %s', (line, named) => {
    const css = `@font-face { font-family: Quay; src: url(fonts/quay.woff2); ${line} }`;
    expect(() => view(css)).toThrow(named);
  });
});

test('viewLogo(context) returns a logo as high as a line, in its own proportions', () => {
  const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40"></svg>';
  expect(viewLogo(createViewContext({}, { 'logo.svg': logo }))).toEqual({
    url: '/logo.svg',
    width: 160,
    height: 32,
  });
});

describe('a page of the site’s own', () => {
  const page =
    '---\ntitle: How we work\nnav: Method\nformerly: methods\n---\n\nWe read what the Harbour Police say.\n';
  const context = createViewContext({}, { 'pages/method.md': page });

  test('has an address, and its former names redirect to it', () => {
    expect(listAddresses(context.archive)).toEqual(
      expect.arrayContaining(['/method/', '/methods/']),
    );
    expect(listRedirects(context.archive, context.at)).toContainEqual({
      name: 'How we work',
      from: '/methods/',
      to: '/method/',
    });
  });

  test('is in the sitemap and in search only under its current address', () => {
    const addresses = listSitemapPages(context.archive).map(({ address }) => address);
    expect(addresses).toContain('/method/');
    expect(addresses).not.toContain('/methods/');
    expect(listSearchRecords(context)).toContainEqual(
      expect.objectContaining({ kind: 'pages', url: '/method/', title: 'How we work' }),
    );
  });
});

describe('what site.md adds', () => {
  const context = createViewContext(
    {},
    {
      'site.md': site(
        `licence: CC BY-SA 4.0
head: [{ rel: me, href: "https://social.example/@quay" }, { name: verification, content: abc }]
analytics: { script: "https://stats.example/count.js", attributes: { data-domain: quay.example }, connect: ["https://in.stats.example"] }
`,
      ),
    },
  );
  const outside = listOutsideHosts(context.archive.site.analytics);

  test('is in the head of every page, with the script last', () => {
    expect(viewHead(context)).toEqual([
      { element: 'link', attributes: { rel: 'me', href: 'https://social.example/@quay' } },
      { element: 'meta', attributes: { name: 'verification', content: 'abc' } },
      {
        element: 'script',
        attributes: {
          defer: true,
          src: 'https://stats.example/count.js',
          'data-domain': 'quay.example',
        },
      },
    ]);
  });

  test('allows the script and its hosts in every policy, but not in cards', () => {
    const script = "script-src 'self' https://stats.example/count.js;";
    const connect = "connect-src 'self' https://stats.example https://in.stats.example;";
    const settings = { folder: '/srv/site', base: '/', port: 8080, outside };
    const headersFile = renderHeadersFile(
      ['index.html', 'events/quay/index.html'],
      context.at,
      outside,
    );
    for (const text of [
      getHeaders('events/quay/index.html', outside)['Content-Security-Policy'],
      headersFile,
      renderNginx(settings),
      renderCaddyfile(settings),
    ]) {
      expect(text).toContain(script);
      expect(text).toContain(connect);
    }
    expect(
      getHeaders('embed/timeline/index.html', outside)['Content-Security-Policy'],
    ).not.toContain('stats.example');
    expect(getHeaders('index.html')['Content-Security-Policy']).not.toContain('stats.example');
  });

  test('names the licence where the data are described', () => {
    expect(viewData(context).licence).toMatchObject({ name: 'CC BY-SA 4.0', url: null });
    expect(viewData(createViewContext({})).licence.name).toBe('CC BY 4.0');
  });
});
