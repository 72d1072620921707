import type { PartLink } from '../views/dates/yearParts.ts';

/** One of many similar entries of a file. */
export interface FileRecord {
  /** Its id, unique in the list. */
  readonly id: string;
  readonly render: () => string;
}

/** A file that is a list of entries: a build renders only the changed ones. */
export interface Records {
  readonly head: string;
  readonly records: readonly FileRecord[];
  readonly separator: string;
  readonly tail: string;
}

/** An entry of a list that is split by year if it is too large. */
interface DatedRecord extends FileRecord {
  /** The part that contains it; null in a list without dates, which is never split. */
  readonly period: string | null;
  /** How many of the items that the list counts it contains. */
  readonly count: number;
}

/** The content of a list's file: everything, the newest part with links to all parts, or one part. */
type Scope =
  | { readonly type: 'whole' }
  | { readonly type: 'newest' | 'part'; readonly period: string };

/** A list of entries that is split into parts if it is too large. */
export interface DatedList {
  readonly records: readonly DatedRecord[];
  readonly toFile: (
    records: readonly DatedRecord[],
    scope: Scope,
    parts: readonly PartLink[],
  ) => Records;
}

/** Returns the text of a file that consists of entries. */
export function printRecords({ head, records, separator, tail }: Records): string {
  return `${head}${records.map(({ render }) => render()).join(separator)}${tail}`;
}

/**
 * Returns a JSON file that lists its entries, indented by two spaces, under the key `name`. The key `parts`
 * lists the parts, if they are given.
 */
export function listInJson(
  name: string,
  records: readonly FileRecord[],
  parts?: readonly PartLink[],
): Records {
  const isEmpty = records.length === 0;
  const links = parts === undefined ? '' : `,\n  "parts": ${printJson(parts, 2)}`;
  return {
    head: `{\n  ${JSON.stringify(name)}: [${isEmpty ? '' : '\n    '}`,
    records,
    separator: ',\n    ',
    tail: `${isEmpty ? '' : '\n  '}]${links}\n}\n`,
  };
}

/** Returns a complete list as a file. */
export function toWhole({ records, toFile }: DatedList): Records {
  return toFile(records, { type: 'whole' }, []);
}

/** Returns a value as JSON, indented for a list that is `depth` spaces deep. */
export function printJson(value: unknown, depth = 4): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(depth)}`);
}
