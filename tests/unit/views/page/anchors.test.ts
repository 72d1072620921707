import { describe, expect, test } from 'vitest';
import { viewArticle } from '../../../../src/views/article/articleView.ts';
import { viewAccounts, viewEventPage } from '../../../../src/views/event/accountsView.ts';
import { createViewContext } from '../../createViewContext.ts';
import { claimAnchor } from '../../../../src/views/page/anchors.ts';

/** The number of articles that tell the fire, and each file's current and former name. */
interface Names {
  readonly count: number;
  readonly article?: string;
  readonly actor?: string;
  readonly source?: string;
  readonly event?: string;
  readonly formerly?: Readonly<Partial<Record<'article' | 'actor' | 'source' | 'event', string>>>;
}

/** Returns every anchor on the pages of the fire and of one of its articles, by page. */
function listAnchors({
  count,
  article = 'first',
  actor = 'ann',
  source = 'gazette',
  event = 'fire',
  formerly = {},
}: Names): Record<'event' | 'accounts' | 'article', string[]> {
  const before = (kind: keyof typeof formerly) =>
    formerly[kind] === undefined ? '' : `formerly: ${formerly[kind]}\n`;
  const tell = (by: string, more = '') =>
    `---\ntitle: A digest\nsource: ${source}\npublished: 2024-06-30\nadded: 2024-07-01\n${more}---\n\n## The fire\n\n\`\`\`event\nid: ${event}\ndate: 2024-05-10\n\`\`\`\n\nIt burnt.\n\n> “Fire.”\n> — Ann Other, on the quay\n\n\`\`\`claim\nby: ${by}\non: Cause\nanswer: oil\nsays: It was oil.\n\`\`\`\n`;
  const others = Object.fromEntries(
    Array.from({ length: count - 1 }, (_, index) => [`other-${index}`, tell(source)]),
  );
  const context = createViewContext(
    { [article]: tell(actor, before('article')), ...others },
    {
      [`actors/${actor}.md`]: `---\nname: Ann Other\nkind: person\n${before('actor')}---\n`,
      [`sources/${source}.md`]: `---\nname: The Gazette\n${before('source')}---\n`,
      ...(formerly.event === undefined
        ? {}
        : { [`events/${event}.md`]: `---\n${before('event')}---\n` }),
    },
  );
  const { archive } = context;
  const page = viewEventPage(archive.eventById.get(event)!, context);
  const inHtml = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
  const ofAccounts = (accounts: typeof page.accounts) =>
    accounts.flatMap((one) => [one.anchor, ...one.formerAnchors, ...inHtml(one.html)]);
  const own = viewArticle(archive.articleById.get(article)!, context);
  return {
    event: [
      ...page.anchors,
      ...ofAccounts(page.accounts),
      ...page.tellers.flatMap(({ accounts }) =>
        accounts.flatMap(({ anchor, anchors }) => [anchor, ...anchors]),
      ),
      ...page.points.rows.flatMap(({ cells }) =>
        cells.flat().flatMap(({ id, former }) => [id, ...former]),
      ),
    ],
    accounts: ofAccounts(viewAccounts({ event: page.id, period: null }, context).accounts),
    article: own.accounts.flatMap((one) => [
      one.event.id,
      ...one.formerAnchors,
      ...inHtml(one.html),
    ]),
  };
}

describe.each([
  ['its accounts on its page', 2],
  ['its accounts elsewhere', 14],
])('an event with %s', (_, count) => {
  const published = listAnchors({ count });

  test.each<[string, Omit<Names, 'count'>]>([
    ['an article is renamed', { article: 'second', formerly: { article: 'first' } }],
    ['an article is renamed twice', { article: 'third', formerly: { article: '[first, second]' } }],
    ['an actor is renamed', { actor: 'anna', formerly: { actor: 'ann' } }],
    ['a source is renamed', { source: 'courier', formerly: { source: 'gazette' } }],
    ['the event is renamed', { event: 'blaze', formerly: { event: 'fire' } }],
    ['an actor takes in another one', { formerly: { actor: 'aaron' } }],
    [
      'all are renamed',
      {
        article: 'second',
        actor: 'anna',
        source: 'courier',
        event: 'blaze',
        formerly: { article: 'first', actor: 'ann', source: 'gazette', event: 'fire' },
      },
    ],
  ])('keeps every published anchor if %s', (_what, names) => {
    const now = listAnchors({ count, ...names });
    for (const page of ['event', 'accounts', 'article'] as const)
      expect(
        published[page].filter((anchor) => !now[page].includes(anchor)),
        page,
      ).toEqual([]);
  });

  test('has no other anchors if nothing was renamed', () => {
    expect(new Set(published.article).size).toBe(published.article.length);
    expect(published.article).toHaveLength(3);
  });
});

describe('the same words of one speaker, more than once in an article', () => {
  const sections = {
    lead: '```claim\nby: ann\nabout: fire\non: Cause\nsays: It was oil.\n```',
    fire: '## The fire\n\n```event\nid: fire\ndate: 2024-05-10\n```\n\nIt burnt.\n\n> “Fire.”\n> — Ann Other, on the quay\n\n```claim\nby: ann\non: Cause\nsays: It was oil.\n```\n\n```claim\nby: ann\non: What burnt\nsays: It was oil.\n```',
    flood:
      '## The flood\n\n```event\nid: flood\ndate: 2024-05-11\n```\n\nIt rose.\n\n> “Fire.”\n> — Ann Other, on the quay\n\n```claim\nby: ann\nabout: fire\non: Cause\nsays: It was oil.\n```',
  };
  type Section = keyof typeof sections;

  /** Returns the anchors of claims and quotations on the pages of the article and of the fire. */
  function list(order: readonly Section[], event = 'fire', more: Record<string, string> = {}) {
    const text = order.map((name) => sections[name].replaceAll(/(?<=: )fire$/gm, event));
    const head =
      '---\ntitle: A digest\nsource: gazette\npublished: 2024-06-30\nadded: 2024-07-01\n---';
    const context = createViewContext(
      { first: [head, ...text].join('\n\n') + '\n' },
      {
        'actors/ann.md': '---\nname: Ann Other\nkind: person\n---\n',
        'sources/gazette.md': '---\nname: The Gazette\n---\n',
        ...more,
      },
    );
    const { articleById, eventById } = context.archive;
    const inHtml = (html: string) => [...html.matchAll(/ id="([cq]-[^"]+)"/g)].map(([, id]) => id!);
    const article = viewArticle(articleById.get('first')!, context);
    return {
      article: [
        ...article.claims.flatMap(({ id, former }) => [id, ...former]),
        ...article.accounts.flatMap(({ html }) => inHtml(html)),
      ],
      event: viewEventPage(eventById.get(event)!, context).accounts.flatMap(({ html }) =>
        inHtml(html),
      ),
    };
  }

  const whole = list(['lead', 'fire', 'flood']);

  test('have their own addresses on every page', () => {
    expect(whole.article).toHaveLength(6);
    for (const page of [whole.article, whole.event]) expect(new Set(page).size).toBe(page.length);
  });

  test('keep their addresses in any order', () => {
    expect(list(['lead', 'flood', 'fire']).article.sort()).toEqual([...whole.article].sort());
  });

  test('keep their addresses if another repetition is removed or their event is renamed', () => {
    const { article } = list(['lead', 'fire']);
    expect(whole.article).toEqual(expect.arrayContaining(article));
    const renamed = list(['lead', 'fire', 'flood'], 'blaze', {
      'events/blaze.md': '---\nformerly: fire\n---\n',
    });
    expect(renamed.article).toEqual(expect.arrayContaining(whole.article));
  });
});

describe('a reworded claim', () => {
  /** Returns the claim's permalink, and every anchor on its event's page. */
  function read(lines: string) {
    const context = createViewContext(
      {
        first: `---\ntitle: A digest\nsource: gazette\npublished: 2024-06-30\nadded: 2024-07-01\n---\n\n## The fire\n\n\`\`\`event\nid: fire\ndate: 2024-05-10\n\`\`\`\n\nIt burnt.\n\n\`\`\`claim\non: Cause\n${lines}\n\`\`\`\n`,
      },
      { 'sources/gazette.md': '---\nname: The Gazette\n---\n' },
    );
    const event = context.archive.eventById.get('fire')!;
    const { html } = viewEventPage(event, context).accounts[0]!;
    return {
      permalink: claimAnchor(event.points[0]!.claims[0]!, context.archive),
      anchors: [...html.matchAll(/ id="(c-[^"]+)"/g)].map(([, id]) => id),
    };
  }
  const before = read('says: It was oil.');

  test('keeps its permalink through `formerly`, and its later anchors still work', () => {
    const between = read('says: It was burning oil.').permalink;
    const now = read(`says: Oil caught fire.\nformerly: ${before.permalink}, ${between}`);
    expect(now.permalink).toBe(before.permalink);
    expect(now.anchors).toEqual(expect.arrayContaining([before.permalink, between]));
  });

  test('gets a new permalink without `formerly`', () => {
    expect(read('says: Oil caught fire.').permalink).not.toBe(before.permalink);
  });

  test('is a problem if its `formerly` isn’t an anchor', () => {
    expect(() => read('says: Oil caught fire.\nformerly: oil')).toThrow('such as c-1a2b3c4d');
  });
});
