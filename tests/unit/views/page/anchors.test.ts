import { describe, expect, test } from 'vitest';
import { viewArticle } from '../../../../src/views/article/articleView.ts';
import { viewAccounts, viewEventPage } from '../../../../src/views/event/accountsView.ts';
import { createViewContext } from '../../createArchive.ts';

/** How many articles tell of the fire, and what each file is called and was called before. */
interface Names {
  readonly count: number;
  readonly article?: string;
  readonly actor?: string;
  readonly source?: string;
  readonly event?: string;
  readonly formerly?: Readonly<Partial<Record<'article' | 'actor' | 'source' | 'event', string>>>;
}

/** Returns every anchor on the pages of the fire and of one article that tells of it, by page. */
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
  ])('keeps every published anchor where %s', (_what, names) => {
    const now = listAnchors({ count, ...names });
    for (const page of ['event', 'accounts', 'article'] as const)
      expect(
        published[page].filter((anchor) => !now[page].includes(anchor)),
        page,
      ).toEqual([]);
  });

  test('has no other anchors where nothing was renamed', () => {
    expect(new Set(published.article).size).toBe(published.article.length);
    expect(published.article).toHaveLength(3);
  });
});
