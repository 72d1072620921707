import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import Parser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { renderAtom, renderJsonFeed } from '../../../src/outputs/feeds.ts';
import { createContext } from '../../../src/views/page/createContext.ts';
import { viewAgenda } from '../../../src/views/data/agendaView.ts';
import { createFeeds, type FeedView } from '../../../src/views/data/feedView.ts';
import { createDigest, createViewContext } from '../createViewContext.ts';
import { checkAtom, checkJsonFeed } from './checkFeeds.ts';
import { childrenOf, readXml, textOf } from './readXml.ts';

const day = 'id: a\ndate: 2024-05-10';
const site = 'https://quay.example';
const tag = 'tag:harbour.example,2024:';

function createFeedsOf(
  digests: Record<string, string>,
  others: Record<string, string> = {},
  base = '/',
) {
  const { archive } = createViewContext(digests, others);
  return { archive, feeds: createFeeds(createContext(archive, base, site)) };
}

const readSite = (digests: Record<string, string>, others: Record<string, string> = {}) =>
  createFeedsOf(digests, others).feeds.ofSite();

const titles = ({ entries }: FeedView) => entries.map(({ title }) => title);

describe('a feed', () => {
  const digests = {
    a: `${createDigest([`${day}~\nactors: ana-brandt\nplace: port\nwhen: late last week\ncertainty: purported`])}\n> “Closed & *shut*.”\n> — Ana Brandt, on the quay\n\n\`\`\`claim\non: Who\nanswer: three\nsays: There were <three> of them.\n\`\`\`\n`,
    b: createDigest([day], 'city-ledger').replace(
      'It happened.',
      'A [sign](https://sign.example/?a=1&b=2) hung there.',
    ),
  };
  const feed = readSite(digests, {
    'events/a.md':
      '---\ncorrections: [{ date: 2024-07-09, reason: "The day was wrong <by one> & more." }]\nunknown: Who shut it.\n---\n',
  });

  test('is valid Atom (RFC 4287) and JSON Feed 1.1', () => {
    expect(checkAtom(renderAtom(feed))).toEqual([]);
    expect(checkJsonFeed(renderJsonFeed(feed))).toEqual([]);
  });

  test('fails the same checks if it is damaged', () => {
    const xml = renderAtom(feed);
    expect(
      checkAtom(xml.replaceAll(/<updated>.*<\/updated>/g, '<updated>soon</updated>')),
    ).toContain('3.3: updated is no date');
    expect(checkAtom(xml.replace('rel="self"', 'rel="other"'))).toContain(
      '4.1.1: no link to itself',
    );
    expect(() => checkAtom(xml.replace('</feed>', ''))).toThrow();
    expect(checkJsonFeed(renderJsonFeed(feed).replace('"url"', '"uri"'))).not.toEqual([]);
  });

  test('is read by a feed reader: title with its doubt, permalink, days of the content', async () => {
    const { title, link, feedUrl, items } = await new Parser().parseString(renderAtom(feed));
    expect({ title, link, feedUrl }).toEqual({
      title: 'The quay',
      link: `${site}/`,
      feedUrl: `${site}/feed.xml`,
    });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      id: `${tag}/events/a`,
      link: `${site}/events/a/`,
      title: 'a',
      pubDate: '2024-07-01T12:00:00.000Z',
    });
  });

  test('has complete entries: the date with its doubt, each account by its source, unknowns and corrections', () => {
    const text = toText(fromHtml(feed.entries[0]?.html ?? '', { fragment: true }));
    expect(text).toMatchInlineSnapshot(`
      "10 May 2024. Reported: passed on by the outlet, not witnessed by it. Reported by City Ledger; unverified in The Harbour Post. From City Ledger; consistent with every source.

      Where: Porto Velho

      Involved: Ana Brandt

      The Harbour Post: A digest, 30 June 2024

      a. When: about 10 May 2024; the article says “late last week”. Unverified: rests on a recording or document no one has authenticated.

      It happened.

      “Closed & shut.”

      — Ana Brandt, on the quay

      Who: The Harbour Post: There were <three> of them.

      City Ledger: A digest, 30 June 2024

      a. When: 10 May 2024. Reported: passed on by the outlet, not witnessed by it.

      A sign hung there.

      What sources say, point by point
      Who
      The Harbour Post: Three. There were <three> of them.
      What we don’t know
      Who shut it.
      Corrections
      9 July 2024: The day was wrong <by one> & more.

      Two articles from two outlets. First reported on 30 June 2024. Added 1 July 2024."
    `);
    expect(feed.entries[0]?.summary).toBe('10 May 2024. City Ledger: A sign hung there.');
  });

  test('has only absolute addresses in entries', () => {
    const { feeds } = createFeedsOf(digests, {}, '/x/');
    const tree = fromHtml(feeds.ofSite().entries[0]?.html ?? '', { fragment: true });
    const links = selectAll('[href]', tree).map(({ properties }) => String(properties.href));
    expect(links).toContain('https://sign.example/?a=1&b=2');
    expect(links).toContain(`${site}/x/actors/ana-brandt/`);
    expect(
      links.filter((link) => !/^https:\/\/(?:quay\.example\/x|sign\.example)\//.test(link)),
    ).toEqual([]);
    expect(feeds.ofSite()).toMatchObject({ page: `${site}/x/`, atom: `${site}/x/feed.xml` });
  });

  test('has the same content in Atom and JSON', () => {
    const atom = childrenOf(readXml(renderAtom(feed)), 'entry').map((entry) => ({
      id: textOf(entry, 'id'),
      title: textOf(entry, 'title'),
      html: textOf(entry, 'content'),
      published: textOf(entry, 'published'),
      updated: textOf(entry, 'updated'),
    }));
    const { items } = JSON.parse(renderJsonFeed(feed)) as {
      items: Record<string, string>[];
    };
    expect(
      items.map(({ id, title, content_html, date_published, date_modified }) => ({
        id,
        title,
        html: content_html,
        published: date_published,
        updated: date_modified,
      })),
    ).toEqual(atom);
  });
});

test('a feed accepts any pasted text', () => {
  const hostile = `a ]]> b ]]> <script>&amp; & "q" 'x' \u0000\u0008\u001b \ud800 \uffff\r\nnext\tline 😀 نص`;
  const view: FeedView = {
    ...readSite({ a: createDigest([day]) }),
    title: hostile,
    about: hostile,
    author: hostile,
  };
  const [entry] = view.entries;
  const feed = {
    ...view,
    entries: [
      {
        ...entry!,
        title: hostile,
        summary: hostile,
        html: `<p>${hostile}</p>`,
        actors: [{ id: 'x', name: hostile, url: `${site}/actors/x/` }],
      },
    ],
  };
  expect(checkAtom(renderAtom(feed))).toEqual([]);
  expect(checkJsonFeed(renderJsonFeed(feed))).toEqual([]);
  const [read] = childrenOf(readXml(renderAtom(feed)), 'entry');
  const shown = hostile
    .replace('\u0000\u0008\u001b \ud800 \uffff', '��� � �')
    .replace('\r\n', '\n');
  expect(textOf(read!, 'title')).toBe(shown);
  expect(textOf(read!, 'content')).toBe(`<p>${shown}</p>`);
});

describe('the feed of the site', () => {
  test('has the last added or corrected event first, and those of one day in reverse timeline order', () => {
    const feed = readSite(
      {
        a: createDigest([day, 'id: b\ndate: 2024-05-11', 'id: c\ndate: 2024-05-09']),
        d: createDigest(['id: d\ndate: 2020']).replace('added: 2024-07-01', 'added: 2024-07-03'),
      },
      { 'events/c.md': '---\ncorrections: [{ date: 2024-07-05, reason: The day. }]\n---\n' },
    );
    expect(titles(feed)).toEqual(['c', 'd', 'b', 'a']);
    expect(feed.updated).toBe('2024-07-05T12:00:00Z');
    expect(feed.entries.map(({ published, updated }) => [published, updated])).toEqual([
      ['2024-07-01T12:00:00Z', '2024-07-05T12:00:00Z'],
      ['2024-07-03T12:00:00Z', '2024-07-03T12:00:00Z'],
      ['2024-07-01T12:00:00Z', '2024-07-01T12:00:00Z'],
      ['2024-07-01T12:00:00Z', '2024-07-01T12:00:00Z'],
    ]);
  });

  test('gives each change of a day its own moment, which is on that day in every zone', () => {
    const added = (source: string) =>
      createDigest(['id: a\ndate: 2024-05-10'], source).replace('2024-07-01', '2024-07-05');
    const corrected = '---\ncorrections: [{ date: 2024-07-05, reason: The day. }]\n---\n';
    const other = createDigest(['id: b\ndate: 2024-05-11']).replace('2024-07-01', '2024-07-05');
    const steps = [
      readSite({ a: added('harbour-post') }),
      readSite({ a: added('harbour-post'), c: added('city-ledger') }),
      readSite({ a: added('harbour-post'), c: added('city-ledger') }, { 'events/a.md': corrected }),
    ];
    const entryStamps = steps.map(({ entries }) => entries[0]?.updated);
    expect(new Set(entryStamps).size).toBe(steps.length);
    // Another event added on that day changes the feed.
    const joined = readSite({ a: added('harbour-post'), b: other });
    const stamps = [...steps, joined].flatMap(({ updated, entries }) => [
      updated,
      ...entries.map((entry) => entry.updated),
    ]);
    expect(joined.updated).not.toBe(steps[0]?.updated);
    for (const zone of ['Etc/GMT+12', 'Pacific/Pago_Pago', 'America/Anchorage', 'Europe/London'])
      for (const stamp of stamps)
        expect(new Date(stamp).toLocaleDateString('en-CA', { timeZone: zone }), zone).toBe(
          '2024-07-05',
        );
  });

  test('updates an event with a new account, and keeps its first publication', () => {
    const again = createDigest([day], 'city-ledger').replace(
      'added: 2024-07-01',
      'added: 2024-08-01',
    );
    const [entry] = readSite({ a: createDigest([day]), b: again }).entries;
    expect([entry?.published, entry?.updated]).toEqual([
      '2024-07-01T12:00:00Z',
      '2024-08-01T12:00:00Z',
    ]);
  });

  test('has at most fifty pages, the same for any order of files', () => {
    const events = Array.from({ length: 80 }, (_, index) => `id: e-${index}\ndate: 2024-05-10`);
    const one = { a: createDigest(events.slice(0, 40)), b: createDigest(events.slice(40)) };
    const other = { b: one.b, a: one.a };
    expect(readSite(one).entries).toHaveLength(50);
    expect(renderAtom(readSite(one))).toBe(renderAtom(readSite(other)));
  });

  test.each([
    ['articles/a.md', 'Corrected: A digest', `${site}/articles/a/`],
    ['actors/ana-brandt.md', 'Corrected: Ana Brandt', `${site}/actors/ana-brandt/`],
    ['sources/harbour-post.md', 'Corrected: The Harbour Post', `${site}/sources/harbour-post/`],
    ['places/port.md', 'Corrected: Porto Velho', `${site}/places/port/`],
  ])('has a correction of %s, with its day and reason', (path, title, url) => {
    const texts: Record<string, string> = {
      'articles/a.md': createDigest([day]),
      'actors/ana-brandt.md': '---\nname: Ana Brandt\nkind: person\n---\n',
      'sources/harbour-post.md': '---\nname: The Harbour Post\n---\n',
      'places/port.md': '---\nname: Porto Velho\n---\n',
    };
    const others = {
      ...texts,
      [path]: (texts[path] ?? '').replace(
        /\n---\n/,
        '\ncorrections:\n  - { date: 2024-09-01, reason: The <name> was wrong. }\n  - { date: 2024-08-01, reason: The first. }\n---\n',
      ),
    };
    const [entry] = readSite({}, others).entries;
    expect(entry).toMatchObject({
      id: `${tag}/${path.replace('.md', '')}`,
      url,
      title,
      published: '2024-08-01T12:00:00Z',
      updated: '2024-09-01T12:00:00Z',
      summary: '1 September 2024: The <name> was wrong. 1 August 2024: The first.',
    });
    const text = toText(fromHtml(entry?.html ?? '', { fragment: true }));
    expect(text).toContain('1 September 2024: The <name> was wrong.');
    expect(text).toContain(url);
  });

  test('has a retracted event, with the reason', () => {
    const feed = readSite(
      { a: createDigest([day]) },
      {
        'events/a.md': '---\nretracted: { date: 2024-09-02, reason: It was another quay. }\n---\n',
        'events/gone.md':
          '---\ntitle: The flood\nretracted: { date: 2024-09-03, reason: It never came. }\n---\n',
      },
    );
    expect(titles(feed)).toEqual(['Retracted: The flood', 'Retracted: a']);
    const [gone, kept] = feed.entries.map(({ html }) => toText(fromHtml(html, { fragment: true })));
    expect(gone).toContain('Retracted on 3 September 2024: It never came.');
    expect(kept).toContain('Retracted on 2 September 2024: It was another quay.');
    expect(kept).toContain('It happened.');
  });

  test('is valid without entries, and has the day of the archive', () => {
    const { archive, feeds } = createFeedsOf({});
    expect(archive.events).toEqual([]);
    const feed = feeds.ofSite();
    expect(checkAtom(renderAtom(feed))).toEqual([]);
    expect(checkJsonFeed(renderJsonFeed(feed))).toEqual([]);
    expect([feed.entries, feed.updated]).toEqual([[], '1970-01-01T12:00:00Z']);
  });
});

describe('the feed of an actor', () => {
  test('has the events that involve it, not those that merely name it, and its own corrections', () => {
    const { archive, feeds } = createFeedsOf(
      {
        a: createDigest([`${day}\nactors: ana-brandt`, 'id: b\ndate: 2024-05-11']).replace(
          /It happened\.\n$/,
          'Ana Brandt spoke.\n',
        ),
      },
      {
        'actors/ana-brandt.md':
          '---\nname: Ana Brandt\nkind: person\ncorrections: [{ date: 2024-08-01, reason: The name. }]\n---\n',
      },
    );
    const ana = archive.actorById.get('ana-brandt')!;
    expect(ana.mentionedIn).toEqual(['b']);
    const feed = feeds.ofActor(ana);
    expect(titles(feed)).toEqual(['Corrected: Ana Brandt', 'a']);
    expect(feed).toMatchObject({
      title: 'Ana Brandt – The quay',
      page: `${site}/actors/ana-brandt/`,
      atom: `${site}/actors/ana-brandt/feed.xml`,
      json: `${site}/actors/ana-brandt/feed.json`,
    });
    expect(checkAtom(renderAtom(feed))).toEqual([]);
    expect(checkJsonFeed(renderJsonFeed(feed))).toEqual([]);
  });

  test('is bounded, and renders an event in several feeds once', () => {
    const events = Array.from(
      { length: 30 },
      (_, index) => `id: e-${index}\ndate: 2024-05-10\nactors: ana-brandt, city-hall`,
    );
    const { archive, feeds } = createFeedsOf({ a: createDigest(events) });
    const [ana, hall] = ['ana-brandt', 'city-hall'].map((id) =>
      feeds.ofActor(archive.actorById.get(id)!),
    );
    expect(ana?.entries).toHaveLength(20);
    expect(ana?.entries[0]).toBe(hall?.entries[0]);
  });
});

test('keeps the first id of a renamed page', () => {
  const { archive, feeds } = createFeedsOf(
    { a: createDigest([`${day}\nactors: ana-brandt`]) },
    {
      'events/a.md': '---\nformerly: [z-first, b-second]\n---\n',
      'actors/ana-brandt.md':
        '---\nname: Ana Brandt\nkind: person\nformerly: brandt\ncorrections: [{ date: 2024-08-01, reason: The name. }]\n---\n',
    },
  );
  const feed = feeds.ofActor(archive.actorById.get('ana-brandt')!);
  expect(feed.id).toBe(`${tag}/actors/brandt/feed`);
  expect(feed.entries.map(({ id, url }) => [id, url])).toEqual([
    [`${tag}/actors/brandt`, `${site}/actors/ana-brandt/`],
    [`${tag}/events/z-first`, `${site}/events/a/`],
  ]);
});

test('keeps entry ids when the site moves, and without an authority when only its path does', () => {
  const { archive } = createViewContext({ a: createDigest([day]) });
  const listIds = (base: string, origin: string, authority: string | null) => {
    const moved = { ...archive, site: { ...archive.site, authority } };
    const context = createContext(moved, base, origin);
    const feed = createFeeds(context).ofSite();
    const uids = viewAgenda(context).entries.map(({ uid }) => uid);
    return [feed.id, ...feed.entries.map(({ id }) => id), ...uids];
  };
  const first = listIds('/', 'http://old.example', 'harbour.example,2024');
  expect(first).toEqual([`${tag}/feed`, `${tag}/events/a`, `${tag}/events/a`]);
  expect(listIds('/x/', 'https://new.example', 'harbour.example,2024')).toEqual(first);
  const unnamed = listIds('/', 'http://old.example', null);
  expect(unnamed[1]).toBe('tag:old.example,2024:/events/a');
  expect(listIds('/x/', 'https://old.example', null)).toEqual(unnamed);
});

test('gives two changes of one day two moments, both on that day from UTC-12 to UTC+11', () => {
  const added = createDigest([day]);
  const ruling = (corrections: string) => ({
    'events/a.md': `---\ncorrections: ${corrections}\n---\n`,
  });
  const stamps = [{}, ruling('[{ date: 2024-07-01, reason: The hour. }]')].map((others) => {
    const [entry] = readSite({ a: added }, others).entries;
    return [entry?.published, entry?.updated];
  });
  expect(stamps).toEqual([
    ['2024-07-01T12:00:00Z', '2024-07-01T12:00:00Z'],
    ['2024-07-01T12:00:00Z', '2024-07-01T12:01:00Z'],
  ]);
  for (const timeZone of ['Etc/GMT+12', 'America/Los_Angeles', 'Asia/Tokyo', 'Etc/GMT-11'])
    expect(new Date(stamps[1]![1]!).toLocaleDateString('en-CA', { timeZone })).toBe('2024-07-01');
});
