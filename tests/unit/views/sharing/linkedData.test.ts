import { describe, expect, test } from 'vitest';
import {
  describeActor,
  describeArticle,
  describeEvent,
  describePlacePage,
  describeSourcePage,
  printLinkedData,
} from '../../../../src/views/sharing/linkedData.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

type Things = readonly Readonly<Record<string, unknown>>[];

function describeFirst(facts: string, others: Record<string, string> = {}) {
  const context = createViewContext({ a: createDigest([facts]) }, others);
  const things = describeEvent(context.archive.events[0]!, context)['@graph'] as unknown as Things;
  const find = (type: string) => things.find((thing) => thing['@type'] === type)!;
  return { context, find, things };
}

describe('describeEvent(event, context)', () => {
  test.each([
    ['2024-05-10', { startDate: '2024-05-10' }],
    ['2024-05', { startDate: '2024-05' }],
    ['2024-05-10/2024-05-12', { startDate: '2024-05-10', endDate: '2024-05-12' }],
    ['2024-05-10~/2024-05-12', {}],
    ['2024-05-10/..', { startDate: '2024-05-10' }],
    ['2024-05-10~', {}],
    ['2024-05-10?', {}],
    ['2024-05-1X', {}],
    ['[2024-05-10,2024-05-12]', {}],
  ])('dated %s has only the dates that it can state', (date, dates) => {
    const { things } = describeFirst(`id: a\ndate: ${date}\nplace: port`);
    const { startDate, endDate } = things[1]!;
    expect(JSON.parse(JSON.stringify({ startDate, endDate }))).toEqual(dates);
  });

  test.each([
    ['date: 2024-05-10\nplace: port', 'Event'],
    ['date: 2024-05-10', 'Thing'],
    ['date: 2024-05-10~\nplace: port', 'Thing'],
    ['date: 2024-05-10/..\nplace: port', 'Event'],
    ['date: 2024-05-10\nplace: port\ncertainty: purported', 'Thing'],
    ['date: 2024-05-10\nplace: port\ncertainty: denied', 'Thing'],
    ['date: 2024-08-10\nplace: port\ncertainty: planned', 'Thing'],
  ])('%j is an Event only if it has a day and a place and has happened: %s', (facts, type) => {
    const [, told] = describeFirst(`id: a\n${facts}`).things;
    expect(told?.['@type']).toBe(type);
    if (type === 'Thing') expect(told).not.toHaveProperty('startDate');
  });

  test('links the Wikidata items of actors and places, and names the publisher', () => {
    const { things } = describeFirst('id: a\ndate: 2024-05-10\nplace: port', {
      'places/port.md': '---\nname: Porto Velho\nwikidata: Q12345\n---\n',
    });
    expect(things[1]).toMatchObject({
      location: { sameAs: 'https://www.wikidata.org/wiki/Q12345' },
    });
    expect(things[0]).toMatchObject({
      author: { '@type': 'Organization', name: 'The quay' },
      publisher: { '@id': 'http://localhost:4321/' },
      image: 'http://localhost:4321/og/events/a.png',
    });
  });

  test('has no Event if it was retracted, and uses the day an account was added as its modification date', () => {
    const facts = 'id: a\ndate: 2024-05-10\nplace: port';
    const { things } = describeFirst(facts, {
      'events/a.md': '---\nretracted: { date: 2024-09-01, reason: Wrong. }\n---\n',
    });
    expect(things[1]?.['@type']).toBe('Thing');
    expect(things[0]).toMatchObject({ datePublished: '2024-07-01', dateModified: '2024-09-01' });
    const context = createViewContext({
      a: createDigest([facts]),
      b: createDigest([facts]).replace('added: 2024-07-01', 'added: 2024-07-05'),
    });
    const [page] = describeEvent(context.archive.events[0]!, context)['@graph'];
    expect(page).toMatchObject({ datePublished: '2024-07-01', dateModified: '2024-07-05' });
  });

  test('states in words what no date can express, and the certainty', () => {
    const event = describeFirst('id: a\ndate: 2024-05-10~\ncertainty: purported').find('Thing');
    expect(event.description).toMatch(/^about 10 May 2024\. Unverified: /);
  });

  test('cites others’ articles without being one of them', () => {
    const page = describeFirst('id: a\ndate: 2024-05-10').find('Article');
    expect(page).toMatchObject({
      '@id': 'http://localhost:4321/events/a/',
      datePublished: '2024-07-01',
      about: { '@id': 'http://localhost:4321/events/a/#_event' },
      citation: [
        {
          '@type': 'NewsArticle',
          '@id': 'http://localhost:4321/articles/a/#_original',
          headline: 'A digest',
          datePublished: '2024-06-30',
          publisher: { '@type': 'NewsMediaOrganization', name: 'The Harbour Post' },
        },
      ],
    });
    expect(page).not.toHaveProperty('correction');
  });

  test('has each correction, and the day of the last as its modification date', () => {
    const ruling =
      '---\ncorrections:\n  - { date: 2024-09-03, reason: Two. }\n  - { date: 2024-08-02, reason: One. }\n---\n';
    const { find } = describeFirst('id: a\ndate: 2024-05-10', { 'events/a.md': ruling });
    expect(find('Article')).toMatchObject({
      dateModified: '2024-09-03',
      correction: [{ '@type': 'CorrectionComment', datePublished: '2024-09-03', text: 'Two.' }, {}],
    });
  });

  test('has the claims about it, with speaker and location', () => {
    const claims =
      '\n```claim\nby: warden\non: Who\nanswer: she\nsays: She did it.\n```\n\n```claim\nas: a guard\non: Who\nanswer: he\nsays: He did it.\n```\n';
    const context = createViewContext(
      { a: createDigest(['id: a\ndate: 2024-05-10']) + claims },
      { 'actors/warden.md': '---\nname: Ana Warden\nkind: person\n---\n' },
    );
    const event = context.archive.events[0]!;
    const found = describeEvent(event, context)['@graph'].filter(
      (thing) => (thing as { '@type': string })['@type'] === 'Claim',
    );
    expect(found).toMatchObject([
      {
        text: 'She did it.',
        author: { '@id': 'http://localhost:4321/actors/warden/#_actor' },
        about: { '@id': 'http://localhost:4321/events/a/#_event' },
        appearance: { '@id': 'http://localhost:4321/articles/a/#_original' },
      },
      { text: 'He did it.', creditText: 'a guard' },
    ]);
  });
});

describe('describeActor(actor, context)', () => {
  test.each([
    ['person', 'Person'],
    ['organisation', 'Organization'],
    ['state-body', 'GovernmentOrganization'],
    ['outlet', 'NewsMediaOrganization'],
  ])('has a %s as %s, with names by language and what it belongs to', (kind, type) => {
    const context = createViewContext(
      {},
      {
        'actors/one.md': `---\nname: One\nkind: ${kind}\nof: two\nspellings: [Won]\nnames: { ar: واحد }\n---\n`,
        'actors/two.md': '---\nname: Two\nkind: organisation\n---\n',
      },
    );
    const [page] = describeActor(context.archive.actorById.get('one')!, context)['@graph'];
    expect(page).toMatchObject({
      '@type': 'ProfilePage',
      mainEntity: {
        '@type': type,
        '@id': 'http://localhost:4321/actors/one/#_actor',
        alternateName: [{ '@language': 'ar', '@value': 'واحد' }, 'Won'],
        memberOf: [{ '@id': 'http://localhost:4321/actors/two/#_actor' }],
      },
    });
  });
});

describe('the pages of places and sources', () => {
  test('have their Wikidata item, and the location of a place or the address of a site', () => {
    const context = createViewContext(
      {},
      {
        'places/port.md': '---\nname: Porto Velho\nwikidata: Q12345\nat: 40.5, -8.25\n---\n',
        'sources/post.md':
          '---\nname: The Post\nwikidata: Q54321\nurl: https://post.example\n---\n',
      },
    );
    const { placeById, sourceById } = context.archive;
    expect(describePlacePage(placeById.get('port')!, context)['@graph'][0]).toMatchObject({
      '@type': 'Place',
      '@id': 'http://localhost:4321/places/port/',
      sameAs: 'https://www.wikidata.org/wiki/Q12345',
      geo: { latitude: 40.5, longitude: -8.25 },
    });
    expect(describeSourcePage(sourceById.get('post')!, context)['@graph'][0]).toMatchObject({
      '@type': 'NewsMediaOrganization',
      url: 'https://post.example',
      sameAs: 'https://www.wikidata.org/wiki/Q54321',
    });
  });
});

describe('describeArticle(article, context)', () => {
  test('has the digest based on the original', () => {
    const front =
      '---\ntitle: Quay closed\nsource: harbour-post\npublished: 2024-05-11T20:30+03:00\nby: Staff\nurl: https://post.example/q\narchived: https://kept.example/q\nadded: 2024-07-01\n---\n\nA lead.\n';
    const context = createViewContext({ a: front });
    const [page] = describeArticle(context.archive.articleById.get('a')!, context)['@graph'];
    expect(page).toMatchObject({
      '@type': 'Article',
      '@id': 'http://localhost:4321/articles/a/',
      isBasedOn: {
        '@type': 'NewsArticle',
        url: 'https://post.example/q',
        archivedAt: 'https://kept.example/q',
        creditText: 'Staff',
      },
    });
  });
});

describe('printLinkedData(data)', () => {
  test('can’t end its script element, and parses back to the same data', () => {
    const title = 'A </script><script>alert(1)</script> <!-- title';
    const context = createViewContext({
      a: createDigest(['id: a\ndate: 2024-05-10']).replace('## a', `## ${title}`),
    });
    const data = describeEvent(context.archive.events[0]!, context);
    const printed = printLinkedData(data);
    expect(printed).not.toContain('<');
    expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(data)));
    expect(printed).toContain('alert(1)');
  });
});
