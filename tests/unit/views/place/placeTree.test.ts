import { expect, test } from 'vitest';
import { viewPlaces, type PlaceNode } from '../../../../src/views/place/placeView.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

const print = ({ id, count, inner }: PlaceNode): unknown => [id, count, ...inner.map(print)];

test('viewPlaces(context) lists each place below the one that contains and counts it', () => {
  const context = createViewContext(
    {
      a: createDigest([
        'id: a\ndate: 2024-05-10\nplace: gate',
        'id: b\ndate: 2024-05-11\nplace: town',
      ]),
    },
    {
      'places/town.md': '---\nname: Town\n---\n',
      'places/quarter.md': '---\nname: Quarter\nwithin: town\n---\n',
      'places/gate.md': '---\nname: Gate\nwithin: quarter\n---\n',
    },
  );
  expect(viewPlaces(context).tree.map(print)).toContainEqual([
    'town',
    'two events',
    ['quarter', 'one event', ['gate', 'one event']],
  ]);
});
