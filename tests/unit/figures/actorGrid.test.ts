import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { describe, expect, test } from 'vitest';
import { drawActorGrid } from '../../../src/figures/actorGrid.ts';
import { createTimeAxis } from '../../../src/figures/timeAxis.ts';
import { viewGrid } from '../../../src/views/gridView.ts';
import { createDigest, createViewContext } from '../createArchive.ts';

describe('createTimeAxis(stretches)', () => {
  const stretches = [
    { first: 100, last: 100, events: 1, label: '' },
    { first: 465, last: 465, events: 4, label: '' },
    { first: 466, last: 466, events: 1, label: '' },
  ];
  const axis = createTimeAxis(stretches);

  test('runs in the order of time, from 0 to 100 per cent', () => {
    const places = [-5000, 100, 101, 300, 465, 466, 467, 5000].map((day) => axis.place(day));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect([places[0], places.at(-1)]).toEqual([0, 100]);
  });

  test('gives a busy day more room than a quiet one, and a quiet year less than either', () => {
    const width = (from: number, to: number) => axis.place(to) - axis.place(from);
    expect(width(465, 466)).toBeGreaterThan(width(466, 467));
    expect(width(101, 465) / 364).toBeLessThan(width(466, 467));
    expect(axis.quiet).toEqual([{ from: 101, to: 465 }]);
  });

  test('of nothing is an axis still', () => {
    expect(createTimeAxis([]).place(3)).toBeGreaterThanOrEqual(0);
  });
});

describe('drawActorGrid(view)', () => {
  const context = createViewContext({
    a: createDigest([
      'id: known\ndate: 2024-05-10\nactors: ana-brandt',
      'id: named\ndate: 2024-05-10\nactors: city-hall',
      'id: about\ndate: 2024-05-12~\nactors: ana-brandt',
      'id: open\ndate: 2024-05-11/..\nactors: ana-brandt',
    ]).replace('## about', 'So says Ana Brandt.\n\n## about'),
  });
  const grid = drawActorGrid(viewGrid(['ana-brandt', 'harbour-police'], context));
  const [row] = grid.rows;
  const tree = fromHtml(row?.svg ?? '', { fragment: true, space: 'svg' });

  test('draws a disc where the event involves the actor, a ring where it is only mentioned', () => {
    expect(selectAll('circle.took', tree)).toHaveLength(1);
    expect(selectAll('circle.named', tree)).toHaveLength(1);
  });

  test('draws a less exact date as a dashed line over its days, an open end to the edge', () => {
    const spans = selectAll('line.span', tree);
    expect(spans).toHaveLength(2);
    expect(spans.map(({ properties }) => properties.x2)).toContain('100%');
  });

  test('says every mark in words, with its date as far as it is known', () => {
    expect(row?.tookPart.map(({ title, date }) => `${title}: ${date}`)).toEqual([
      'about: about 12 May 2024',
      'known: 10 May 2024',
      'open: since 11 May 2024',
    ]);
    expect(row?.mentioned.map(({ title }) => title)).toEqual(['named']);
    expect(selectAll('title', tree).map((title) => toText(title))).toContain(
      'about 12 May 2024: about',
    );
  });

  test('has no row for an actor of no event, and no inline style', () => {
    expect(grid.rows.map(({ actor }) => actor.id)).toEqual(['ana-brandt']);
    expect(grid.axis + (row?.svg ?? '')).not.toMatch(/style=/);
  });
});
