import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../../src/checks/checkContent.ts';
import { disk, readContent } from '../../../src/collections/readContent.ts';
import { renderActorsJson } from '../../../src/outputs/actorsJson.ts';
import { renderReport } from '../../../src/problems/report.ts';
import { viewActor } from '../../../src/views/actor/actorView.ts';
import { viewArticle } from '../../../src/views/article/articleView.ts';
import { groupByPeriod } from '../../../src/views/dates/calendar.ts';
import { createContext } from '../../../src/views/page/createContext.ts';
import { viewOutletAmong } from '../../../src/views/source/coverageView.ts';
import { viewEventCard } from '../../../src/views/cards/eventCard.ts';
import { viewEvent } from '../../../src/views/event/eventView.ts';
import { listDifferences } from '../../../src/views/home/differView.ts';
import { viewHome } from '../../../src/views/home/homeView.ts';
import { describeActor, describeEvent } from '../../../src/views/sharing/linkedData.ts';
import { viewPlace } from '../../../src/views/place/placeView.ts';
import {
  viewActorSharing,
  viewArticleSharing,
  viewEventSharing,
} from '../../../src/views/sharing/sharingView.ts';
import { viewTelling } from '../../../src/views/cards/telling.ts';

// Nine invented articles by six outlets in three languages contradict each other in every way; these tests check
// what the pages say, and whom they quote.

const content = join(import.meta.dirname, '../../sites/tollbridge/content');
const files = readContent(content, disk).map((file) => ({ ...file, file: `content/${file.path}` }));
const { archive, problems, filesRead } = checkFiles(files, 'content', {
  now: Date.UTC(2026, 11, 1),
});
const context = createContext(archive!, '/', 'https://toll.example');

const getEvent = (id: string) => archive!.eventById.get(id)!;
const getActor = (id: string) => archive!.actorById.get(id)!;
const getPage = (id: string) => viewEvent(getEvent(id), context);
const getActorPage = (id: string) => viewActor(getActor(id), context);

test('the check lists what an editor must review, and finds no error', async () => {
  await expect(`${renderReport(problems, filesRead)}\n`).toMatchFileSnapshot(
    '../../sites/tollbridge/problems.txt',
  );
});

describe('the source of a sentence', () => {
  test('precedes the sentence wherever several outlets tell an event', () => {
    const summaries = archive!.events.map((event) => [
      event.id,
      viewTelling(event, context).summary,
    ]);
    expect(Object.fromEntries(summaries)).toEqual({
      'bridge-shut':
        'The Marn Courier: The Toll Guard let down the bar at the toll house, our reporter saw. Carts waited as far as the Lower Town.',
      'contract-signed':
        'Halden Mutual signed for the bridge in New York at eight in the evening. Its man there showed the sheet to our reporter.',
      // The editor's own summary.
      'council-votes': 'The council voted on whether to open the bridge.',
      'ferryman-arrested':
        'The Marn Courier: The Toll Guard took a ferryman from his boat in the Lower Town before it was light. The captain calls him Pavo Denk.',
      'gate-sold':
        'The Ferry Bell (reported; also Bridge Monthly): The council robbed the town of its gate and took forty crowns for it. The League will not forget. The Toll Gazette (denied): The gate stands where it stood, and nobody has paid for it. What The Ferry Bell prints is a tale. Still to come at publication: The Marn Courier (planned).',
      'lamps-out':
        '\u2068La Rive\u2069: The lamps of the Lower Town went out at half past eleven, and boats crossed in the dark.',
      'sand-carted': 'Somebody carted sand from the bank on Friday or Saturday.',
      vigil: 'People kept a vigil before the toll house from Friday to Saturday.',
      'watchmen-killed':
        'The Marn Courier: Two watchmen of the Toll Guard lay dead in the toll house, says the doctor who was called. Who struck them he could not say.',
    });
  });

  test('is named with a title that another outlet denies', () => {
    const title = 'Disputed: “The council sells the people’s gate” (The Ferry Bell)';
    expect(getPage('gate-sold').title).toBe(title);
    expect(describeEvent(getEvent('gate-sold'), context)).toMatchObject({
      '@graph': expect.arrayContaining([
        // A disputed event is not an Event in linked data.
        expect.objectContaining({ '@type': 'Thing', name: title }),
      ]) as unknown,
    });
  });

  test('precedes each on an actor’s page, if another sentence names that actor', () => {
    const sentences = (id: string) => getActorPage(id).events.cards.map(({ summary }) => summary);
    expect(sentences('orsen')).toEqual([
      'The Marn Courier, 9 March 2024: Orsen counted them twice.',
    ]);
    expect(sentences('arrested-ferryman')).toEqual([
      'The Marn Courier: The captain calls him Pavo Denk.',
    ]);
  });
});

describe('a name that is only claimed', () => {
  test('is never a name or spelling, and appears with the people who claim it', () => {
    const page = getActorPage('arrested-ferryman');
    expect(page.spellings.map(({ text }) => text)).toEqual(['The arrested ferryman']);
    expect(page.namedAs.map(({ text, by }) => [text, by.map(({ name }) => name)])).toEqual([
      ['Pavo Denk', ['The Toll Guard']],
      ['Ilan Roth', ['The Ferry Bell', 'The Ferrymen’s League']],
    ]);
    const { data, pictureText } = viewActorSharing(getActor('arrested-ferryman'), context);
    expect(data).toContain('"alternateName":[]');
    expect(pictureText).toBe('Ferryman, held for the deaths. The arrested ferryman');
    expect(describeActor(getActor('arrested-ferryman'), context)).toBeDefined();
  });

  test('links from the actor’s page to the claim', () => {
    const [named] = getActorPage('josk-amar').namedIn;
    expect(named).toMatchObject({
      speaker: 'Lida Orsen',
      text: 'Josk Amar. The man whom they hold is Josk Amar.',
    });
    expect(named?.source.id).toBe('nahr-marn');
  });

  test('is among the disputes of home and of the event', () => {
    expect(JSON.stringify(viewHome(context).differences)).toContain('Who the man is');
    expect(getPage('ferryman-arrested').points.rows.map(({ on, differ }) => [on, differ])).toEqual([
      ['Who the man is', 'cited'],
    ]);
  });
});

describe('a claim made in the account of another event', () => {
  test('is compared on the page of an actor whom it names, with the event that it is about', () => {
    const { layout, namedIn } = getActorPage('town-council');
    const point = layout.find(({ about }) => about?.id === 'bridge-shut');
    const answers = point?.columns.flatMap((column) => column.answers.map(({ text }) => text));
    expect([
      ...(answers ?? []),
      ...(point?.cells ?? []).map(({ answer }) => answer.text),
    ]).toContain('the council');
    expect(namedIn).toEqual([]);
  });

  test('counts as its outlet’s coverage of that event', () => {
    const source = archive!.sources.find(({ id }) => id === 'bridge-monthly')!;
    const { leavesOut } = viewOutletAmong(source, 10, context)!;
    expect(leavesOut.map(({ id }) => id)).toEqual([
      'lamps-out',
      'watchmen-killed',
      'council-votes',
    ]);
  });
});

describe('the time of an event', () => {
  test('is stated in the shortest true words', () => {
    const dates = archive!.events.map((event) => [
      event.id,
      viewEventCard(event, context).date.label,
    ]);
    expect(dates).toEqual([
      ['vigil', 'from 8 to 9 March 2024'],
      ['sand-carted', '8 or 9 March 2024'],
      ['bridge-shut', '8 March 2024, morning'],
      ['lamps-out', '8 March 2024'],
      ['watchmen-killed', 'night of 8–9 March 2024'],
      ['ferryman-arrested', 'night of 8–9 or of 9–10 March 2024'],
      ['gate-sold', '9 March 2024'],
      ['contract-signed', '8 March 2024, 20:00 in New York'],
      ['council-votes', '9 March 2024, 11:00'],
    ]);
  });

  test('is positioned by its earliest night or hour if they differ, after the morning', () => {
    const ids = archive!.events.map(({ id }): string => id);
    expect(ids.indexOf('bridge-shut')).toBeLessThan(ids.indexOf('lamps-out'));
    expect(ids.indexOf('bridge-shut')).toBeLessThan(ids.indexOf('ferryman-arrested'));
  });

  test('has neighbours on the timeline, whichever happened first', () => {
    const beside = (id: string) => [getPage(id).before?.label, getPage(id).after?.label];
    expect(beside('gate-sold')).toEqual(['Previous · 8–10 Mar 2024', 'Next · 9 Mar 2024']);
    expect(beside('council-votes')).toEqual(['Previous · 9 Mar 2024', undefined]);
    expect(beside('bridge-shut')).toEqual(['Previous · 8 or 9 Mar 2024', 'Next · 8 Mar 2024']);
  });

  test('is never shown with an hour of another zone on a day of the story', () => {
    const entry = viewHome(context).figure?.entries.find(({ id }) => id === 'contract-signed');
    expect([entry?.date, entry?.notes[0]]).toEqual([
      'Sat 9 Mar',
      '8 March 2024, 20:00 in New York',
    ]);
  });

  test('adds to one count per day, with possible events apart', () => {
    const periods = groupByPeriod(archive!.events, archive!.site.zone);
    const counts = ['2024-03-08', '2024-03-09', '2024-03-10'].map((day) => {
      const found = periods.get(day);
      return [found?.known.length, found?.possible.length];
    });
    expect(counts).toEqual([
      [4, 2],
      [3, 2],
      [0, 1],
    ]);
  });

  test('isn’t first reported by an article of unknown day, nor by one that announced it', () => {
    const said = (id: string) => getPage(id).ground.join(' ');
    expect(said('council-votes')).toContain('First reported on 9 March 2024, by The Marn Courier.');
    expect(said('lamps-out')).toContain(
      'First reported on 10 March 2024, by \u2068نهر مارن\u2069. Publication day of \u2068La Rive\u2069 not known.',
    );
    expect(said('gate-sold')).toContain('First reported on 10 March 2024, by The Ferry Bell.');
  });
});

describe('the certainty', () => {
  test('isn’t lowered by a passing mention, and names each source with its certainty', () => {
    expect(getPage('bridge-shut').heldBy).toBe(
      'Confirmed by The Marn Courier; reported by \u2068نهر مارن\u2069, The Ferry Bell and \u2068La Rive\u2069.',
    );
    expect(getPage('council-votes').heldBy).toBe(
      'Confirmed by The Marn Courier, 9 March 2024; reported by \u2068نهر مارن\u2069. Previously: The Marn Courier, 8 March 2024 (announced).',
    );
  });
});

describe('places within places', () => {
  test('agree on the narrower, and each lists what happened within it', () => {
    expect(getPage('bridge-shut').place?.id).toBe('toll-house');
    const listed = viewPlace(archive!.placeById.get('marn')!, context).events.cards;
    expect(listed.map(({ id }) => id)).toContain('bridge-shut');
  });

  test('aren’t named by an outlet’s name that contains theirs', () => {
    const { html } = getPage('bridge-shut').accounts[1]!;
    expect(html).toContain('reports the Marn Courier');
    expect(html).not.toContain('/places/marn/');
  });
});

describe('articles in other languages', () => {
  test('have quotations in their own marks as original words, not as our translation', () => {
    const { html } = getPage('watchmen-killed').accounts[1]!;
    expect(html).toContain(
      '<blockquote lang="fr" dir="auto"><p>« On les a trouvés à l’aube. »</p>',
    );
    expect(html).not.toContain('our translation');
  });

  test('aren’t credited with our spellings', () => {
    const { actors } = JSON.parse(renderActorsJson(context)) as {
      actors: { id: string; spellings: { text: string; sources: string[] }[] }[];
    };
    const sourcesOf = (id: string) =>
      actors.find((actor) => actor.id === id)?.spellings[0]?.sources;
    expect(sourcesOf('orsen')).toEqual(['marn-courier']);
    expect(sourcesOf('josk-amar')).toEqual([]);
    // French has the same letters.
    expect(sourcesOf('halden')).toEqual(['la-rive']);
  });

  test('have our translation beside the title in shared previews', () => {
    const article = archive!.articleById.get('nahr-sawt')!;
    const shared = '\u2068التصويت في مارن\u2069 – The vote in Marn (our translation)';
    expect(viewArticle(article, context).description).toBe(
      `\u2068نهر مارن\u2069, 10 March 2024: ${shared}`,
    );
    expect(viewArticleSharing(article, context).pictureText).toBe(
      '10 March 2024. \u2068التصويت في مارن\u2069. The vote in Marn (our translation). Source: \u2068نهر مارن\u2069. Printed date corrected',
    );
  });
});

test('the text of a picture has one full stop after each sentence', () => {
  const texts = archive!.events.map((event) => viewEventSharing(event, context).pictureText);
  expect(texts.join('\n')).toContain('and \u2068La Rive\u2069. Sources differ');
  for (const text of texts) expect(text).not.toContain('..');
});

test('an outlet that changes its number, or two speakers in one article, don’t count as two sources', () => {
  const { shown } = listDifferences(archive!.events, Infinity, context);
  const carts = shown.find(({ on }) => on === 'How many carts waited');
  expect(carts?.answers.map(({ who }) => who)).toEqual([
    ['The Marn Courier, 8 March 2024'],
    ['The Marn Courier, 9 March 2024'],
  ]);
  expect(viewEventCard(getEvent('vigil'), context).marks).toEqual(['claims differ', 'one source']);
});

test('those who were killed are “involved”', () => {
  expect(getPage('watchmen-killed').actors.map(({ id }) => id)).toEqual(['watchmen']);
  expect(context.pages.event.involved).toBe('Involved');
});

test('each reason is with its decision', () => {
  expect(getPage('watchmen-killed').reasons).toEqual({
    title:
      'Who struck them is a point on which the outlets differ, so the headline says only that they died.',
    certainty: 'The doctor saw them.',
  });
  expect(getPage('ferryman-arrested').reasons).toEqual({
    date: 'The outlets give two nights, and none has corrected itself.',
  });
});
