import { expect, test } from 'vitest';
import { viewSuggestions } from '../../../../src/views/search/suggestions.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

test('viewSuggestions(context) has the people, places and days with most events, days in order', () => {
  const context = createViewContext({
    a: createDigest([
      'id: a\ndate: 2024-05-12\nactors: city-hall',
      'id: b\ndate: 2024-05-10\nactors: city-hall, ana-brandt\nplace: port',
      'id: c\ndate: 2024-05-10',
    ]),
  });
  const found = viewSuggestions(context).map(({ url, links }) => [
    url,
    ...links.map(({ id, events }) => `${id} ${events}`),
  ]);
  expect(found).toEqual([
    ['/actors/', 'city-hall 2', 'ana-brandt 1'],
    ['/places/', 'port 1'],
    ['/', '2024-05-10 2', '2024-05-12 1'],
  ]);
});

test('viewSuggestions(context) leaves out kinds without events', () => {
  const context = createViewContext({ a: createDigest(['id: a\ndate: 2024-05']) });
  expect(viewSuggestions(context)).toEqual([]);
});
