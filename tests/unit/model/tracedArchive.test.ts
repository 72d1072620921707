import { describe, expect, test } from 'vitest';
import { Traces, type TraceRecord } from '../../../src/builder/traces.ts';
import { createFingerprints } from '../../../src/model/fingerprints.ts';
import { defineQuery, remember, trace, traceArchive } from '../../../src/model/tracedArchive.ts';
import { viewAgenda } from '../../../src/views/data/agendaView.ts';
import type { ViewContext } from '../../../src/views/page/context.ts';
import { viewEventPage } from '../../../src/views/event/accountsView.ts';
import { createFeeds } from '../../../src/views/data/feedView.ts';
import { viewActor } from '../../../src/views/actor/actorView.ts';
import { viewPeriod } from '../../../src/views/home/periodView.ts';
import { createDigest, createViewContext } from '../createViewContext.ts';

// What a page or file is made from must be in its trace: one that says something else is never kept.

type Make = (context: ViewContext) => unknown;

/** Makes something of an archive. Returns what it says, and a function that tells whether a trace still holds. */
function make(context: ViewContext, view: Make) {
  const archive = traceArchive(context.archive);
  const fingerprints = createFingerprints(archive);
  const { value, reads } = trace(archive, () => view({ ...context, archive }));
  const traces = new Traces(fingerprints, undefined);
  traces.add('it', reads);
  return {
    says: JSON.stringify(value),
    record: traces.toRecord(),
    holds: (record: TraceRecord) => new Traces(fingerprints, record).isSame('it'),
  };
}

/** Expects that something says something else after an edit, and that its trace tells. */
function expectTold(before: ViewContext, after: ViewContext, view: Make): void {
  const [old, edited] = [make(before, view), make(after, view)];
  expect(edited.says).not.toBe(old.says);
  expect(edited.holds(old.record)).toBe(false);
  expect(old.holds(old.record)).toBe(true);
}

const event = (id: string) => (context: ViewContext) =>
  viewEventPage(context.archive.eventById.get(id)!, context);

const quay = 'id: quay\ndate: 2024-05-10\nactors: ana-brandt';

describe('the trace', () => {
  test('of an event include the source of a claim whose article has no account of it', () => {
    const claim = createDigest([], 'city-ledger').concat(
      '\n```claim\nabout: quay\non: Why\nsays: It was said to be closed.\n```\n',
    );
    const source = (name: string) => ({ 'sources/city-ledger.md': `---\nname: ${name}\n---\n` });
    const digests = { a: createDigest([quay]), claim };
    expectTold(
      createViewContext(digests, source('City Ledger')),
      createViewContext(digests, source('The City Ledger')),
      event('quay'),
    );
  });

  test('of an event include its actors’ previous events', () => {
    const context = (actor: string) =>
      createViewContext({
        a: createDigest([`id: x\ndate: 2024-05-09\nactors: ${actor}`]),
        b: createDigest(['id: quay\ndate: 2024-05-10\nactors: ana-brandt, city-hall']),
      });
    expectTold(context('ana-brandt'), context('city-hall'), event('quay'));
  });

  test('of an actor include the title of another event that a claim in its feed is about', () => {
    const context = (title: string) =>
      createViewContext(
        {
          a: createDigest([quay]).concat(
            '\n```claim\nabout: other\non: Why\nsays: It was said.\n```\n',
          ),
          b: createDigest(['id: other\ndate: 2024-05-12']),
        },
        { 'events/other.md': `---\ntitle: ${title}\n---\n` },
      );
    expectTold(context('The other'), context('Another'), (made) => {
      const actor = made.archive.actorById.get('ana-brandt')!;
      return createFeeds(made).ofActor(actor);
    });
  });

  test('of an event include the colours of the sides', () => {
    const context = (group: string) =>
      createViewContext(
        { a: createDigest(['id: quay\ndate: [2024-05-10..2024-05-12]\nactors: ana-brandt']) },
        {
          'site.md':
            '---\ntitle: The quay\nlanguage: en\ntime-zone: Europe/Lisbon\ngroups: [The port, The city]\nprincipals: [other, ana-brandt]\n---\n',
          'actors/ana-brandt.md': '---\nname: Ana Brandt\nkind: person\ngroup: The city\n---\n',
          'actors/other.md': `---\nname: Lia Nunes\nkind: person\ngroup: ${group}\n---\n`,
        },
      );
    expectTold(context('The city'), context('The port'), event('quay'));
  });

  test('of an actor’s page include the order of the points that name it', () => {
    const claim = (text: string) =>
      `\n\`\`\`claim\non: Why ${text}\nanswer: ${text}\nsays: Ana Brandt was ${text}.\n\`\`\`\n`;
    const context = (day: string) =>
      createViewContext({
        a: createDigest(['id: x\ndate: [2024-05-09..2024-05-11]\nafter: z']).concat(claim('late')),
        b: createDigest(['id: y\ndate: 2024-05-10']).concat(claim('early')),
        c: createDigest([`id: z\ndate: ${day}`]),
      });
    expectTold(context('2024-05-08'), context('2024-05-11'), (made) => {
      const actor = made.archive.actorById.get('ana-brandt')!;
      return viewActor(actor, made).layout;
    });
  });

  test('of an actor’s feed include the anchor of a claim whose article has no account', () => {
    const claim = (about: string) =>
      `\n\`\`\`claim\nabout: ${about}\non: Why\nanswer: a flood\nsays: It was flooded.\n\`\`\`\n`;
    const context = (more: string) =>
      createViewContext({
        a: createDigest([quay]),
        b: createDigest(['id: other\ndate: 2024-05-12']),
        c: createDigest([]).concat(claim('quay'), more),
      });
    expectTold(context(''), context(claim('other')), (made) => {
      const actor = made.archive.actorById.get('ana-brandt')!;
      return createFeeds(made).ofActor(actor);
    });
  });

  test('of the calendar include the total number of events', () => {
    const blocks = Array.from(
      { length: 1002 },
      (_, index) => `id: e${index}\ndate: ${1000 + Math.floor(index / 2)}-05-1${index % 2}`,
    );
    const context = (first: number) =>
      createViewContext({
        a: createDigest(blocks.slice(2)),
        b: createDigest(blocks.slice(first, 2)),
      });
    expectTold(context(1), context(0), viewAgenda);
  });

  test('of an empty month include whether its year has any of its events', () => {
    const many = Array.from(
      { length: 60 },
      (_, index) => `id: e${index}\ndate: 2023-0${index % 2 === 0 ? 6 : 8}-1${index % 9}`,
    );
    const context = (date: string) =>
      createViewContext(
        { a: createDigest([...many, `id: some-time\ndate: ${date}`]) },
        { 'permalinks.txt': '/2023/07/\n' },
      );
    expectTold(context('2023'), context('2023-06-05'), (made) => viewPeriod('2023-07', made));
  });

  test('don’t change for content below an added line', () => {
    const digest = createDigest([quay]).concat(
      '\n```claim\non: Why\nsays: It was said to be closed.\n```\n',
    );
    const [before, after] = [digest, digest.replace('\n## quay', '\n\n\n## quay')].map((text) =>
      make(createViewContext({ a: text }), event('quay')),
    );
    expect(after?.holds(before!.record)).toBe(true);
  });

  test('holds after an edit of what it has not read', () => {
    const context = (title: string) =>
      createViewContext(
        { a: createDigest([quay, 'id: other\ndate: 2024-05-20', 'id: last\ndate: 2024-06-20']) },
        { 'events/last.md': `---\ntitle: ${title}\n---\n` },
      );
    const [before, after] = ['The end', 'Another end'].map((title) =>
      make(context(title), event('quay')),
    );
    expect(after?.holds(before!.record)).toBe(true);
  });
});

describe('defineQuery and remember', () => {
  const context = (title: string) =>
    createViewContext(
      { a: createDigest([quay, 'id: other\ndate: 2024-05-20']) },
      { 'events/other.md': `---\ntitle: ${title}\n---\n` },
    );
  const listIds = defineQuery('testIds', ({ events }) => events.map(({ id }) => id));
  const listTitles = defineQuery('testTitles', ({ events }) => events.map(({ title }) => title));

  test('make a page depend on an answer, not on what the answer is made from', () => {
    const [before, after] = [context('The other'), context('Another')];
    const holds = (view: Make) => make(after, view).holds(make(before, view).record);
    expect(holds(({ archive }) => listIds(archive))).toBe(true);
    expect(holds(({ archive }) => listTitles(archive))).toBe(false);
  });

  test('make a page depend on what it takes from the things in an answer', () => {
    const listEvents = defineQuery('testEvents', ({ events }) => events);
    const [before, after] = [context('The other'), context('Another')];
    const holds = (view: Make) => make(after, view).holds(make(before, view).record);
    expect(holds(({ archive }) => listEvents(archive).length)).toBe(true);
    expect(holds(({ archive }) => listEvents(archive)[1]?.id)).toBe(true);
    expect(holds(({ archive }) => listEvents(archive)[1]?.title)).toBe(false);
  });

  test('make whoever gets a remembered value read what it was made from', () => {
    const archive = traceArchive(context('The other').archive);
    const getTitle = () =>
      remember(archive, archive, 'title', () => archive.eventById.get('other')?.title);
    const [first, second] = [trace(archive, getTitle), trace(archive, getTitle)];
    expect(second).toEqual(first);
    expect([...second.reads]).toEqual(['head:other']);
  });

  test('ask again only where what an answer was made from has changed', () => {
    let asked = 0;
    const getOther = defineQuery('testOther', ({ eventById }) => {
      asked += 1;
      return eventById.get('other')?.title;
    });
    const changed = context('Another');
    const edited = (title: string) =>
      createViewContext(
        { a: createDigest([quay.replace('05-10', title), 'id: other\ndate: 2024-05-20']) },
        { 'events/other.md': '---\ntitle: The other\n---\n' },
      );
    const view: Make = ({ archive }) => getOther(archive);
    const before = make(edited('05-10'), view);
    const [after, other] = [make(edited('05-11'), () => null), make(changed, () => null)];
    asked = 0;
    expect(after.holds(before.record)).toBe(true);
    expect(asked).toBe(0);
    expect(other.holds(before.record)).toBe(false);
    expect(asked).toBe(1);
  });

  test('never take the answer to an unknown query for the same', () => {
    const archive = traceArchive(context('The other').archive);
    const fingerprints = createFingerprints(archive);
    const traces = new Traces(fingerprints, undefined);
    traces.add('it', ['?gone ["a"]']);
    expect(new Traces(fingerprints, traces.toRecord()).isSame('it')).toBe(false);
  });

  test('refuse to compare answers with functions', () => {
    const getFunction = defineQuery('testFunction', () => [() => 1]);
    expect(() => make(context('x'), ({ archive }) => getFunction(archive).length)).toThrow(
      'The answer to a query contains a function.',
    );
  });
});
