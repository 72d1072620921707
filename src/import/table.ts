import { CsvError, parse } from 'csv-parse/sync';
import type { Fault, Where } from './entries.ts';

/** A row of a sheet: its cells by lower-case column name. */
export interface Row {
  readonly where: Where;
  readonly cells: ReadonlyMap<string, string>;
}

export interface Table {
  /** The column names as written. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * Returns the rows of a text with separated values; the first line determines the separator. Each row has the
 * line where it starts; empty rows are skipped. Returns a fault if the text can't be read as a table.
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
      // A row of several lines is reported at its first.
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

/** Spreadsheets use the list separator of their language, so choose the most frequent one in the first line. */
function findSeparator(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const count = (sign: string) => first.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
