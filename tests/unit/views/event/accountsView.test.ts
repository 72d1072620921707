import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../../../src/views/page/addresses.ts';
import { viewIdPart } from '../../../../src/views/part/idPartView.ts';
import { listAccountParts } from '../../../../src/views/lists/accountParts.ts';
import {
  getAccountUrl,
  isShown,
  viewAccounts,
  viewEventPage,
} from '../../../../src/views/event/accountsView.ts';
import { claimAnchor, quotationAnchor } from '../../../../src/views/page/anchors.ts';
import { describeEvent } from '../../../../src/views/sharing/linkedData.ts';
import { listAddresses, listRedirects } from '../../../../src/views/data/permalinks.ts';
import { listSitemapPages } from '../../../../src/views/data/sitemapView.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

const sources = ['harbour-post', 'city-ledger'];

/** Returns a number of articles that tell one event, each published on its `day`, with a claim, a quotation and prose. */
function tell(
  count: number,
  {
    day = () => '2024-06-01',
    words = 10,
  }: { day?: (index: number) => string; words?: number } = {},
) {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `article-${String(index).padStart(2, '0')}`,
      createDigest(['id: fire\ndate: 2024-05-10'], sources[index % 2], day(index)).replace(
        'It happened.\n',
        `${'It burnt. '.repeat(words)}\n\n> “Number ${index}.”\n> — Ana Brandt, on the quay\n\n\`\`\`claim\non: How long\nanswer: ${index % 3} hours\nsays: It burnt ${index} times.\n\`\`\`\n`,
      ),
    ]),
  );
}

function view(digests: Record<string, string>, others: Record<string, string> = {}) {
  const context = createViewContext(digests, others);
  const event = context.archive.eventById.get('fire')!;
  return { context, event, page: viewEventPage(event, context) };
}

const at = createAddresses('/');

describe('viewEventPage(event, context)', () => {
  test('has up to twelve accounts on the page itself, and no separate page of accounts', () => {
    const { context, page } = view(tell(12));
    expect([page.accounts.length, page.elsewhere, page.tellers]).toEqual([12, null, []]);
    expect(listAccountParts(context.archive)).toEqual([]);
  });

  test('with thirteen accounts, has the points and sources, and links to the accounts', () => {
    const { page } = view(tell(13));
    expect(page.accounts).toEqual([]);
    expect(page.elsewhere).toEqual({ url: '/events/fire/accounts/', count: 13 });
    expect(page.points.rows.map(({ on, differ }) => [on, differ])).toEqual([
      ['How long', 'sources'],
    ]);
    expect(page.tellers.map(({ id, accounts }) => [id, accounts.length])).toEqual([
      ['harbour-post', 7],
      ['city-ledger', 6],
    ]);
    expect(page.tellers[0]?.accounts[0]).toMatchObject({
      anchor: 'article-00',
      title: 'fire',
      url: '/events/fire/accounts/#article-00',
      date: '10 May 2024',
    });
  });

  test('has every anchor of accounts, claims and quotations exactly once', () => {
    for (const count of [13, 45, 130, 200]) {
      const { context, event, page } = view(tell(count));
      const { archive } = context;
      const lines = page.tellers.flatMap(({ accounts }) => accounts);
      expect(isShown(page.points)).toBe(true);
      const inPoints = [
        ...page.points.rows.flatMap(({ cells }) => cells.flat().map(({ id }) => id)),
        ...page.points.answered.flatMap(({ answers }) =>
          answers.flatMap(({ claims }) => claims.map(({ id }) => id)),
        ),
      ];
      const anchors = [
        ...lines.flatMap(({ anchor, anchors: others }) => [anchor, ...others]),
        ...inPoints,
        ...page.anchors,
      ];
      const wanted = event.accounts.flatMap(({ article, claims, quotations }) => [
        article.id,
        ...claims.map((claim) => claimAnchor(claim, archive)),
        ...quotations.map((quotation) => quotationAnchor(quotation, archive)),
      ]);
      expect(anchors.toSorted(), String(count)).toEqual(wanted.toSorted());
    }
  });

  test('lists the answers of many claims, and counts the others of very many', () => {
    const some = view(tell(45)).page.points;
    expect([some.columns, some.rows]).toEqual([[], []]);
    expect(
      some.answered[0]?.answers.map(({ answer, claims, more }) => [answer, claims.length, more]),
    ).toEqual([
      ['0 hours', 15, 0],
      ['1 hours', 15, 0],
      ['2 hours', 15, 0],
    ]);
    const many = view(tell(130)).page.points;
    expect(many.answered[0]?.answers.map(({ claims, more }) => [claims.length, more])).toEqual([
      [8, 36],
      [8, 35],
      [8, 35],
    ]);
  });

  test('also moves fewer accounts if they are too long for one page, four only if they are even longer', () => {
    expect(view(tell(5, { words: 300 })).page.elsewhere).not.toBeNull();
    expect(view(tell(4, { words: 300 })).page.elsewhere).toBeNull();
    expect(view(tell(4, { words: 600 })).page.elsewhere).not.toBeNull();
  });

  test('lists many accounts in linked data only by their digests', () => {
    const { context, event } = view(tell(13));
    const [page, , ...others] = describeEvent(event, context)['@graph'];
    expect(page).toHaveProperty(['citation', 12], {
      '@id': 'http://localhost:4321/articles/article-12/#_original',
    });
    expect(others).toHaveLength(1);
  });
});

describe('viewAccounts(part, context)', () => {
  test('has all accounts in full if they fit on a page, each with its permalink', () => {
    const { context } = view(tell(13));
    expect(listAccountParts(context.archive)).toEqual([{ event: 'fire', period: null }]);
    const page = viewAccounts({ event: 'fire', period: null }, context);
    expect([page.accounts.length, page.parts, page.tellers, page.label]).toEqual([
      13,
      [],
      [],
      null,
    ]);
    expect(page.accounts[3]?.permalink).toBe('/events/fire/#article-03');
    expect(page.accounts[3]?.html).toContain('Number 3.');
  });

  test('is split by the coarsest of years, months and days that separates them, and links to each account', () => {
    const { context, event } = view(
      tell(24, {
        words: 150,
        day: (index) => `2024-${index < 12 ? '06' : '07'}-0${1 + (index % 3)}`,
      }),
    );
    expect(listAccountParts(context.archive).map(({ period }) => period)).toEqual([
      null,
      '2024-06',
      '2024-06-01',
      '2024-06-02',
      '2024-06-03',
      '2024-07',
      '2024-07-01',
      '2024-07-02',
      '2024-07-03',
    ]);
    const whole = viewAccounts({ event: 'fire', period: null }, context);
    expect(whole.parts.map(({ label, url, events }) => [label, url, events])).toEqual([
      ['June 2024', '/events/fire/accounts/2024/06/', 12],
      ['July 2024', '/events/fire/accounts/2024/07/', 12],
    ]);
    // Links to accounts on this page still work.
    expect(
      whole.tellers.flatMap(({ accounts }) => accounts.map(({ anchor }) => anchor)),
    ).toHaveLength(24);
    const day = viewAccounts({ event: 'fire', period: '2024-07-02' }, context);
    expect([day.label, day.whole]).toEqual(['2 July 2024', '/events/fire/accounts/']);
    expect(day.accounts.map(({ anchor }) => anchor)).toEqual([
      'article-13',
      'article-16',
      'article-19',
      'article-22',
    ]);
    expect(
      getAccountUrl(
        event,
        event.accounts.find(({ article }) => article.id === 'article-13')!,
        context,
      ),
    ).toBe('/events/fire/accounts/2024/07/02/#article-13');
  });

  test('splits a day with too many accounts by article id', () => {
    const { context, page } = view(tell(20, { words: 200 }));
    const whole = viewAccounts({ event: 'fire', period: null }, context);
    expect([whole.accounts, whole.parts]).toEqual([[], []]);
    expect(whole.byId.map(({ label, events }) => [label, events])).toEqual([
      ['article-0…', 10],
      ['article-1…', 10],
    ]);
    const url = '/events/fire/accounts/a-z/article-00/#article-00';
    expect(whole.tellers[0]?.accounts[0]?.url).toBe(url);
    expect(page.tellers[0]?.accounts[0]?.url).toBe(url);
    const part = { folder: 'events/fire/accounts/', prefix: 'article-00' };
    expect(viewIdPart(part, context).accounts.map(({ anchor }) => anchor)).toEqual(['article-00']);
  });

  test('stays at its published address, even if fewer or none tell the event on that day', () => {
    const { context, page } = view(tell(2), {
      'permalinks.txt':
        '/events/fire/accounts/\n/events/fire/accounts/2024/06/02/\n/events/never/accounts/\n',
    });
    expect(page.elsewhere).toBeNull();
    expect(listAccountParts(context.archive)).toEqual([
      { event: 'fire', period: null },
      { event: 'fire', period: '2024-06-02' },
    ]);
    expect(viewAccounts({ event: 'fire', period: null }, context).accounts).toHaveLength(2);
    expect(viewAccounts({ event: 'fire', period: '2024-06-02' }, context)).toMatchObject({
      accounts: [],
      isEmptied: true,
    });
    expect(listAddresses(context.archive)).toContain('/events/fire/accounts/2024/06/02/');
    expect(listAddresses(context.archive)).not.toContain('/events/never/accounts/');
  });

  test('redirects if its event was renamed or retracted, and is then in no sitemap', () => {
    const { context } = view(tell(13), {
      'events/fire.md': '---\nformerly: blaze\n---\n',
      'events/flood.md':
        '---\ntitle: The flood\ndate: 2024-05-12\nretracted: { date: 2024-09-01, reason: Nobody saw it. }\n---\n',
      'permalinks.txt': '/events/blaze/accounts/2024/06/01/\n/events/flood/accounts/\n',
    });
    expect(
      listRedirects(context.archive, at).flatMap(({ from, to }) =>
        from.includes('/accounts/') ? [`${from} ${to}`] : [],
      ),
    ).toEqual([
      '/events/blaze/accounts/2024/06/01/ /events/fire/',
      '/events/flood/accounts/ /events/flood/',
    ]);
    const listed = listSitemapPages(context.archive).filter(({ address }) =>
      address.includes('/accounts/'),
    );
    expect(listed).toEqual([{ address: '/events/fire/accounts/', changed: '2024-07-01' }]);
  });
});
