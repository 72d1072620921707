import { stringify } from 'csv-stringify/sync';
import type { ViewContext } from '../views/page/context.ts';
import type { DatedList } from './records.ts';
import type { Column, Row, Table } from './tables.ts';

// Without it, Excel takes UTF-8 for the letters of the machine's own country.
const byteOrderMark = '\uFEFF';

/** Returns a table as the entries of its CSV file (RFC 4180), with a byte order mark for spreadsheets. */
export function listCsv({ columns, list }: Table, context: ViewContext): DatedList {
  const names = columns.map(({ name }) => name);
  return {
    records: list(context).map(({ rows, ...group }) => ({
      ...group,
      render: () => printRows(rows(), columns),
    })),
    toFile: (records) => ({
      head: `${byteOrderMark}${names.join(',')}\r\n`,
      records,
      separator: '',
      tail: '',
    }),
  };
}

function printRows(rows: readonly Row[], columns: readonly Column[]): string {
  const texts = new Set(columns.flatMap(({ name, type }) => (isWritten(type) ? [name] : [])));
  return stringify([...rows], {
    columns: columns.map(({ name }) => name),
    record_delimiter: 'windows',
    cast: {
      string: (cell, { column }) => (texts.has(String(column)) ? breakFormula(cell) : cell),
    },
  });
}

/** Returns whether a column has what somebody wrote: a number or a date begins no formula, and its sign is its own. */
function isWritten(type: Column['type']): boolean {
  return type === 'text' || type === 'address';
}

/**
 * A cell that a spreadsheet might take for a formula, also behind blanks, begins with an apostrophe. A day before our
 * era begins with its sign, and is left as it is.
 */
function breakFormula(cell: string): string {
  const isDay = /^-\d{4,}-\d\d-\d\d$/.test(cell);
  return !isDay && /^\s*[\t\r=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
