import { describe, expect, test } from 'vitest';
import { viewCorrections, viewRetracted } from '../../../../src/views/history/historyView.ts';
import {
  listAddresses,
  listRedirects,
  renderRedirects,
} from '../../../../src/views/data/permalinks.ts';
import { createAddresses } from '../../../../src/views/page/addresses.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

const named = (name: string, more: string) => `---\nname: ${name}\n${more}---\n`;
const context = createViewContext(
  {
    post: createDigest(['id: a\ndate: 2024-05-10']).replace(
      'source:',
      'formerly: old-post\nsource:',
    ),
  },
  {
    'events/a.md':
      '---\nformerly: [b, c]\ncorrections:\n  - { date: 2024-08-01, reason: The day was wrong. }\n---\n',
    'events/gone.md':
      '---\ntitle: It never was\ndate: 2024-05-12~\nformerly: gone-before\nretracted: { date: 2024-09-01, reason: Nobody saw it. }\n---\n',
    'actors/pilot.md': named('Pilot', 'kind: person\nformerly: the-pilot\n'),
    'sources/old.md': named('Old paper', 'formerly: older\n'),
    'places/pier.md': named('The pier', 'formerly: jetty\n'),
    'permalinks.txt': '/2019/05/\n/2024/\n',
  },
);

describe('listRedirects(archive, at)', () => {
  test('redirects every former address to its current page, by name', () => {
    const redirects = listRedirects(context.archive, createAddresses('/x/'));
    expect(redirects.map(({ name, from, to }) => `${name}: ${from} ${to}`)).toEqual([
      'a: /x/events/b/ /x/events/a/',
      'a: /x/embed/events/b/ /x/embed/events/a/',
      'a: /x/events/c/ /x/events/a/',
      'a: /x/embed/events/c/ /x/embed/events/a/',
      'It never was: /x/events/gone-before/ /x/events/gone/',
      'It never was: /x/embed/events/gone-before/ /x/embed/events/gone/',
      'Pilot: /x/actors/the-pilot/ /x/actors/pilot/',
      'Pilot: /x/embed/actors/the-pilot/ /x/embed/actors/pilot/',
      'A digest: /x/articles/old-post/ /x/articles/post/',
      'Old paper: /x/sources/older/ /x/sources/old/',
      'The pier: /x/places/jetty/ /x/places/pier/',
    ]);
    expect(renderRedirects(redirects).split('\n')[0]).toBe('/x/events/b/ /x/events/a/ 301');
  });
});

describe('listAddresses(archive)', () => {
  test('has pages, former ids, retracted events and empty periods, once each and sorted', () => {
    const addresses = listAddresses(context.archive);
    expect(addresses).toEqual(
      expect.arrayContaining(['/', '/2019/05/', '/2024/05/10/', '/events/b/', '/events/gone/']),
    );
    expect(addresses).toEqual([...new Set(addresses)].sort());
  });

  test('has the card of each event and actor, including renamed and retracted ones', () => {
    const cards = listAddresses(context.archive).filter((address) => address.startsWith('/embed/'));
    for (const path of ['events/a', 'events/b', 'events/gone', 'actors/pilot', 'actors/the-pilot'])
      expect(cards).toContain(`/embed/${path}/`);
    expect(cards).toContain('/embed/timeline/');
    expect(cards.filter((card) => /articles|sources|places/.test(card))).toEqual([]);
  });
});

describe('the corrections', () => {
  test('are listed newest first, with their pages', () => {
    expect(
      viewCorrections(context).map(({ date, page, isRetraction, reason }) => [
        date.label,
        page.url,
        isRetraction,
        reason,
      ]),
    ).toEqual([
      ['1 September 2024', '/events/gone/', true, 'Nobody saw it.'],
      ['1 August 2024', '/events/a/', false, 'The day was wrong.'],
    ]);
  });

  test('a retracted event keeps its title and date in words, without a machine-readable date', () => {
    const [gone] = context.archive.retracted;
    expect(gone && viewRetracted(gone, context)).toMatchObject({
      title: 'It never was',
      date: { label: 'About 12 May 2024', datetime: null },
      history: { retracted: { reason: 'Nobody saw it.' } },
    });
  });
});
