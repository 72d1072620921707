import { stringify } from 'yaml';

/** What a key may hold: a text, a list or a map. */
type FrontMatterValue =
  | string
  | readonly FrontMatterValue[]
  | { readonly [key: string]: FrontMatterValue };

/** A line of front matter: a YAML value or list, or a note on what to write there. */
export interface FrontMatterLine {
  readonly key: string;
  readonly value: FrontMatterValue | null;
  /** A note in a comment after the key, if there is no value. */
  readonly toWrite?: string;
}

/** Returns a file's front matter as text, without lines that have neither a value nor a note. */
export function printFrontMatter(lines: readonly FrontMatterLine[]): string {
  const printed = lines.flatMap(({ key, value, toWrite }) => {
    if (value !== null && !isEmpty(value)) return [`${key}: ${printValue(value)}`];
    return toWrite === undefined ? [] : [`${key}: # To write: ${toWrite}`];
  });
  return ['---', ...printed, '---', ''].join('\n');
}

function isEmpty(value: FrontMatterValue): boolean {
  return typeof value === 'string' ? value === '' : Object.keys(value).length === 0;
}

function printValue(value: FrontMatterValue): string {
  const plain = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value;
  // Lists go on one line, as in the guide; long lines are never wrapped.
  const printed = stringify(plain, {
    lineWidth: 0,
    collectionStyle: 'flow',
    flowCollectionPadding: false,
  }).trimEnd();
  // Quotes values that YAML would format as a block, or take for the end of the front matter.
  return /\n|^(?:---|\.\.\.)/.test(printed) ? JSON.stringify(plain) : printed;
}
