import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadArchive } from '../../../../src/collections/loadArchive.ts';
import { disk, readContent } from '../../../../src/collections/readContent.ts';
import { renderCalendar } from '../../../../src/outputs/calendar.ts';
import { renderClaimsJson } from '../../../../src/outputs/claimsJson.ts';
import { listCsv } from '../../../../src/outputs/csv.ts';
import { tables } from '../../../../src/outputs/tables.ts';
import { renderEventsJson } from '../../../../src/outputs/eventsJson.ts';
import { printRecords, toWhole } from '../../../../src/outputs/records.ts';
import { renderEventOembed } from '../../../../src/outputs/oembedJson.ts';
import { listTimelineJs } from '../../../../src/outputs/timelineJs.ts';
import { viewActor } from '../../../../src/views/actor/actorView.ts';
import { viewAgenda } from '../../../../src/views/data/agendaView.ts';
import { viewArticles } from '../../../../src/views/article/articleView.ts';
import { viewEventCitation } from '../../../../src/views/sharing/citationView.ts';
import type { ViewContext } from '../../../../src/views/page/context.ts';
import { createContext } from '../../../../src/views/page/createContext.ts';
import { viewEmbeddedEvent } from '../../../../src/views/sharing/embedView.ts';
import { viewEventCard } from '../../../../src/views/cards/eventCard.ts';
import { viewEvent } from '../../../../src/views/event/eventView.ts';
import { createFeeds } from '../../../../src/views/data/feedView.ts';
import { viewCalendar } from '../../../../src/views/home/calendarView.ts';
import { viewHome } from '../../../../src/views/home/homeView.ts';
import { describeEvent } from '../../../../src/views/sharing/linkedData.ts';
import { viewPeriod } from '../../../../src/views/home/periodView.ts';
import { viewEventPicture } from '../../../../src/views/sharing/pictureView.ts';
import { listSearchRecords } from '../../../../src/views/search/searchRecords.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

// What every page, list and file prints about events that several sources tell, based on golden cases.

const golden = join(import.meta.dirname, '../../../golden');

function readCase(name: string): ViewContext {
  const files = new Map(
    [join(golden, 'base'), join(golden, 'cases', name, 'content')].flatMap((folder) =>
      readContent(folder, disk).map((file) => [file.path, file] as const),
    ),
  );
  const { archive, problems } = loadArchive(
    [...files.values()].map((file) => ({ ...file, file: file.path })),
    'content',
  );
  if (!archive) throw new Error(problems.map(({ message }) => message).join('\n'));
  return createContext(archive, '/', 'https://harbour.example');
}

/** Returns what each page and file prints about the first event of an archive. */
function printEverywhere(context: ViewContext): Record<string, string> {
  const [event] = context.archive.events;
  if (!event) throw new Error('no event');
  const feed = createFeeds(context).ofSite().entries[0];
  return Object.fromEntries(
    Object.entries({
      card: viewEventCard(event, context),
      home: viewHome(context),
      day: viewPeriod('2024-05-12', context),
      embed: viewEmbeddedEvent(event, context),
      feed,
      picture: viewEventPicture(event, context),
      citation: viewEventCitation(event, context),
      search: listSearchRecords(context).find(({ kind }) => kind === 'events')?.title,
      linkedData: describeEvent(event, context),
      oembed: renderEventOembed(event, context),
      csv: printRecords(
        toWhole(
          listCsv(
            tables.find(({ name }) => name === 'events')!,
            context,
          ),
        ),
      ),
      timelineJs: printRecords(listTimelineJs(context)),
      // Lines of a calendar are folded after 75 bytes.
      calendar: renderCalendar(viewAgenda(context)).replaceAll('\r\n ', ''),
    }).map(([key, value]) => [key, JSON.stringify(value).replaceAll('\\', '')]),
  );
}

describe('a disputed event', () => {
  const context = readCase('bare-sentence');
  const [event] = context.archive.events;
  const everywhere = printEverywhere(context);
  const title = 'Disputed: “The old crane is sold” (The City Ledger)';

  test.each(Object.keys(everywhere))(
    'has the heading of its lead account as a quotation in %s',
    (where) => {
      const printed = everywhere[where]!;
      expect(printed).toContain(title);
      expect(printed.replaceAll(title, '')).not.toMatch(
        /"(?:title|name|headline)":"The old crane is sold"/,
      );
    },
  );

  test.each(Object.keys(everywhere))(
    'has the sentences of both sides with their sources, or of neither, in %s',
    (where) => {
      const printed = everywhere[where]!;
      const sold = printed.split('A scrap dealer paid').length - 1;
      const stood = printed.split('The old crane stands where').length - 1;
      expect(stood).toBe(sold);
      expect(printed).not.toMatch(/Told by|As told by|Sources: The Harbour Post, The City Ledger/);
    },
  );

  test('names the source of each side, and doesn’t count the plan as a side', () => {
    expect(viewEventCard(event!, context).summary).toBe(
      'The City Ledger (reported): A scrap dealer paid for the old crane in cash. ' +
        'The Pilots Gazette (denied): The old crane stands where it stood, and nobody has sold it. ' +
        'Previously: The Harbour Post (planned).',
    );
    const { heldBy, ground } = viewEvent(event!, context);
    expect(heldBy).toBe(
      'Reported by The City Ledger; denied by The Pilots Gazette. Previously: The Harbour Post (planned).',
    );
    expect(ground).toContain('First reported on 13 May 2024, by The City Ledger.');
    expect(viewEventPicture(event!, context).sources).toBe(heldBy);
    expect(viewEmbeddedEvent(event!, context).who).toBeNull();
    expect(viewHome(context).differences[0]?.answers).toEqual([
      { answer: 'reported', who: ['The City Ledger'] },
      { answer: 'denied', who: ['The Pilots Gazette'] },
    ]);
  });

  test('has no machine-readable date, which would state that it happened', () => {
    expect(JSON.stringify(describeEvent(event!, context))).not.toContain('startDate');
  });

  test('has the title and sentence of its ruling, and still both sides', () => {
    const day = 'id: a\ndate: 2024-05-10';
    const ruled = createViewContext(
      {
        a: createDigest([day]),
        b: createDigest([`${day}\ncertainty: denied`], 'city-ledger').replace(
          'It happened.',
          'Nothing happened.',
        ),
      },
      {
        'events/a.md':
          '---\ntitle: Reported sale\nsummary: Two papers disagree.\nreviewed: 2024-07-02\n---\n',
      },
    );
    const card = viewEventCard(ruled.archive.events[0]!, ruled);
    expect(card.title).toBe('Reported sale');
    expect(card.marks).toContain('disputed');
    expect(card.summary).toBe(
      'Two papers disagree. The Harbour Post (reported): It happened. City Ledger (denied): Nothing happened.',
    );
  });

  test('of a single source that withdrew its report separates its articles by their day', () => {
    const day = 'id: a\ndate: 2024-05-10';
    const both = createViewContext({
      a: createDigest([day], 'harbour-post', '2024-05-11'),
      b: createDigest([`${day}\ncertainty: denied`], 'harbour-post', '2024-05-12'),
    });
    const card = viewEventCard(both.archive.events[0]!, both);
    expect(card.title).toBe('Disputed: “a” (The Harbour Post, 11 May 2024)');
    expect(card.sides.map(({ sources }) => sources.map(({ name }) => name))).toEqual([
      ['The Harbour Post, 11 May 2024'],
      ['The Harbour Post, 12 May 2024'],
    ]);
  });
});

describe('an event that several sources tell', () => {
  const day = 'id: a\ndate: 2024-05-10\nactors: ana-brandt';
  const told = (text: string, certainty: string, source: string, published: string) =>
    createDigest([`${day}\ncertainty: ${certainty}`], source, published).replace(
      'It happened.',
      text,
    );

  test('has the sentence of the most certain account, with its source, and states who confirms it', () => {
    const context = createViewContext({
      a: told('A U.S. ship lay there. It left.', 'reported', 'city-ledger', '2024-05-11'),
      b: told(
        'The U.S. Navy lay there. Ana Brandt saw it.',
        'confirmed',
        'harbour-post',
        '2024-05-12',
      ),
    });
    const [event] = context.archive.events;
    expect(event?.certainty).toBe('confirmed');
    expect(viewEventCard(event!, context).summary).toBe(
      'The Harbour Post: The U.S. Navy lay there. Ana Brandt saw it.',
    );
    expect(viewEvent(event!, context).heldBy).toBe(
      'Confirmed by The Harbour Post; reported by City Ledger.',
    );
    expect(printEverywhere(context).card).not.toContain('A U.S. ship');
  });

  test('never takes its title, sentence or first report from a plan', () => {
    const context = createViewContext({
      a: told('It is to be.', 'announced', 'city-ledger', '2024-05-08'),
      b: told('It was.', 'purported', 'harbour-post', '2024-05-12'),
    });
    const [event] = context.archive.events;
    const card = viewEventCard(event!, context);
    expect(card.summary).toBe('The Harbour Post: It was.');
    expect(card.certainty.id).toBe('purported');
    expect(viewEvent(event!, context).ground).toContain(
      'First reported on 12 May 2024, by The Harbour Post.',
    );
    expect(viewEvent(event!, context).heldBy).toBe(
      'Unverified in The Harbour Post. Previously: City Ledger (announced).',
    );
  });

  test('that is still ahead has no first report', () => {
    const context = createViewContext({
      a: told('It is to be.', 'announced', 'city-ledger', '2024-05-08'),
      b: told('It will be.', 'planned', 'harbour-post', '2024-05-09'),
    });
    const [event] = context.archive.events;
    expect(viewEvent(event!, context).ground.join(' ')).not.toContain('First');
    expect(event?.certainty).toBe('announced');
  });
});

describe('an approximate publication', () => {
  const context = readCase('about-published');
  const [event] = context.archive.events;

  test('comes after exact ones, and is never the first report', () => {
    expect(event?.title).toBe('The pilot boat sinks');
    expect(event?.accounts.map(({ article }) => article.id)).toEqual(['a', 'b', 'c']);
    expect(viewArticles(context.archive.articles, context).map(({ link }) => link.id)).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(viewEvent(event!, context).ground).toEqual(
      expect.arrayContaining([
        'First reported on 12 May 2024, by The Harbour Post.',
        'Publication day of The Pilots Gazette not known.',
      ]),
    );
  });

  test('is no first report even if it is the only one', () => {
    const alone = createViewContext({
      a: createDigest(['id: a\ndate: 2024-05-10'], 'harbour-post', '2024-05-14~'),
    });
    const { ground } = viewEvent(alone.archive.events[0]!, alone);
    expect(ground.join(' ')).not.toContain('First');
  });
});

describe('the date of an event', () => {
  test('is never attributed to all accounts if it contradicts one', () => {
    const context = readCase('narrowest-untrue');
    expect(viewEvent(context.archive.events[0]!, context).dateNote).toBe(
      'From The City Ledger; The Harbour Post reported a plan for a later time.',
    );
  });

  test('is stated briefly if it is disputed, and listed on the page of every day that an account gives', () => {
    const context = readCase('disputed-label');
    const [event] = context.archive.events;
    expect(viewEventCard(event!, context).date.label).toBe('night of 9–10 or of 10–11 May 2024');
    for (const day of ['2024-05-09', '2024-05-10', '2024-05-11']) {
      const page = viewPeriod(day, context);
      expect(page.count).toBe('0 events, 1 possible');
      expect(page.possible.cards[0]?.marks).toContain('date disputed');
    }
  });
});

describe('a day', () => {
  const context = readCase('same-day-counts');

  test.each(['2024-05-11', '2024-05-12'])('has the same count everywhere: %s', (day) => {
    const counts = { events: 1, possible: 2 };
    const bar = viewCalendar(context)
      .parts.flatMap(({ rows }) => rows.flat())
      .find((cell) => cell?.url?.endsWith(`${day.slice(-2)}/`));
    const inMonth = viewPeriod('2024-05', context).parts.find(({ url }) =>
      url.endsWith(`${day.slice(-2)}/`),
    );
    const page = viewPeriod(day, context);
    const heading = viewHome(context).past.find(({ url }) => url?.endsWith(`${day.slice(-2)}/`));
    expect([bar, inMonth]).toMatchObject([{ events: 1 }, counts]);
    expect(page.count).toBe('1 event, 2 possible');
    expect(page.possible.cards.map(({ id }) => id).sort()).toEqual([
      'contract-signed',
      'sand-sold',
    ]);
    // Possible events are under the same heading, with their own dates.
    expect(heading?.events.filter(({ when }) => when === null)).toHaveLength(1);
    const first = Date.parse(`${day}T00:00Z`) / 86_400_000;
    const shown = viewAgenda(context).entries.filter(
      ({ when }) => when.type === 'days' && when.first <= first && first <= when.last,
    );
    expect(shown).toHaveLength(3);
  });

  test('is never shown as quiet in the figure', () => {
    expect(JSON.stringify([context.pages.home, context.pages.key])).not.toMatch(
      /nothing happened/i,
    );
  });

  test('counts, with all other days, no more than its month', () => {
    const month = viewPeriod('2024-05', context);
    expect(month.count).toBe('4 events');
    expect(month.parts.reduce((sum, part) => sum + part.events, 0)).toBe(2);
  });
});

test('the data name a disputed event as the pages do', () => {
  const context = readCase('bare-sentence');
  const { events } = JSON.parse(renderEventsJson(context)) as { events: { title: string }[] };
  expect(events[0]?.title).toBe('Disputed: “The old crane is sold” (The City Ledger)');
});

describe('an account of a retracted article', () => {
  const context = readCase('retracted-account');
  const page = (id: string) => viewEvent(context.archive.eventById.get(id)!, context);

  test('is never the lead account while another stands, and is marked as retracted', () => {
    const { title, telling, heldBy, points, ground, accounts } = page('mayor-leaves');
    expect(title).toBe('The mayor goes on holiday');
    expect(telling?.summary).toBe(
      'City Ledger: Ana Brandt left for a week of rest. Her aide has the keys.',
    );
    expect(heldBy).toBe('Reported by City Ledger.');
    expect(points.rows.map(({ on, differ }) => [on, differ])).toEqual([['What she took', null]]);
    expect(ground).toEqual([
      'One article from one outlet.',
      'First reported on 12 May 2024, by City Ledger.',
      'Retracted since: The Harbour Post.',
      'Added 1 June 2024.',
    ]);
    expect(accounts.map(({ certainty }) => certainty)).toEqual([
      'Retracted on 5 June 2024: The Post took the article back. Confirmed: witnessed, or stated by whoever did it.',
      'Reported: passed on by the outlet, not witnessed by it.',
    ]);
  });

  test('marks its event wherever the title appears, if it is the only account', () => {
    const event = context.archive.eventById.get('till-found')!;
    expect(viewEventCard(event, context).marks).toEqual(['retracted', 'one source']);
    expect(renderCalendar(viewAgenda(context))).toContain('SUMMARY:The till is found (retracted)');
    expect(
      createFeeds(context)
        .ofSite()
        .entries.map(({ title }) => title),
    ).toContain('The till is found (retracted)');
  });
});

describe('an event that was planned and then denied', () => {
  const context = readCase('denied-plan');
  const [sale, feast] = context.archive.events;

  test('is stated not to have happened, rather than as a denial of its heading', () => {
    expect(viewEventCard(sale!, context).marks).toEqual([
      'said not to have happened',
      'date disputed',
    ]);
  });

  test('has no day on which it happened, like a future event', () => {
    const asked = viewHome(context).differences.map(({ on }) => on);
    expect(asked.filter((on) => on.includes('did it happen'))).toEqual([]);
    expect(asked).toContain('The gate was never sold: Date');
    expect(viewEvent(feast!, context).notDone).toBe('No source here says it has happened.');
  });

  test('has an undated denial without a day', () => {
    expect(viewEvent(sale!, context).dateReasons).toEqual([
      'The Harbour Post: 12 May 2024.',
      'City Ledger: 13 May 2024.',
      'The Pilots Gazette: no date given.',
    ]);
  });
});

describe('a certainty that an editor set', () => {
  const context = readCase('ruled-certainty');
  const shot = context.archive.eventById.get('docker-shot')!;

  test('is attributed to the editor, next to the certainty of each source', () => {
    const { certainty, heldBy } = viewEvent(shot, context);
    expect(certainty).toBe('Set by an editor: reported.');
    expect(heldBy).toBe(
      'Confirmed by The Harbour Post; unverified in The Pilots Gazette; denied by City Ledger.',
    );
  });

  test('keeps the mark that sources differ, as one of them denies it', () => {
    expect(viewEventCard(shot, context).marks).toContain('sources differ');
  });
});

describe('who reported first', () => {
  const context = readCase('first-reports');
  const said = (id: string) => viewEvent(context.archive.eventById.get(id)!, context).ground;

  test('is every source of that day if one of them has no hour', () => {
    // In the article's own zone it was the 12th.
    expect(said('bell')).toContain(
      'First reported on 11 May 2024, by City Ledger and The Harbour Post.',
    );
  });

  test('is never an article from before the event, if its account was added in an update', () => {
    expect(said('tower-falls')).toContain('First reported on 12 May 2024.');
  });
});

describe('a denial from before an event', () => {
  const context = readCase('denied-before');
  const [fair] = context.archive.events;

  test('is shown with its day, as it couldn’t know what happened since', () => {
    expect(viewEventCard(fair!, context).summary).toContain(
      'The Harbour Post, 10 May 2024 (denied on 10 May 2024, before it): There will be no fair',
    );
  });
});

describe('a quotation of an article in another language', () => {
  const context = readCase('denied-before');
  const quoted = (id: string) => {
    const actor = context.archive.actorById.get(id)!;
    return viewActor(actor, context).statements[0];
  };

  test('is on its speaker’s page in its own language, or said to be our translation', () => {
    expect(quoted('ana-brandt')).toMatchObject({
      text: 'Wir kommen wieder.',
      isOurs: false,
      language: 'de',
    });
    expect(quoted('city-hall')).toMatchObject({
      text: 'It will come again.',
      isOurs: true,
      language: null,
    });
  });

  test('is the speaker’s own words in the data only if it isn’t a translation', () => {
    const { claims } = JSON.parse(renderClaimsJson(context)) as {
      claims: { text: string; exact: boolean }[];
    };
    expect(claims.map(({ text, exact }) => [text, exact])).toEqual([
      ['„Wir kommen wieder.“', true],
      ['“It will come again.”', false],
    ]);
  });
});
