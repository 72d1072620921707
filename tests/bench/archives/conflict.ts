import type { ForeignEvent } from './content.ts';

/** A row of a table of violent events, with the columns of the Uppsala data that are used here. */
export interface ConflictRow {
  readonly id: string;
  readonly date_start: string;
  readonly date_end: string;
  /** 1 the day, 2 two to six days, 3 a week, 4 a month, 5 more than that. */
  readonly date_prec: string;
  readonly side_a: string;
  readonly side_b: string;
  readonly where: string;
  readonly best: string;
  readonly low: string;
  readonly high: string;
  /** `NAME, YYYY-MM-DD`, parted by semicolons. */
  readonly sources: string;
}

/** Returns the events of a table, each dated as exactly as its precision allows. */
export function readConflictRows(rows: readonly ConflictRow[]): ForeignEvent[] {
  return rows.map((row) => {
    const { side_a, side_b, where, best, low, high } = row;
    const sources = row.sources.split(';').map((source) => {
      const [name = '', day = row.date_end] = source.split(',').map((part) => part.trim());
      return { name, day };
    });
    const told =
      sources
        .map(({ day }) => day)
        .sort()
        .at(-1) ?? row.date_end;
    const dead = `${best} (at least ${low}, at most ${high})`;
    return {
      name: `${side_a} ${side_b} ${where}`,
      title: `${side_a} and ${side_b} clash at ${where}`,
      date: readDate(row),
      text: `${side_a} and ${side_b} clashed at ${where}.`,
      actors: [side_a, side_b],
      sources: sources.map(({ name }) => ({ name, url: null })),
      told: told < row.date_end ? row.date_end : told,
      claims: [{ on: 'How many died', answer: dead, says: `The dead were ${dead}.` }],
    };
  });
}

/** A day; a time that lasted; one day between two; a month; a year: as a row's precision has it. */
function readDate({ date_start: from, date_end: to, date_prec }: ConflictRow): string {
  if (date_prec === '1') return from === to ? from : `${from}/${to}`;
  const month = from.slice(0, 7);
  if (date_prec === '4' && month === to.slice(0, 7)) return month;
  if (date_prec === '5' && from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`)
    return from.slice(0, 4);
  return `[${from}..${to}]`;
}
