import type { Cell } from '../model/prints.ts';
import type { PartLink } from '../views/dates/yearParts.ts';

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

/** An entry of a list that is split by years where it is too large. */
interface DatedRecord extends FileRecord {
  /** The part that it is in; null in a list that has no dates, which stays whole. */
  readonly period: string | null;
  /** How much it is of what the list counts. */
  readonly count: number;
}

/** What a file of a list has: all of it, the newest part with the links to all parts, or one part. */
type Scope =
  { readonly type: 'whole' } | { readonly type: 'newest' | 'part'; readonly period: string };

/** A list of entries that stand in parts where they are too many. */
export interface DatedList {
  readonly records: readonly DatedRecord[];
  readonly toFile: (
    records: readonly DatedRecord[],
    scope: Scope,
    parts: readonly PartLink[],
  ) => Records;
}

/** Returns the text of a file that is made of entries. */
export function printRecords({ head, records, separator, tail }: Records): string {
  return `${head}${records.map(({ render }) => render()).join(separator)}${tail}`;
}

/**
 * Returns the file whose key `name` lists entries that print JSON, indented by two blanks. With parts, its key
 * `parts` lists them.
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

/** Returns the whole of a list as its file has it. */
export function toWhole({ records, toFile }: DatedList): Records {
  return toFile(records, { type: 'whole' }, []);
}

/** Returns a value as JSON, indented as it stands in a list `depth` blanks deep. */
export function printJson(value: unknown, depth = 4): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(depth)}`);
}
