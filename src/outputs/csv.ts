import { stringify } from 'csv-stringify/sync';
import type { ViewContext } from '../views/page/context.ts';
import type { DatedList } from './records.ts';
import type { Row, Table } from './tables.ts';

// Without it, Excel takes UTF-8 for the letters of the machine's own country.
const byteOrderMark = '\uFEFF';

/** Returns a table as the entries of its CSV file (RFC 4180), with a byte order mark for spreadsheets. */
export function listCsv({ columns, list }: Table, context: ViewContext): DatedList {
  const names = columns.map(({ name }) => name);
  return {
    records: list(context).map(({ rows, ...group }) => ({
      ...group,
      render: () => printRows(rows(), names),
    })),
    toFile: (records) => ({
      head: `${byteOrderMark}${names.join(',')}\r\n`,
      records,
      separator: '',
      tail: '',
    }),
  };
}

function printRows(rows: readonly Row[], columns: readonly string[]): string {
  return stringify([...rows], {
    columns: [...columns],
    record_delimiter: 'windows',
    cast: { string: breakFormula },
  });
}

/**
 * A cell that a spreadsheet might take for a formula, also behind blanks, begins with an apostrophe. A date before
 * our era begins with its sign, and is left as it is.
 */
function breakFormula(cell: string): string {
  const isDate = /^-\d{4,}(?:[-/.,\dX~?%]*)$/.test(cell);
  return !isDate && /^\s*[\t\r=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
