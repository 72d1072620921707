import { describe, expect, test } from 'vitest';
import { collectStatements, viewActor, viewActors } from '../../../src/views/actorView.ts';
import { firstSentences, viewEventCard } from '../../../src/views/eventCard.ts';
import { viewEvent } from '../../../src/views/eventView.ts';
import { viewHome } from '../../../src/views/homeView.ts';
import { createDigest, createViewContext } from '../createArchive.ts';

function view(digests: Record<string, string>, others: Record<string, string> = {}) {
  const context = createViewContext(digests, others);
  const [event] = context.archive.events;
  if (!event) throw new Error('no event');
  return {
    context,
    event,
    page: viewEvent(event, 0, context),
    card: viewEventCard(event, context),
  };
}

const day = 'id: a\ndate: 2024-05-10';

describe('viewEvent(event, index, context)', () => {
  test.each([
    [
      'a single account',
      { a: createDigest([day]) },
      'As The Harbour Post gives it, in the only account.',
      'One source only: a single article.',
    ],
    [
      'two that agree',
      { a: createDigest([day]), b: createDigest([day], 'city-ledger') },
      'As all accounts have it together.',
      '2 articles of 2 sources.',
    ],
    [
      'one narrower than the other',
      { a: createDigest([day]), b: createDigest(['id: a\ndate: 2024-05'], 'city-ledger') },
      'As The Harbour Post gives it: the narrowest date that all accounts allow.',
      '2 articles of 2 sources.',
    ],
    [
      'two that cannot both be right',
      { a: createDigest([day]), b: createDigest(['id: a\ndate: 2024-05-12']) },
      'The accounts give dates that cannot all be right; each stands below.',
      'One source only, in 2 articles.',
    ],
  ])(
    'says how the date of %s is known, and on what ground',
    (_title, digests, dateNote, ground) => {
      expect(view(digests).page).toMatchObject({ dateNote, ground });
    },
  );

  test('says that a ruling dates it, why, and what is not known', () => {
    const ruling = '---\ndate: 2024-05-11\nwhy: The log says so.\nunknown: Who was there.\n---\n';
    const { page } = view({ a: createDigest([day]) }, { 'events/a.md': ruling });
    expect(page).toMatchObject({
      date: { label: '11 May 2024', datetime: '2024-05-11' },
      dateNote: 'An editor’s ruling; each account’s own date stands below.',
      why: 'The log says so.',
      unknown: ['Who was there.'],
    });
    expect(page.accounts[0]?.date.label).toBe('10 May 2024');
  });

  test.each([
    ['', 'The article states this date.'],
    ['\nwhen: Friday', 'Reckoned from the article’s words and its publication, 30 June 2024.'],
    ['\nrecord: https://harbour.example/log', 'Dated from the public record.'],
    ['\nbasis: estimate', 'An editor’s estimate.'],
  ])('says how an account with “%s” knows its date', (lines, note) => {
    expect(view({ a: createDigest([day + lines]) }).page.accounts[0]?.known).toEqual([note]);
  });

  test('bounds an account without a date by its publication, and claims nothing more', () => {
    const { page } = view({ a: createDigest([day]), b: createDigest(['id: a'], 'city-ledger') });
    expect(page.accounts[1]).toMatchObject({
      date: { label: 'no date given; by 30 June 2024, when the article appeared', datetime: null },
      known: [],
    });
  });

  test('gives an event that happened in two places both, and neither as its own', () => {
    const { page } = view(
      {
        a: createDigest([`${day}\nplace: port`]),
        b: createDigest([`${day}\nplace: pier`], 'city-ledger'),
      },
      { 'places/pier.md': '---\nname: The Pier\n---\n' },
    );
    expect(page.place).toBeNull();
    expect(page.differingPlaces.map(({ name }) => name)).toEqual(['Porto Velho', 'The Pier']);
  });
});

describe('the ground an event stands on', () => {
  const retelling = createDigest([day], 'city-ledger').replace('added:', 'draws-on: [a]\nadded:');

  test('counts a re-telling as no second witness', () => {
    const { page, card } = view({ a: createDigest([day]), b: retelling });
    expect(page.ground).toBe('One independent source: the other articles draw on it.');
    expect(card.marks).toEqual(['one source']);
  });

  test('counts it where the article it draws on tells nothing of the event', () => {
    const { page } = view({
      a: createDigest(['id: z\ndate: 2024-06-20']),
      b: retelling,
      c: createDigest([day]),
    });
    expect(page.ground).toBe('2 articles of 2 sources.');
  });
});

describe('what has been said of a page since it was published', () => {
  test('stands on the page, the newest correction first', () => {
    const ruling =
      '---\nretracted: { date: 2024-08-01, reason: It was another quay. }\ncorrections:\n  - { date: 2024-07-02, reason: The hour. }\n  - { date: 2024-07-05, reason: The day. }\n---\n';
    const { page } = view({ a: createDigest([day]) }, { 'events/a.md': ruling });
    expect(page.history.retracted).toEqual({
      date: { label: '1 August 2024', datetime: '2024-08-01' },
      reason: 'It was another quay.',
    });
    expect(page.history.corrections.map(({ reason }) => reason)).toEqual(['The day.', 'The hour.']);
  });
});

describe('viewEventCard(event, context)', () => {
  test('marks what is purported, disputed, or told by one source', () => {
    expect(view({ a: createDigest([`${day}\ncertainty: purported`]) }).card.marks).toEqual([
      'purported',
      'one source',
    ]);
    const denied = {
      a: createDigest([day]),
      b: createDigest([`${day}\ncertainty: denied`], 'city-ledger'),
    };
    expect(view(denied).card.marks).toEqual(['disputed']);
  });
});

describe('firstSentences(text, length)', () => {
  test('gives whole sentences, at least one', () => {
    expect(firstSentences('One here. Two here. Three here.', 20)).toBe('One here. Two here.');
    expect(firstSentences('A sentence that is longer than the room it has.', 10)).toBe(
      'A sentence that is longer than the room it has.',
    );
    expect(firstSentences('The first.\n\nA second paragraph.', 100)).toBe('The first.');
    expect(firstSentences('', 100)).toBe('');
  });
});

describe('viewHome(context)', () => {
  test('parts what is still ahead from what happened, and says what is disputed and unknown', () => {
    const { context } = view(
      {
        a: createDigest([day, 'id: b\ndate: 2024-07-10\ncertainty: planned']),
        c: createDigest(['id: a\ndate: 2024-05-12'], 'city-ledger'),
      },
      { 'events/b.md': '---\nunknown: Whether it will be.\n---\n' },
    );
    const home = viewHome(context);
    expect(home.past.flatMap(({ events }) => events.map(({ card }) => card.id))).toEqual(['a']);
    expect(home.ahead.flatMap(({ events }) => events.map(({ card }) => card.id))).toEqual(['b']);
    expect(home.disputed.map(({ id, points }) => ({ id, points }))).toEqual([
      { id: 'a', points: ['When it happened'] },
    ]);
    expect(home.unknown.map(({ id, texts }) => ({ id, texts }))).toEqual([
      { id: 'b', texts: ['Whether it will be.'] },
    ]);
    expect(home.principals.map(({ name, role }) => `${name}: ${role ?? ''}`)).toEqual([
      'Harbour Police: guards the quay',
      'Ana Brandt: mayor',
    ]);
  });
});

describe('viewActor(actor, statements, context)', () => {
  test('tells what an actor did, said and is said to be apart', () => {
    const text = `${createDigest([`${day}\nactors: ana-brandt`, 'id: b\ndate: 2024-05-11'])}
The mayor’s aide named Ana Brandt.

> “It will open.”
> — Ana Brandt, on the quay

\`\`\`claim
by: ana-brandt
on: Who ordered it
says: The police did.
\`\`\`

\`\`\`claim
about: actor:ana-brandt
on: What she is called
answer: the mayor
says: She is the mayor.
\`\`\`
`;
    const context = createViewContext({ a: text });
    const ana = context.archive.actorById.get('ana-brandt')!;
    const page = viewActor(ana, collectStatements(context.archive), context);
    expect(page.events.map(({ id }) => id)).toEqual(['a']);
    expect(page.mentionedIn.map(({ id }) => id)).toEqual(['b']);
    expect(page.quotations).toMatchObject([
      { text: '“It will open.”', where: 'on the quay', source: { name: 'The Harbour Post' } },
    ]);
    expect(page.claims.map(({ on, says }) => `${on}: ${says}`)).toEqual([
      'Who ordered it: The police did.',
    ]);
    expect(page.points.map(({ on }) => on)).toEqual(['What she is called']);
  });

  test('lists actors by the groups of the site, in its order', () => {
    const { context } = view({ a: createDigest([day]) });
    expect(
      viewActors(context).map(
        ({ name, actors }) => `${name ?? '-'}: ${actors.map(({ id }) => id).join(' ')}`,
      ),
    ).toEqual(['The port: harbour-police', 'The city: ana-brandt city-hall']);
  });
});
