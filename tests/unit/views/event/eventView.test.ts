import { describe, expect, test } from 'vitest';
import { viewEventCard } from '../../../../src/views/cards/eventCard.ts';
import { firstSentences } from '../../../../src/views/cards/telling.ts';
import { viewEvent } from '../../../../src/views/event/eventView.ts';
import { viewHome } from '../../../../src/views/home/homeView.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

function view(digests: Record<string, string>, others: Record<string, string> = {}) {
  const context = createViewContext(digests, others);
  const [event] = context.archive.events;
  if (!event) throw new Error('no event');
  return {
    context,
    event,
    page: viewEvent(event, context),
    card: viewEventCard(event, context),
  };
}

const day = 'id: a\ndate: 2024-05-10';

const claim = (lines: string) => `\n\`\`\`claim\n${lines}\n\`\`\`\n`;

describe('viewEvent(event, context)', () => {
  test.each([
    [
      'a single account',
      { a: createDigest([day]) },
      'From The Harbour Post, the only source.',
      'One article from one outlet.',
    ],
    [
      'a single account whose article gives no day, which an editor looked up',
      { a: createDigest([`${day}\nbasis: record\nrecord: https://records.example/a`]) },
      'Dated from the public record.',
      'One article from one outlet.',
    ],
    [
      'two that agree',
      { a: createDigest([day]), b: createDigest([day], 'city-ledger') },
      'Consistent with every source.',
      'Two articles from two outlets.',
    ],
    [
      'one narrower than the other',
      { a: createDigest([day]), b: createDigest(['id: a\ndate: 2024-05'], 'city-ledger') },
      'From The Harbour Post; consistent with every source.',
      'Two articles from two outlets.',
    ],
    [
      'two that cannot both be right',
      { a: createDigest([day]), b: createDigest(['id: a\ndate: 2024-05-12']) },
      'Articles give conflicting dates.',
      'Two articles from one outlet.',
    ],
  ])(
    'states how the date of %s is known, and its evidence',
    (_title, digests, dateNote, ground) => {
      const { page } = view(digests);
      expect([page.dateNote, page.ground[0]]).toEqual([dateNote, ground]);
    },
  );

  test('states that a ruling dates it, why, and what is unknown', () => {
    const ruling = '---\ndate: 2024-05-11\nwhy: The log says so.\nunknown: Who was there.\n---\n';
    const { page } = view({ a: createDigest([day]) }, { 'events/a.md': ruling });
    expect(page).toMatchObject({
      date: { label: '11 May 2024', datetime: '2024-05-11' },
      dateNote: 'Set by an editor.',
      reasons: { date: 'The log says so.' },
      unknown: ['Who was there.'],
    });
    expect(page.accounts[0]?.date.label).toBe('10 May 2024');
  });

  test.each([
    ['', 'The article states this date.'],
    [
      '\nwhen: Friday',
      'Worked out from the article’s wording and its publication date, 30 June 2024.',
    ],
    ['\nrecord: https://harbour.example/log', 'Dated from the public record.'],
    ['\nbasis: estimate', 'An editor’s estimate.'],
  ])('states how an account with “%s” knows its date', (lines, note) => {
    expect(view({ a: createDigest([day + lines]) }).page.accounts[0]?.known).toEqual([note]);
  });

  test('bounds an account without a date by its publication, and asserts nothing more', () => {
    const { page } = view({ a: createDigest([day]), b: createDigest(['id: a'], 'city-ledger') });
    expect(page.accounts[1]).toMatchObject({
      date: { label: 'no date given; before publication on 30 June 2024', datetime: null },
      known: [],
    });
  });

  test('lists both places of an event with two, and neither as its own', () => {
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

describe('the evidence for an event', () => {
  const retelling = createDigest([day], 'city-ledger').replace('added:', 'draws-on: [a]\nadded:');

  test('doesn’t count a retelling as a second witness', () => {
    const { page, card } = view({ a: createDigest([day]), b: retelling });
    expect(page.ground[0]).toBe('One independent source; the other articles are based on it.');
    expect(card.marks).toEqual(['one source']);
  });

  test('counts a retelling if the article it draws on doesn’t tell the event', () => {
    const { page } = view({
      a: createDigest(['id: z\ndate: 2024-06-20']),
      b: retelling,
      c: createDigest([day]),
    });
    expect(page.ground[0]).toBe('Two articles from two outlets.');
  });
});

describe('the history of a page', () => {
  test('is on the page, newest correction first', () => {
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
      'unverified',
      'one source',
    ]);
    const denied = {
      a: createDigest([day]),
      b: createDigest([`${day}\ncertainty: denied`], 'city-ledger'),
    };
    expect(view(denied).card.marks).toEqual(['disputed']);
  });
});

describe('firstSentences(text, length, language)', () => {
  test('returns whole sentences, at least one', () => {
    expect(firstSentences('One here. Two here. Three here.', 20, 'en')).toBe('One here. Two here.');
    expect(firstSentences('A sentence that is longer than the room it has.', 10, 'en')).toBe(
      'A sentence that is longer than the room it has.',
    );
    expect(firstSentences('The first.\n\nA second paragraph.', 100, 'en')).toBe('The first.');
    expect(firstSentences('', 100, 'en')).toBe('');
    expect(firstSentences('A strike killed Maj. Gen. Q. Soleimani here. More.', 10, 'en')).toBe(
      'A strike killed Maj. Gen. Q. Soleimani here.',
    );
  });
});

describe('viewHome(context)', () => {
  test('separates future events from past ones, and lists what sources differ on', () => {
    const { context } = view(
      {
        a: createDigest([day, 'id: b\ndate: 2024-07-10\ncertainty: planned']),
        c: createDigest(['id: a\ndate: 2024-05-12'], 'city-ledger'),
      },
      { 'events/b.md': '---\nunknown: Whether it will be.\n---\n' },
    );
    const home = viewHome(context);
    expect(home.past.flatMap(({ events }) => events.map(({ card }) => card.id))).toEqual(['a']);
    expect(home.ahead.map(({ id }) => id)).toEqual(['b']);
    expect(home.differences).toEqual([
      {
        on: 'a: When did it happen?',
        url: '/events/a/',
        answers: [
          { answer: '10 May 2024', who: ['The Harbour Post'] },
          { answer: '12 May 2024', who: ['City Ledger'] },
        ],
        more: 0,
      },
    ]);
  });
});

describe('viewPoints(points, context)', () => {
  test('has a column for each speaker, actors before the press, and a cell for each point', () => {
    const { page } = view({
      a: `${createDigest([day])}${claim('on: How many\nanswer: three\nsays: Three.')}${claim('by: ana-brandt\non: How many\nanswer: four\nsays: Four.')}${claim('as: a sailor\non: Who\nsays: Pirates.')}`,
    });
    expect(page.points.columns.map(({ name, side }) => `${name} (${side ?? '-'})`)).toEqual([
      'Ana Brandt (The city)',
      'a sailor (unnamed source)',
      'The Harbour Post (outlet)',
    ]);
    expect(
      page.points.rows.map(({ on, differ, cells }) => ({
        on,
        differ,
        cells: cells.map((claims) => claims.map(({ says }) => says).join(' ')),
      })),
    ).toEqual([
      { on: 'How many', differ: 'claims', cells: ['Four.', '', 'Three.'] },
      { on: 'Who', differ: null, cells: ['', 'Pirates.', ''] },
    ]);
  });

  test('shows if only one side speaks, and marks the event', () => {
    const own = claim('by: ana-brandt\non: How many\nsays: Four.');
    const same = claim('by: city-hall\non: How many\nsays: Four, says City Hall.');
    const other = claim('by: harbour-police\non: How many\nsays: Five.');
    const one = view({ a: createDigest([day]) + own + same });
    expect(one.page.points.rows[0]?.oneSide).toEqual({ name: 'The city', isSide: true });
    expect(one.card.marks).toContain('claims from one side only');
    expect(one.page.ground).toContain('Claims about it come from one side: The city.');
    const two = view({ a: createDigest([day]) + own + other });
    expect(two.page.points.rows[0]?.oneSide).toBeNull();
    // Somebody whose group is no side of the story speaks alone, and for no side.
    const alone = view(
      { a: createDigest([day]) + claim('by: expert\non: How many\nsays: Six.') },
      { 'actors/expert.md': '---\nname: The expert\nkind: person\n---\n' },
    );
    expect(alone.page.points.rows[0]?.oneSide).toEqual({ name: 'The expert', isSide: false });
    expect(alone.page.ground).toContain('Claims about it come only from the expert.');
    expect(alone.card.marks).not.toContain('claims from one side only');
    expect(two.card.marks).not.toContain('claims from one side only');
  });
});

describe('what differs', () => {
  const open = (one: string, two: string) => {
    const { card, page } = view({
      a: createDigest([day]) + one,
      b: createDigest([day], 'city-ledger') + two,
    });
    return { doubts: card.doubts, differ: page.points.rows[0]?.differ };
  };
  const answer = (by: string, text: string) =>
    claim(`${by}on: How many\nanswer: ${text}\nsays: ${text}.`);

  test('is those cited, not the sources, if no two outlets clash themselves', () => {
    const cook = 'as: a cook\n';
    expect(open(answer('', 'three'), answer('', 'four')).differ).toBe('sources');
    expect(open(answer(cook, 'three'), answer('', 'four')).differ).toBe('sources');
    expect(open(answer(cook, 'three'), answer('as: a sailor\n', 'four'))).toEqual({
      doubts: ['those cited differ'],
      differ: 'cited',
    });
    const agreeing = answer('', 'three') + answer(cook, 'four');
    expect(open(agreeing, answer('', 'three')).differ).toBe('cited');
  });

  test('is no doubt about an event that only one outlet has, if it is about somebody in it', () => {
    const of = (text: string) =>
      claim(`about: actor:ana-brandt\non: Her trade\nanswer: ${text}\nsays: ${text}.`);
    const own = `${day}\nactors: ana-brandt`;
    const other = (id: string) =>
      createDigest([`id: ${id}\ndate: 2024-05-10\nactors: ana-brandt`], 'city-ledger');
    const doubt = (id: string) =>
      view({ a: createDigest([own]) + of('pilot'), b: other(id) + of('cook') }).card.doubts;
    expect(doubt('a')).toEqual(['sources differ']);
    expect(doubt('b')).toEqual([]);
  });
});

describe('a statement', () => {
  test('is on record, not confirmed, and nobody’s side is named for it', () => {
    const said = createDigest([
      `${day}\nactors: ana-brandt\ncertainty: confirmed\nkind: statement`,
    ]);
    const { card, page } = view({
      a: said + claim('by: ana-brandt\non: How many\nsays: Four.'),
    });
    expect(card.mark).toBe('said');
    expect(card.doubts).toEqual([]);
    expect(page.certainty).toBe(
      'On record: said in public or to the outlet. That does not make it true.',
    );
    expect(page.accounts[0]?.stance).toBe('on record');
    expect(page.ground.join(' ')).not.toContain('side');
  });

  test('is an act as soon as an account has it so', () => {
    const { card } = view({
      a: createDigest([`${day}\ncertainty: confirmed\nkind: statement`]),
      b: createDigest([`${day}\ncertainty: confirmed`], 'city-ledger'),
    });
    expect(card.mark).toBe('full');
  });
});

describe('a new reader’s questions', () => {
  test('an hour is credited to the account that gives it', () => {
    const { page } = view({
      a: createDigest([`${day}\ntime: night`]),
      b: createDigest([`${day}\ntime: 22:30`], 'city-ledger'),
    });
    expect(page.date.label).toBe('10 May 2024, 22:30');
    expect(page.dateNote).toBe('From City Ledger; consistent with every source.');
  });

  test('an event is summarised by an account with the same certainty', () => {
    const planned = createDigest([`${day}\ncertainty: planned`]).replace(
      'It happened.',
      'It will be.',
    );
    const { card } = view({ a: planned, b: createDigest([day], 'city-ledger') });
    expect(card.summary).toBe('City Ledger: It happened.');
    expect(card.title).toBe('a');
  });

  test('before and after never pass through future events', () => {
    const context = createViewContext({
      a: createDigest([
        'id: a\ndate: 2024-05-10',
        'id: b\ndate: 2024-05-11\ncertainty: threatened',
        'id: c\ndate: 2024-05-12',
      ]),
    });
    const [a, b] = context.archive.events.map((event) => viewEvent(event, context));
    expect(a?.after?.id).toBe('c');
    expect([b?.before, b?.after]).toEqual([null, null]);
  });

  test('a source with only a claim about an event is listed apart from those that tell it', () => {
    const claim = `${createDigest(['id: b\ndate: 2024-05-11'], 'city-ledger')}\n\`\`\`claim\nabout: a\non: Who\nsays: Nobody.\n\`\`\`\n`;
    const { page } = view({ a: createDigest([day]), b: claim });
    expect(page.sources.map(({ name }) => name)).toEqual(['The Harbour Post']);
    expect(page.alsoSpeak.map(({ name }) => name)).toEqual(['City Ledger']);
  });
});

describe('before and after', () => {
  test('lists its neighbours on the timeline, with their dates', () => {
    const context = createViewContext({
      a: createDigest([
        'id: a\ndate: 2023-06-11',
        day.replace('a', 'b'),
        'id: c\ndate: 2024-05-11',
        'id: d\ndate: "2024-06"'.replaceAll('"', ''),
      ]),
    });
    const pages = context.archive.events.map((event) => viewEvent(event, context));
    expect(pages.map(({ before, after }) => [before?.label, after?.label])).toEqual([
      [undefined, 'Next · 10 May 2024'],
      ['Previous · 11 June 2023', 'Next · 11 May 2024'],
      ['Previous · 10 May 2024', 'Next · June 2024'],
      ['Previous · 11 May 2024', undefined],
    ]);
  });

  test('orders events by the moments of their zones', () => {
    const context = createViewContext({
      a: createDigest([
        'id: a\ndate: 2024-05-10\ntime: 22:00\nzone: America/New_York',
        'id: b\ndate: 2024-05-11\ntime: 11:00',
      ]),
    });
    const [, b] = context.archive.events.map((event) => viewEvent(event, context));
    expect(b?.before?.label).toBe('Previous · 11 May 2024');
  });
});
