import { scaleLinear } from 'd3-scale';
import type { GridStretch } from '../views/gridView.ts';

/** A stretch of the axis on which nothing is known to have happened: compressed, and drawn as such. */
interface QuietStretch {
  readonly from: number;
  readonly to: number;
}

/** Where days stand on an axis, in per cent of its width. */
export interface TimeAxis {
  /** Gives where a day stands; with a fraction, a moment within it. Days outside stand at the ends. */
  place(day: number): number;
  readonly quiet: readonly QuietStretch[];
}

// Widths in units that are spread over the whole: one mark of a day takes one unit.
const OPEN_END = 1.2;
const QUIET = 1.6;
const DAY_AT_LEAST = 1.6;

/**
 * Takes the stretches that have events, sorted, none overlapping; gives an axis on which a day is as wide as
 * its events need, and what lies between two stretches is compressed to one width however long it was.
 */
export function createTimeAxis(stretches: readonly GridStretch[]): TimeAxis {
  const domain: number[] = [];
  const range: number[] = [];
  const quiet: QuietStretch[] = [];
  let width = 0;
  const add = (day: number, step: number) => {
    width += step;
    domain.push(day);
    range.push(width);
  };
  // Spans that reach before the first day or after the last have a little room to do so.
  add((stretches[0]?.first ?? 0) - 1, 0);
  stretches.forEach(({ first, last, events }, index) => {
    const before = domain.at(-1) ?? first;
    if (before !== first) {
      if (index > 0) quiet.push({ from: before, to: first });
      add(first, index > 0 ? QUIET : OPEN_END);
    }
    add(last + 1, Math.max(DAY_AT_LEAST, events));
  });
  add((domain.at(-1) ?? 0) + 1, OPEN_END);
  const scale = scaleLinear()
    .domain(domain)
    .range(range.map((unit) => (unit / width) * 100))
    .clamp(true);
  return { place: (day) => scale(day), quiet };
}
