import { stringify } from 'csv-stringify/sync';
import type { ViewContext } from '../views/page/context.ts';
import type { DatedList } from './records.ts';
import type { Column, Row, Table } from './tables.ts';

// Without a byte order mark, Excel reads UTF-8 in the local legacy encoding.
const byteOrderMark = '\uFEFF';

/** Returns the entries of a table's CSV file (RFC 4180), with a byte order mark for spreadsheets. */
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

/**
 * Returns whether a column contains free text. Numbers and dates cannot begin a formula, and may begin with a
 * sign.
 */
function isWritten(type: Column['type']): boolean {
  return type === 'text' || type === 'address';
}

/**
 * Prepends an apostrophe to a cell that a spreadsheet might take for a formula, even after spaces. Leaves a
 * day before our era alone, which begins with its sign.
 */
function breakFormula(cell: string): string {
  const isDay = /^-\d{4,}-\d\d-\d\d$/.test(cell);
  return !isDay && /^\s*[\t\r=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
