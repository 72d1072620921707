import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { beforeAll, describe, expect, test } from 'vitest';
import DateText from '../../src/components/DateText.astro';
import EventItem from '../../src/components/EventItem.astro';
import History from '../../src/components/History.astro';
import Links from '../../src/components/Links.astro';
import OtherNames from '../../src/components/OtherNames.astro';
import Points from '../../src/components/Points.astro';
import type { EventCard } from '../../src/views/cards/eventCard.ts';
import type { ClaimView, PointTable } from '../../src/views/cards/pointsView.ts';
import { createArPages } from '../../src/views/words/arPages.ts';
import { pageWords as words } from '../../src/views/words/enPages.ts';
import type { PageWords } from '../../src/views/words/words.ts';

type Component = Parameters<AstroContainer['renderToString']>[0];

let container: AstroContainer;

beforeAll(async () => {
  container = await AstroContainer.create();
});

async function render(component: unknown, props: Record<string, unknown>) {
  return fromHtml(await container.renderToString(component as Component, { props }), {
    fragment: true,
  });
}

const card: EventCard = {
  id: 'quay-closed',
  url: '/x/events/quay-closed/',
  title: 'The <quay> closes',
  date: { label: '10 May 2024, evening', datetime: '2024-05-10' },
  time: 'evening',
  summary: 'Boats & more.',
  own: null,
  sides: [],
  plans: null,
  actors: [{ id: 'ana', name: 'Ana', url: '/x/actors/ana/' }],
  sources: [{ id: 'post', name: 'Post', url: '/x/sources/post/' }],
  marks: ['purported', 'one source'],
  place: null,
  placeIds: [],
  certainty: { id: 'purported', name: 'purported' },
  mark: 'dashed',
  isNight: false,
  short: { label: 'Fri 10 May 2024', note: null },
  doubts: ['purported'],
};

describe('DateText', () => {
  test('is a time element only where the date is exact', async () => {
    const exact = await render(DateText, {
      date: { label: '10 May 2024', datetime: '2024-05-10' },
    });
    const open = await render(DateText, { date: { label: 'about 10 May 2024', datetime: null } });
    expect(select('time', exact)?.properties.dateTime).toBe('2024-05-10');
    expect(select('time', open)).toBeUndefined();
    expect(toText(open).trim()).toBe('about 10 May 2024');
  });
});

describe('EventItem', () => {
  test('leads to its event, escapes its words, and says its marks in words', async () => {
    const tree = await render(EventItem, {
      event: card,
      when: 'evening',
      level: 'h4',
      isNight: false,
      words,
    });
    const link = select('h4 a', tree);
    expect(link?.properties.href).toBe(card.url);
    expect(toText(select('h4', tree)!).trim()).toBe('The <quay> closes evening (purported)');
    expect(selectAll('.from b', tree).map((mark) => toText(mark))).toEqual(['purported']);
    expect(toText(select('.facts', tree)!).trim()).toBe('Ana');
    expect(toText(select('.from', tree)!).trim()).toMatch(/^Source: Post/);
  });

  test('says nothing of the date where a heading says it all', async () => {
    expect(
      select(
        '.when',
        await render(EventItem, { event: card, when: null, level: 'h4', isNight: false, words }),
      ),
    ).toBeUndefined();
  });
});

describe('Links', () => {
  test('parts names by the commas of the language', async () => {
    const links = ['A', 'B', 'C'].map((name) => ({ id: name, name, url: `/${name}/` }));
    const print = async (own: PageWords) =>
      toText(await render(Links, { links, words: own })).trim();
    expect(await print(words)).toBe('A, B, C');
    expect(await print(createArPages({ digits: 'latin', months: 'levantine' }))).toBe('A، B، C');
  });
});

describe('OtherNames', () => {
  test('carries the language and keeps the direction of a name apart from the line', async () => {
    const tree = await render(OtherNames, { names: [{ language: 'ar', name: 'آنا' }] });
    expect(select('bdi', tree)?.properties.lang).toBe('ar');
  });
});

describe('Points', () => {
  test('is a table of points by speakers that says in words where the accounts differ, and only there', async () => {
    const claim: ClaimView = {
      id: 'c-00000001',
      former: [],
      on: 'How many',
      as: null,
      source: { id: 'post', name: 'Post', url: '/x/sources/post/' },
      url: '#c',
      answer: 'three',
      says: 'Three.',
      withdrawn: null,
    };
    const table: PointTable = {
      columns: [
        { key: 'ana', name: 'Ana', url: null, side: 'The city' },
        { key: 'post', name: 'Post', url: '/x/sources/post/', side: null },
      ],
      rows: [
        {
          on: 'How many',
          about: null,
          differ: 'sources',
          oneSide: null,
          cells: [[claim], [claim]],
        },
        {
          on: 'Who',
          about: null,
          differ: null,
          oneSide: { name: 'The city', isSide: true },
          cells: [[claim], []],
        },
      ],
      answered: [],
      more: 0,
    };
    const tree = await render(Points, { table, words });
    expect(selectAll('thead th', tree).map((cell) => toText(cell).trim())).toEqual([
      'Point',
      'Ana The city',
      'Post',
    ]);
    expect(selectAll('tbody th', tree).map((cell) => toText(cell).trim())).toEqual([
      'How many sources differ',
      'Who claimed by one side: The city',
    ]);
    expect(toText(selectAll('td', tree).at(-1)!).trim()).toBe('does not say');
    expect(selectAll('[id]', tree)).toEqual([]);
    // Where the claims stand elsewhere, their anchors lead here, each to one place.
    const anchored = await render(Points, { table, words, anchored: true });
    expect(selectAll('[id]', anchored).map(({ properties }) => properties.id)).toEqual([
      'c-00000001',
    ]);
  });

  test('is a list of answers, and who gives each, where there are too many for a table', async () => {
    const claim = (id: string, speaker: string) => ({
      id,
      former: [],
      speaker,
      source: 'Post',
      url: `#${id}`,
      withdrawn: null,
    });
    const table: PointTable = {
      columns: [],
      rows: [],
      answered: [
        {
          on: 'How many',
          about: null,
          differ: 'sources',
          oneSide: null,
          more: 0,
          answers: [
            { answer: 'three', claims: [claim('c-1', 'Ana'), claim('c-2', 'Post')], more: 0 },
            { answer: null, claims: [claim('c-3', 'Ben')], more: 2 },
          ],
        },
      ],
      more: 0,
    };
    const tree = await render(Points, { table, words, anchored: true });
    expect(select('table', tree)).toBeUndefined();
    expect(toText(select('dt', tree)!).trim()).toBe('How many sources differ');
    expect(
      selectAll('dd', tree).map((answer) => toText(answer).replace(/\s+/g, ' ').trim()),
    ).toEqual(['three Ana, via Post; Post', 'Ben, via Post and two others']);
    expect(selectAll('[id]', tree).map(({ properties }) => properties.id)).toEqual([
      'c-1',
      'c-2',
      'c-3',
    ]);
  });
});

describe('History', () => {
  const note = {
    date: { label: '1 August 2024', datetime: '2024-08-01' },
    reason: 'It was another quay.',
  };

  test('says that a page was retracted, when and why', async () => {
    const tree = await render(History, {
      history: { retracted: note, corrections: [note] },
      words,
    });
    expect(toText(select('.retracted', tree)!)).toBe(
      'Retracted on 1 August 2024: It was another quay.',
    );
    expect(selectAll('.corrections li', tree)).toHaveLength(1);
  });

  test('says nothing where there is nothing to say', async () => {
    expect(
      toText(
        await render(History, { history: { retracted: null, corrections: [] }, words }),
      ).trim(),
    ).toBe('');
  });
});
