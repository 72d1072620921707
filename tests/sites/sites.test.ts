import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readlinkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, createFolder, readSite, root, runCommand } from './buildInto.ts';
import { copyHarbour } from './faults.ts';
import { buildOnce, copySite, harbours } from './sharedSites.ts';
import { checkAtom, checkJsonFeed } from '../unit/outputs/checkFeeds.ts';
import { readXml } from '../unit/outputs/readXml.ts';
import { countInnerLinks, findDeadAddresses, findDeadLinks } from './walkLinks.ts';

const harbour = join(root, 'tests/sites/harbour/content');

const pages = [
  '2024/05/10/index.html',
  '2024/05/11/index.html',
  '2024/05/14/index.html',
  '2024/05/index.html',
  '2024/index.html',
  '404.html',
  'about/index.html',
  'actors/ana-brandt/index.html',
  'actors/city-hall/index.html',
  'actors/harbour-police/index.html',
  'actors/index.html',
  'articles/index.html',
  'articles/ledger/index.html',
  'articles/post/index.html',
  'changes/index.html',
  'corrections/index.html',
  'data/index.html',
  'embed/actors/ana-brandt/index.html',
  'embed/actors/city-hall/index.html',
  'embed/actors/harbour-police/index.html',
  'embed/days/2024-05-10/index.html',
  'embed/days/2024-05-11/index.html',
  'embed/days/2024-05-14/index.html',
  'embed/events/mayor-speaks/index.html',
  'embed/events/quay-closed/index.html',
  'embed/events/quay-reopens/index.html',
  'embed/timeline/index.html',
  'events/mayor-speaks/index.html',
  'events/quay-closed/index.html',
  'events/quay-reopens/index.html',
  'index.html',
  'keys/index.html',
  'places/index.html',
  'places/port/index.html',
  'search/index.html',
  'sources/city-ledger/index.html',
  'sources/harbour-post/index.html',
  'sources/index.html',
];

/** The tables that a spreadsheet reads. */
const tables = [
  'accounts',
  'actors',
  'articles',
  'claims',
  'event_actors',
  'events',
  'places',
  'sources',
];

/** The pictures of home and of each event, actor, article, place, source and day, and the citations of events and articles. */
function listMade(): string[] {
  const made = pages.flatMap((page) => {
    const [, folder = '', id = ''] =
      /^(events|actors|articles|places|sources)\/([\w-]+)\/index\.html$/.exec(page) ?? [];
    const day = /^(\d{4})\/(\d\d)\/(\d\d)\/index\.html$/.exec(page)?.slice(1).join('-');
    if (day !== undefined) return [`og/days/${day}.png`];
    if (id === '') return [];
    const citations = ['bib', 'ris', 'csl.json'].map((ending) => `${folder}/${id}.${ending}`);
    const isCited = folder === 'events' || folder === 'articles';
    return [`og/${folder}/${id}.png`, ...(isCited ? citations : [])];
  });
  return ['og/home/home.png', ...made];
}

describe.each(harbours)('the harbour site under $base', ({ base, settings }) => {
  let site: Map<string, string>;

  beforeAll(async () => {
    site = readSite(await buildOnce(settings));
  });

  test('has its pages, its data, its feeds, icons, scripts and a search index', () => {
    const scripts = /^(?:_astro\/[\w.-]+\.js$|pagefind\/)/;
    const files = [...site.keys()].filter((path) => !scripts.test(path));
    expect(files).toEqual(
      [
        ...pages,
        '_headers',
        'articles/ledger.json',
        'articles/post.json',
        ...['actors', 'articles', 'claims', 'events'].flatMap((name) => [
          `data/${name}.json`,
          `data/${name}.schema.json`,
        ]),
        ...tables.map((name) => `data/${name}.csv`),
        'data/archive.sqlite',
        'data/datapackage.json',
        'data/timelinejs.json',
        'oembed/timeline.json',
        ...['10', '11', '14'].map((day) => `oembed/days/2024-05-${day}.json`),
        ...['mayor-speaks', 'quay-closed', 'quay-reopens'].flatMap((id) => [
          `events/${id}.json`,
          `oembed/events/${id}.json`,
        ]),
        ...['ana-brandt', 'city-hall', 'harbour-police'].flatMap((id) => [
          `actors/${id}/feed.json`,
          `actors/${id}/feed.xml`,
          `calendar/actors/${id}.ics`,
          `oembed/actors/${id}.json`,
        ]),
        'apple-touch-icon.png',
        'calendar.ics',
        'favicon.ico',
        'favicon.svg',
        'feed.json',
        'feed.xml',
        'icon-192.png',
        'icon-512.png',
        'robots.txt',
        'site.webmanifest',
        'sitemap.xml',
        ...listMade(),
      ].sort(),
    );
  });

  test('has no broken links', () => {
    expect(countInnerLinks(site, base)).toBeGreaterThan(100);
    expect(findDeadLinks(site, base)).toEqual([]);
  });

  test('has no broken addresses in its feeds, calendar, sitemap or data', () => {
    const { found, dead } = findDeadAddresses(site, 'https://harbour.example', base);
    expect(found).toBeGreaterThan(100);
    expect(dead).toEqual([]);
    const { start_url, scope, icons } = JSON.parse(site.get('site.webmanifest') ?? '') as {
      start_url: string;
      scope: string;
      icons: { src: string }[];
    };
    expect([start_url, scope]).toEqual([base, base]);
    for (const { src } of icons) expect(site.has(src.slice(base.length)), src).toBe(true);
  });

  test('has feeds, a calendar and a sitemap that their readers read', () => {
    for (const [path, text] of site) {
      if (path.endsWith('feed.xml')) expect(checkAtom(text), path).toEqual([]);
      if (path.endsWith('feed.json')) expect(checkJsonFeed(text), path).toEqual([]);
    }
    const calendar = new ICAL.Component(ICAL.parse(site.get('calendar.ics') ?? '') as unknown[]);
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.map(({ uid, startDate }) => [uid, startDate.toString()])).toEqual([
      ['tag:harbour.example,2024:/events/quay-closed', '2024-05-10'],
      ['tag:harbour.example,2024:/events/mayor-speaks', '2024-05-10'],
      ['tag:harbour.example,2024:/events/quay-reopens', '2024-05-14'],
    ]);
    const listed = readXml(site.get('sitemap.xml') ?? '').children.map(
      ({ children }) => children[0]?.text,
    );
    expect(listed).toEqual(
      pages
        .filter((page) => page !== '404.html' && !page.startsWith('embed/'))
        .map((page) => `https://harbour.example${base}${page.replace(/index\.html$/, '')}`)
        .sort(),
    );
    expect(site.get('robots.txt')).toContain(`Sitemap: https://harbour.example${base}sitemap.xml`);
  });

  test('leads feed readers from each page to the feeds, from an actor’s to its own first', () => {
    const listFeeds = (path: string) =>
      selectAll('head > link[rel=alternate]', fromHtml(site.get(path) ?? '')).map(
        ({ properties }) => [properties.type, properties.href],
      );
    const ofSite = [
      ['application/atom+xml', `${base}feed.xml`],
      ['application/feed+json', `${base}feed.json`],
      ['text/calendar', `${base}calendar.ics`],
    ];
    const oembed = `https://harbour.example${base}oembed`;
    expect(listFeeds('index.html')).toEqual([
      ...ofSite,
      ['application/json+oembed', `${oembed}/timeline.json`],
    ]);
    expect(listFeeds('2024/05/10/index.html').at(-1)).toEqual([
      'application/json+oembed',
      `${oembed}/days/2024-05-10.json`,
    ]);
    expect(listFeeds('actors/ana-brandt/index.html')).toEqual([
      ['application/atom+xml', `${base}actors/ana-brandt/feed.xml`],
      ['application/feed+json', `${base}actors/ana-brandt/feed.json`],
      ...ofSite,
      ['application/json+oembed', `${oembed}/actors/ana-brandt.json`],
    ]);
  });

  test('offers the calendar of the site on each page, and that of an actor on its own, to be kept or subscribed to', () => {
    const listHrefs = (path: string, place: string) =>
      selectAll(`${place} a[href$=".ics"]`, fromHtml(site.get(path) ?? '')).map(
        ({ properties }) => properties.href,
      );
    for (const path of ['index.html', 'about/index.html', 'actors/ana-brandt/index.html'])
      expect(listHrefs(path, 'footer'), path).toEqual([
        `${base}calendar.ics`,
        `webcal://harbour.example${base}calendar.ics`,
      ]);
    const own = `${base}calendar/actors/ana-brandt.ics`;
    expect(listHrefs('actors/ana-brandt/index.html', 'main')).toEqual([
      own,
      `webcal://harbour.example${own}`,
    ]);
  });

  test('has one h1, a main, a canonical address and a title of its own on every page', () => {
    const titles = new Set<string>();
    for (const [path, html] of site) {
      if (!path.endsWith('.html')) continue;
      const tree = fromHtml(html);
      expect(selectAll('h1', tree), path).toHaveLength(1);
      expect(selectAll('main', tree), path).toHaveLength(1);
      const canonical = String(select('link[rel=canonical]', tree)?.properties.href);
      expect(canonical.startsWith(`https://harbour.example${base}`), path).toBe(true);
      const title = select('title', tree)?.children[0];
      titles.add(title?.type === 'text' ? title.value : '');
    }
    expect(titles.size).toBe(pages.length);
  });

  test('skips no heading level on any page', () => {
    for (const [path, html] of site) {
      const levels = selectAll(
        'h1, h2, h3, h4, h5, h6',
        fromHtml(path.endsWith('.html') ? html : ''),
      ).map(({ tagName }) => Number(tagName[1]));
      levels.forEach((level, index) => {
        expect(
          level - (levels[index - 1] ?? 0),
          `${path}: ${levels.join(' ')}`,
        ).toBeLessThanOrEqual(1);
      });
    }
  });

  test('keeps to a strict policy: no inline style or handler, no inline script but a card’s own, nothing from another host', () => {
    for (const [path, html] of site) {
      if (!path.endsWith('.html')) continue;
      const tree = fromHtml(html);
      const policy = String(
        select('meta[http-equiv="content-security-policy"]', tree)?.properties.content,
      );
      expect(policy, path).toContain("default-src 'none'");
      // The search index alone is read by WebAssembly.
      const isSearch = path === 'search/index.html';
      expect(policy.replace(isSearch ? "'wasm-unsafe-eval'" : '-', ''), path).not.toContain(
        'unsafe',
      );
      // In a frame without an origin no file may be fetched: a card holds its script, and the policy names it.
      const inline = selectAll('script[type=module]:not([src])', tree).map((script) =>
        toText(script, { whitespace: 'pre' }),
      );
      expect(inline, path).toHaveLength(path.startsWith('embed/') ? 1 : 0);
      for (const script of inline)
        expect(policy, path).toContain(
          `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
        );
      expect(
        selectAll(
          '[style], head > link[rel=stylesheet], script:not([type=module][src^="/"], [type=module]:not([src]), [type="application/ld+json"]), iframe, img[src^="http"]',
          tree,
        ),
        path,
      ).toEqual([]);
      expect(html, path).not.toMatch(/\son[a-z]+=/);
    }
  });

  test.each(['events', 'actors', 'claims'])('has %s.json as its schema says', (name) => {
    const validate = new Ajv2020({ strict: true }).compile(
      JSON.parse(site.get(`data/${name}.schema.json`) ?? '') as object,
    );
    const data = JSON.parse(site.get(`data/${name}.json`) ?? '') as Record<
      string,
      Record<string, unknown>[]
    >;
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
    // The schema is no rubber stamp: a key too many and a key too few are both refused.
    expect(validate({ [name]: [{ ...data[name]?.[0], extra: 1 }] })).toBe(false);
    expect(validate({ [name]: [{ ...data[name]?.[0], url: undefined }] })).toBe(false);
  });

  test('has each page’s address in its data', () => {
    const { events } = JSON.parse(site.get('data/events.json') ?? '') as {
      events: { id: string; url: string }[];
    };
    const { actors } = JSON.parse(site.get('data/actors.json') ?? '') as {
      actors: { id: string; url: string }[];
    };
    expect(events.map(({ url }) => url)).toEqual(
      ['quay-closed', 'mayor-speaks', 'quay-reopens'].map((id) => `${base}events/${id}/`),
    );
    expect(actors.map(({ url }) => url)).toEqual(
      ['ana-brandt', 'city-hall', 'harbour-police'].map((id) => `${base}actors/${id}/`),
    );
  });

  test('gives no time element a date more exact than is known', () => {
    const times = [...site.values()].flatMap((html) =>
      selectAll('time', fromHtml(html)).map(({ properties }) => String(properties.dateTime)),
    );
    expect(new Set(times)).toEqual(
      new Set(['2024-05-10', '2024-05-11', '2024-05-12', '2024-05-14', '2024-06-01', '2024-06-02']),
    );
    expect(site.get('events/mayor-speaks/index.html')).toContain('night of 10–11 May 2024');
  });
});

test('the site of Dateline’s own content has no problem that stops it and no link that leads to nothing', async () => {
  const site = readSite(await buildOnce({ CONTENT: join(root, 'content') }));
  expect(site.size).toBeGreaterThan(40);
  expect(findDeadLinks(site, '/')).toEqual([]);
});

test('a broken digest prints its problems, fails the build and leaves the site as it was', async () => {
  const { content, out } = await copyHarbour();
  const [before, link] = [readSite(out), readlinkSync(out)];
  const digest = join(content, 'articles/ledger.md');
  writeFileSync(
    digest,
    readFileSync(digest, 'utf8')
      .replace('date: 2024-05-14', 'date: 14/5/2024')
      .replace('place: Porto Velho', 'place: Porto Novo'),
  );
  const { status, stderr } = build({ CONTENT: content, OUT: out });
  expect(status).not.toBe(0);
  const lines = stderr.trimEnd().split('\n');
  expect(lines[0]).toMatch(/ledger\.md:15:8 {2}place-unknown {2}No place is called "Porto Novo"\./);
  expect(lines[1]).toMatch(
    /ledger\.md:38:7 {2}event-date {2}Unexpected date "14\/5\/2024", expected a date such as /,
  );
  expect(lines.at(-1)).toBe('2 errors in 1 file.');
  expect(readSite(out)).toEqual(before);
  expect(readlinkSync(out)).toBe(link);
  expect(runCommand('check', { CONTENT: content }).status).toBe(1);
});

test('a digest that goes takes its pages with it, and one that comes back brings the same bytes', async () => {
  const { content, out } = await copyHarbour();
  const whole = readSite(out);
  rmSync(join(content, 'articles/ledger.md'));
  expect(build({ CONTENT: content, OUT: out }).status).toBe(0);
  const less = readSite(out);
  expect(less.has('articles/ledger/index.html')).toBe(false);
  expect(less.has('events/quay-reopens/index.html')).toBe(false);
  expect(less.get('events/quay-closed/index.html')).toContain('One article from one outlet.');
  cpSync(join(harbour, 'articles/ledger.md'), join(content, 'articles/ledger.md'));
  expect(build({ CONTENT: content, OUT: out }).status).toBe(0);
  expect(readSite(out)).toEqual(whole);
});

test('what was renamed leads on, what was taken back says so, and an emptied day is still answered', () => {
  const folder = createFolder();
  const [content, out] = [join(folder, 'content'), join(folder, 'dist')];
  const env = { CONTENT: content, OUT: out, SITE: 'https://harbour.example', BASE: '/x/' };
  cpSync(harbour, content, { recursive: true });
  expect(runCommand('publish', env).status).toBe(0);
  const published = readFileSync(join(content, 'permalinks.txt'), 'utf8').trim().split('\n');
  expect(published).toContain('/events/quay-reopens/');
  expect(published).toEqual([...published].sort());
  // A digest goes, and with it an event, the day it was on, and its source's name.
  rmSync(join(content, 'articles/ledger.md'));
  const { status, stderr } = build(env);
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /permalinks\.txt:\d+:1 {2}permalink-lost {2}The published address "\/articles\/ledger\/"/,
  );
  expect(stderr).toMatch(/permalink-lost {2}The published address "\/events\/quay-reopens\/"/);
  mkdirSync(join(content, 'events'), { recursive: true });
  writeFileSync(
    join(content, 'events/quay-reopens.md'),
    '---\ntitle: The quay reopens\ndate: 2024-05-14\nretracted: { date: 2024-07-02, reason: It never did. }\n---\n',
  );
  const post = join(content, 'articles/post.md');
  writeFileSync(post, readFileSync(post, 'utf8').replace('source:', 'formerly: ledger\nsource:'));
  expect(build(env).stderr).toBe('');
  const site = readSite(out);
  const tree = fromHtml(site.get('articles/ledger/index.html') ?? '');
  expect(select('meta[http-equiv=refresh]', tree)?.properties.content).toBe(
    '0; url=/x/articles/post/',
  );
  expect(select('link[rel=canonical]', tree)?.properties.href).toBe(
    'https://harbour.example/x/articles/post/',
  );
  expect(toText(select('main', tree)!)).toContain('Quay closed after dark');
  expect(site.get('_redirects')).toBe('/x/articles/ledger/ /x/articles/post/ 301\n');
  const gone = toText(select('main', fromHtml(site.get('events/quay-reopens/index.html') ?? ''))!);
  expect(gone).toContain('The quay reopens');
  expect(gone).toContain('Retracted on 2 July 2024: It never did.');
  expect(toText(select('main', fromHtml(site.get('2024/05/14/index.html') ?? ''))!)).toContain(
    'No events are now dated to this period.',
  );
  expect(toText(select('main', fromHtml(site.get('corrections/index.html') ?? ''))!)).toContain(
    'It never did.',
  );
  for (const address of published.filter((line) => !line.startsWith('#')))
    expect(site.has(`${address.slice(1)}index.html`), address).toBe(true);
  expect(findDeadLinks(site, '/x/')).toEqual([]);
});

test('every address of Dateline’s own site is listed, and a machine that deploys refuses one that is not', async () => {
  const folder = createFolder();
  const out = copySite(await buildOnce({ CONTENT: join(root, 'content') }), folder);
  const listed = build({ CI: 'true', OUT: out });
  expect(listed.stderr).toBe('');
  expect(listed.status).toBe(0);
  const content = join(folder, 'content');
  cpSync(harbour, content, { recursive: true });
  const { status, stderr } = build({ CI: 'true', CONTENT: content, OUT: join(folder, 'other') });
  expect(status).toBe(1);
  expect(stderr).toContain(
    'permalink-new  The new address "/events/quay-closed/" is not in permalinks.txt yet',
  );
});
