import { CsvError, parse } from 'csv-parse/sync';
import type { Fault, Where } from './entries.ts';

/** One row of a sheet, its cells by the names of their columns in lower case. */
export interface Row {
  readonly where: Where;
  readonly cells: ReadonlyMap<string, string>;
}

export interface Table {
  /** The names of the columns as they stand. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * Returns the rows of a text with separated values, the separator told from its first line. Each row knows the line
 * it begins at; rows without any value are passed over. In place of a table returns the fault that ends the reading.
 */
export function readTable(text: string, file: string): Table | Fault {
  const lines: { record: string[]; line: number }[] = [];
  let end = 0;
  try {
    const records = parse(text, {
      info: true,
      bom: true,
      delimiter: findSeparator(text),
      relax_column_count: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    for (const { record, info } of records) {
      // A row of several lines is named by its first.
      const height = record.join('').split('\n').length;
      lines.push({ record, line: Math.max(end + 1, info.lines - height + 1) });
      end = info.lines;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines: line, message } = error as CsvError & { lines?: number };
    return { where: `${file}:${line ?? end + 1}`, column: null, message: `${message}.` };
  }
  const [head, ...body] = lines;
  const columns = (head?.record ?? []).map((name) => name.trim());
  return {
    columns,
    rows: body.flatMap(({ record, line }) => {
      const cells = new Map(
        columns.flatMap((name, at) => {
          const cell = (record[at] ?? '').trim();
          return name === '' || cell === '' ? [] : [[name.toLowerCase(), cell] as const];
        }),
      );
      return cells.size === 0 ? [] : [{ where: `${file}:${line}`, cells }];
    }),
  };
}

/** Spreadsheets write what their language parts numbers by: the sign that the first line has most of. */
function findSeparator(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const count = (sign: string) => first.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
