import { describe, expect, test } from 'vitest';
import { viewEventPage } from '../../../../src/views/event/accountsView.ts';
import { viewArticle } from '../../../../src/views/article/articleView.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

const day = 'id: a\ndate: 2024-05-10';
const claim = (lines: string) => `\n\`\`\`claim\n${lines}\n\`\`\`\n`;

/** Returns the page of the event `a`, given the digests of the outlets that tell it. */
function open(outlets: Readonly<Record<string, string>>) {
  const sources = Object.fromEntries(
    Object.keys(outlets).map((id) => [`sources/${id}.md`, `---\nname: The ${id}\n---\n`]),
  );
  const context = createViewContext(
    Object.fromEntries(
      Object.entries(outlets).map(([id, rest]) => [`by-${id}`, createDigest([day], id) + rest]),
    ),
    sources,
  );
  return { context, page: viewEventPage(context.archive.eventById.get('a')!, context) };
}

describe('points on the page of an event', () => {
  test('start with those on which outlets differ, then people they cite, then silence, then one side only', () => {
    const { page } = open({
      one:
        claim('by: ana-brandt\non: One side\nanswer: x\nsays: X.') +
        claim('on: Silent\nanswer: x\nsays: X.') +
        claim('as: a sailor\non: Cited\nanswer: x\nsays: X.') +
        claim('on: Clash\nanswer: x\nsays: X.'),
      two:
        claim('as: a cook\non: Cited\nanswer: y\nsays: Y.') +
        claim('on: Clash\nanswer: y\nsays: Y.'),
    });
    expect(page.layout.map(({ on }) => on)).toEqual(['Clash', 'Cited', 'Silent', 'One side']);
    expect(page.differing).toBe(2);
    expect(page.status).toBe('Reported by two outlets.');
  });

  test('have a column for each of up to three outlets, empty if one doesn’t say', () => {
    const { page } = open({
      one: claim('on: How many\nanswer: three\nsays: Three.'),
      two: claim('as: a cook\non: How many\nanswer: four\nsays: Four.'),
      three: '',
    });
    expect(
      page.layout[0]?.columns.map(({ outlet, answers }) => [
        outlet,
        ...answers.map(({ speaker, text }) => `${speaker ?? 'itself'}: ${text}`),
      ]),
    ).toEqual([['The one', 'itself: three'], ['The three'], ['The two', 'a cook: four']]);
  });

  test('are between outlets if another outlet, which tells only of other events, contradicts the one that tells it', () => {
    const open = (claims: Readonly<Record<string, string>>) => {
      const context = createViewContext(
        {
          'by-one': createDigest([day], 'one') + (claims.one ?? ''),
          'by-two': createDigest(['id: b\ndate: 2024-05-11'], 'two') + (claims.two ?? ''),
        },
        { 'sources/one.md': '---\nname: One\n---\n', 'sources/two.md': '---\nname: Two\n---\n' },
      );
      return viewEventPage(context.archive.eventById.get('a')!, context).isAmongOutlets;
    };
    const answer = (by: string, text: string) =>
      claim(`${by}about: a\non: How many\nanswer: ${text}\nsays: ${text}.`);
    expect(open({ one: answer('', 'three'), two: answer('', 'four') })).toBe(true);
    expect(open({ one: answer('as: a cook\n', 'three') + answer('as: a sailor\n', 'four') })).toBe(
      false,
    );
  });

  test('that an article leaves open don’t differ, and use the words for silence', () => {
    const { page, context } = open({
      one: claim('on: Who\nanswer: -\nsays: It leaves open who it was.'),
      two: claim('on: Who\nanswer: Ben\nsays: It was Ben.'),
    });
    const [point] = page.layout;
    expect(point?.differ).toBe(false);
    expect(page.differing).toBe(0);
    expect(
      point?.columns.map(({ answers }) => answers.map(({ text, isSilent }) => [text, isSilent])),
    ).toEqual([[['does not say', true]], [['Ben', false]]]);
    expect(context.archive.eventById.get('a')?.points[0]?.claims[0]).toMatchObject({
      answer: null,
      isSilent: true,
    });
  });

  test('name who is how certain, but never say that an outlet plans or threatens', () => {
    const status = (certainty: string) => {
      const context = createViewContext({ a: createDigest([`${day}\ncertainty: ${certainty}`]) });
      return viewEventPage(context.archive.eventById.get('a')!, context).status;
    };
    expect(['confirmed', 'purported', 'planned'].map(status)).toEqual([
      'Confirmed by The Harbour Post only.',
      'Unverified. Reported by The Harbour Post only.',
      'Planned, according to The Harbour Post.',
    ]);
  });

  test('include those about an actor only if an account of this event answers them', () => {
    const ofAna = (answer: string) =>
      claim(`about: actor:ana-brandt\non: Who she is\nanswer: ${answer}\nsays: She is.`);
    const involved = 'actors: ana-brandt';
    const context = createViewContext({
      x: createDigest([`${day}\n${involved}`]) + ofAna('the mayor'),
      y: createDigest([`id: b\ndate: 2024-05-11\n${involved}`], 'city-ledger') + ofAna('a pilot'),
      z: createDigest([`id: c\ndate: 2024-05-12\n${involved}`]),
    });
    const pointsOf = (id: string) =>
      viewEventPage(context.archive.eventById.get(id)!, context).layout.map(({ on }) => on);
    expect(['a', 'b', 'c'].map(pointsOf)).toEqual([['Who she is'], ['Who she is'], []]);
    expect(context.archive.actorById.get('ana-brandt')?.points).toHaveLength(1);
  });

  test('from four outlets on, equal answers share a cell, and the silent are one line', () => {
    const { page } = open({
      one: claim('on: How many\nanswer: three\nsays: Three.'),
      two: claim('on: How many\nanswer: four\nsays: Four.'),
      three: claim('on: How many\nanswer: three\nsays: Three of them.'),
      four: '',
    });
    const [point] = page.layout;
    expect(point?.columns).toEqual([]);
    expect(point?.cells.map(({ who, answer }) => `${answer.text}: ${who.join(', ')}`)).toEqual([
      'three: The one, The three',
      'four: The two',
    ]);
    expect(point?.silent).toEqual(['The four']);
  });
});

describe('the head of an event’s page', () => {
  test('has the first sentence of the lead account with its outlet, if several outlets tell it', () => {
    const { page } = open({ one: '', two: '' });
    expect(page.lead).toMatchObject({ sentence: 'It happened.', source: { name: 'The one' } });
    expect(open({ one: '' }).page.lead).toBeNull();
  });

  test('counts the outlets if all are equally certain, and otherwise names each', () => {
    const context = createViewContext({
      x: createDigest([`${day}\ncertainty: reported`]),
      y: createDigest([`${day}\ncertainty: planned`], 'city-ledger'),
    });
    const page = viewEventPage(context.archive.eventById.get('a')!, context);
    expect(page.status).toBe('Reported by The Harbour Post.');
    const unverified = createViewContext({
      x: createDigest([`${day}\ncertainty: reported`]),
      y: createDigest([`${day}\ncertainty: purported`], 'city-ledger'),
    });
    expect(viewEventPage(unverified.archive.eventById.get('a')!, unverified)).toMatchObject({
      status: 'Reported by The Harbour Post; unverified in City Ledger.',
      heldBy: null,
    });
  });

  test('names the outlets whose certainty an editor overrules', () => {
    const context = createViewContext(
      { x: createDigest([`${day}\ncertainty: reported`]) },
      {
        'events/a.md': '---\ncertainty: confirmed\ncertainty-why: W.\nreviewed: 2024-07-02\n---\n',
      },
    );
    const page = viewEventPage(context.archive.eventById.get('a')!, context);
    expect(page.status).toBe('Set by an editor: confirmed.');
  });

  test('labels both neighbours in the same way, and says what is earlier only as an account does', () => {
    const view = (after: string) => {
      const context = createViewContext({
        x: createDigest([
          'id: first\ndate: 2024-05-08',
          'id: second\ndate: 2024-05-09',
          `${day}\nafter: first, second`,
          `id: later\ndate: 2024-05-11${after}`,
        ]),
      });
      const page = viewEventPage(context.archive.eventById.get('a')!, context);
      return [page.before?.label, page.after?.label, page.follows.map(({ id }) => id).join()];
    };
    expect(view('\nafter: a')).toEqual(['Earlier · 9 May 2024', 'Later · 11 May 2024', 'first']);
    expect(view('')).toEqual(['Previous · 9 May 2024', 'Next · 11 May 2024', 'first,second']);
  });

  test('of a disputed event takes no side: outlets in alphabetical order, without a lead account', () => {
    const context = createViewContext(
      {
        x: createDigest([`${day}\ncertainty: denied`], 'zebra'),
        y: createDigest([`${day}\ncertainty: reported`], 'apple'),
        z: createDigest([`${day}\ncertainty: planned`], 'mole'),
      },
      Object.fromEntries(
        ['zebra', 'apple', 'mole'].map((id) => [`sources/${id}.md`, `---\nname: ${id}\n---\n`]),
      ),
    );
    const page = viewEventPage(context.archive.eventById.get('a')!, context);
    expect(page.lead).toEqual({
      sentence: 'Two outlets disagree on whether this happened.',
      source: null,
    });
    expect(page.stances.map(({ source, stance }) => `${source} ${stance}`)).toEqual([
      'apple reported',
      'zebra denied',
    ]);
  });
});

test('a claim that an article makes under another event is in its account once, with its location', () => {
  const context = createViewContext({
    x:
      createDigest([day, 'id: b\ndate: 2024-05-11']) +
      claim('about: a\nas: a sailor\non: How many\nanswer: three\nsays: Three of them.'),
  });
  const page = viewEventPage(context.archive.eventById.get('a')!, context);
  const html = page.accounts[0]?.html ?? '';
  expect(html.split('Three of them.')).toHaveLength(2);
  expect(html).toContain('(<a href="/events/b/">b</a>)');
});

test('a row of an article starts with the first sentence, and holds the rest without it', () => {
  const context = createViewContext({
    x: `${createDigest([day])}\nAnother paragraph.\n`.replace(
      'It happened.',
      'The U.S. navy came to Ana Brandt. It left.',
    ),
  });
  const [row] = viewArticle(context.archive.articleById.get('x')!, context).accounts;
  expect(row?.first).toBe('The U.S. navy came to Ana Brandt.');
  expect(row?.html).toContain('<p>It left.</p>');
  expect(row?.html).toContain('Another paragraph.');
  expect(row?.html).not.toContain('navy');
});
