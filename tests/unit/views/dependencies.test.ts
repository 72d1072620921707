import { describe, expect, test } from 'vitest';
import { createFingerprints, type DependencyKey } from '../../../src/model/fingerprints.ts';
import { viewAgenda } from '../../../src/views/data/agendaView.ts';
import { groupByPeriod } from '../../../src/views/dates/calendar.ts';
import type { ViewContext } from '../../../src/views/page/context.ts';
import { viewEventPage } from '../../../src/views/event/accountsView.ts';
import { createFeeds } from '../../../src/views/data/feedView.ts';
import { viewActor } from '../../../src/views/actor/actorView.ts';
import { viewPeriod } from '../../../src/views/home/periodView.ts';
import {
  getActorDependencies,
  getActorPageDependencies,
  getAgendaDependencies,
  getEventDependencies,
  getPeriodDependencies,
} from '../../../src/views/dependencies.ts';
import { createDigest, createViewContext } from '../createViewContext.ts';

// Everything that a page or file prints must be in its `dependencies`, so that no outdated one is kept.

interface Made {
  readonly says: unknown;
  readonly dependencies: readonly DependencyKey[];
}

/** Renders the same view before and after an edit; expects that both the view and its dependencies change. */
function expectTold(
  before: ViewContext,
  after: ViewContext,
  make: (context: ViewContext) => Made,
): void {
  const [old, edited] = [before, after].map((context) => {
    const { says, dependencies } = make(context);
    return {
      says: JSON.stringify(says),
      fingerprint: createFingerprints(context.archive, '').of(dependencies),
    };
  });
  expect(edited?.says).not.toBe(old?.says);
  expect(edited?.fingerprint).not.toBe(old?.fingerprint);
}

const event = (id: string) => (context: ViewContext) => {
  const found = context.archive.eventById.get(id)!;
  return {
    says: viewEventPage(found, context),
    dependencies: getEventDependencies(found, context),
  };
};

const quay = 'id: quay\ndate: 2024-05-10\nactors: ana-brandt';

describe('the dependencies', () => {
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
      return {
        says: createFeeds(made).ofActor(actor),
        dependencies: getActorDependencies(actor, made),
      };
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
      return {
        says: viewActor(actor, [], made).layout,
        dependencies: getActorPageDependencies(actor, [], made),
      };
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
      return {
        says: createFeeds(made).ofActor(actor),
        dependencies: getActorDependencies(actor, made),
      };
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
    expectTold(context(1), context(0), (made) => ({
      says: viewAgenda(made),
      dependencies: getAgendaDependencies(made),
    }));
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
    expectTold(context('2023'), context('2023-06-05'), (made) => {
      const periods = groupByPeriod(made.archive.events, made.archive.site.zone);
      return {
        says: viewPeriod('2023-07', periods, made),
        dependencies: getPeriodDependencies('2023-07', periods, made),
      };
    });
  });

  test('don’t change for content below an added line', () => {
    const digest = createDigest([quay]).concat(
      '\n```claim\non: Why\nsays: It was said to be closed.\n```\n',
    );
    const fingerprint = (text: string) => {
      const context = createViewContext({ a: text });
      const found = context.archive.eventById.get('quay')!;
      return createFingerprints(context.archive, '').of(getEventDependencies(found, context));
    };
    expect(fingerprint(digest.replace('\n## quay', '\n\n\n## quay'))).toBe(fingerprint(digest));
  });
});
