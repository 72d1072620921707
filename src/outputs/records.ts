import type { Cell } from '../model/prints.ts';

/** One entry of a file that is made of many alike. */
export interface FileRecord {
  /** The parts of the archive that its text is made from. */
  readonly reads: readonly Cell[];
  readonly render: () => string;
}

/** A file that is a list of entries: a build prints anew only those that say something else. */
export interface Records {
  readonly head: string;
  readonly records: readonly FileRecord[];
  /** What stands between two entries. */
  readonly separator: string;
  readonly tail: string;
}

/** Returns the text of a file that is made of entries. */
export function printRecords({ head, records, separator, tail }: Records): string {
  return `${head}${records.map(({ render }) => render()).join(separator)}${tail}`;
}

/** Takes entries that print JSON; gives the file whose one key `name` lists them, indented by two blanks. */
export function listInJson(name: string, records: readonly FileRecord[]): Records {
  const isEmpty = records.length === 0;
  return {
    head: `{\n  ${JSON.stringify(name)}: [${isEmpty ? '' : '\n    '}`,
    records,
    separator: ',\n    ',
    tail: `${isEmpty ? '' : '\n  '}]\n}\n`,
  };
}

/** Returns a value as JSON, indented as it stands in a list `depth` blanks deep. */
export function printJson(value: unknown, depth = 4): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(depth)}`);
}
