import { s } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import type { GridStretch, GridFigure, GridMark, GridRow, GridView } from '../views/gridView.ts';
import { createTimeAxis, type TimeAxis } from './timeAxis.ts';

// Every place is in per cent of the width and every size in pixels, so that a drawing stretches with its
// page and its marks stay round. Colours and dashes are the style sheet's.
const ROW = 26;
const LANE = 9;
const LANES = 5;

/**
 * Draws a grid of actors and time: a disc where an event involves an actor, a ring where it is only mentioned, a
 * dashed line over all days that an event may be of. The drawing is for the eye: its words are in the rows.
 */
export function drawActorGrid({ stretches, quiet, rows, isSummed }: GridView): GridFigure {
  const axis = createTimeAxis(stretches);
  const counts = new Map(stretches.map(({ first, events }) => [first, events]));
  const most = Math.max(1, ...rows.flatMap(({ marks }) => marks.map(({ count }) => count ?? 1)));
  return {
    isSummed,
    axis: drawAxis(stretches, axis, quiet),
    rows: rows.map((row) => ({
      actor: row.actor,
      svg: drawRow(row, axis, counts, most),
      tookPart: row.marks.filter(({ tookPart }) => tookPart),
      mentioned: row.marks.filter(({ tookPart }) => !tookPart),
    })),
  };
}

/** The days' names, thinned out so that none runs into the next: fewer on a narrow screen. */
function drawAxis(
  stretches: readonly GridStretch[],
  axis: TimeAxis,
  quiet: (from: number, to: number) => string,
): string {
  const named = stretches.filter(({ label }) => label !== '');
  const wide = thin(named, axis, 9);
  const narrow = thin(named, axis, 20);
  const labels = named.flatMap((day) =>
    wide.has(day)
      ? [
          s(
            'text',
            {
              x: percent(centre(day, axis)),
              y: 12,
              textAnchor: 'middle',
              className: narrow.has(day) ? [] : ['minor'],
            },
            day.label,
          ),
        ]
      : [],
  );
  const breaks = axis.quiet.map(({ from, to }) =>
    s('g', { className: ['quiet'] }, [
      s('title', quiet(from, to)),
      s('rect', {
        x: percent(axis.place(from)),
        y: 18,
        width: percent(axis.place(to) - axis.place(from)),
        height: 4,
      }),
    ]),
  );
  return print(
    s('svg', { height: 22, ariaHidden: 'true', className: ['axis'] }, [...breaks, ...labels]),
  );
}

function thin(stretches: readonly GridStretch[], axis: TimeAxis, apart: number): Set<GridStretch> {
  const kept = new Set<GridStretch>();
  // The busiest days keep their names first.
  const byEvents = [...stretches].sort((a, b) => b.events - a.events || a.first - b.first);
  for (const day of byEvents) {
    const isFree = [...kept].every(
      (other) => Math.abs(centre(other, axis) - centre(day, axis)) >= apart,
    );
    const isInside = centre(day, axis) >= apart / 2.6 && centre(day, axis) <= 100 - apart / 2.6;
    if (isFree && isInside) kept.add(day);
  }
  return kept;
}

function drawRow(
  row: GridRow,
  axis: TimeAxis,
  counts: ReadonlyMap<number, number>,
  most: number,
): string {
  const sums = row.marks.filter(({ count }) => count !== null);
  const single = row.marks.filter(({ count }) => count === null);
  const exact = single.filter(({ place }) => place !== null);
  const spans = single.filter(({ place }) => place === null);
  const lanes = Math.min(LANES, spans.length);
  return print(
    s('svg', { height: ROW + lanes * LANE, ariaHidden: 'true' }, [
      ...axis.quiet.map(({ from, to }) =>
        s('rect', {
          className: ['quiet'],
          x: percent(axis.place(from)),
          y: 0,
          width: percent(axis.place(to) - axis.place(from)),
          height: '100%',
        }),
      ),
      s('line', { className: ['base'], x2: '100%', y1: ROW / 2, y2: ROW / 2 }),
      // The last spans share the last lane: a row is never higher than a few.
      ...spans.map((mark, index) =>
        drawSpan(mark, axis, ROW + (Math.min(index, LANES - 1) + 0.3) * LANE),
      ),
      ...exact.map((mark) => drawMark(mark, axis, counts)),
      ...sums.map((mark) => drawSum(mark, axis, most)),
    ]),
  );
}

function drawMark(mark: GridMark, axis: TimeAxis, counts: ReadonlyMap<number, number>) {
  const day = mark.first ?? 0;
  const x = axis.place(day + ((mark.place ?? 0) + 0.5) / Math.max(counts.get(day) ?? 1, 1));
  return linked(mark, [
    s('circle', {
      className: [mark.tookPart ? 'took' : 'named'],
      cx: percent(x),
      cy: ROW / 2,
      r: mark.tookPart ? 5 : 4,
    }),
  ]);
}

/** The disc of a month or year: its area grows with the number of its events. */
function drawSum(mark: GridMark, axis: TimeAxis, most: number) {
  const { first, last, count, tookPart } = mark;
  const stretch = { first: first ?? 0, last: last ?? 0, events: 1, label: '' };
  return linked(mark, [
    s('circle', {
      className: [tookPart ? 'took' : 'named'],
      cx: percent(centre(stretch, axis)),
      cy: ROW / 2,
      r: Math.round((2 + 8 * Math.sqrt((count ?? 0) / most)) * 10) / 10,
    }),
  ]);
}

function drawSpan(mark: GridMark, axis: TimeAxis, y: number) {
  const from = mark.first === null ? 0 : axis.place(mark.first);
  const to = mark.last === null ? 100 : axis.place(mark.last + 1);
  return linked(mark, [
    s('line', {
      className: ['span', ...(mark.tookPart ? [] : ['named']), ...(mark.lasted ? ['lasted'] : [])],
      x1: percent(from),
      x2: percent(Math.max(to, from + 1)),
      y1: y,
      y2: y,
    }),
  ]);
}

/** A mark leads to its event by the mouse; the keyboard has the links of the row's words. */
function linked({ url, title, date }: GridMark, drawing: ReturnType<typeof s>[]) {
  return s('a', { href: url, tabIndex: -1 }, [s('title', `${date}: ${title}`), ...drawing]);
}

function centre({ first, last }: GridStretch, axis: TimeAxis): number {
  return (axis.place(first) + axis.place(last + 1)) / 2;
}

function percent(value: number): string {
  return `${Math.round(value * 10) / 10}%`;
}

function print(node: ReturnType<typeof s>): string {
  return toHtml(node, { space: 'svg', closeSelfClosing: true });
}
