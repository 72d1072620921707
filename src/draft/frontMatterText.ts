import { stringify } from 'yaml';

/** What a key may hold: a text, a list or a map. */
type FrontMatterValue =
  string | readonly FrontMatterValue[] | { readonly [key: string]: FrontMatterValue };

/** One line of front matter: a value or list as YAML prints it, or a note on what is to be written there. */
export interface FrontMatterLine {
  readonly key: string;
  readonly value: FrontMatterValue | null;
  /** Said in a comment behind the key, where there is no value. */
  readonly toWrite?: string;
}

/** Returns the lines of a file's front matter as text, without those that have neither a value nor a note. */
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
  // A list in one line, as the guide shows it; in neither is a long line broken.
  const printed = stringify(plain, {
    lineWidth: 0,
    collectionStyle: 'flow',
    flowCollectionPadding: false,
  }).trimEnd();
  // What YAML would set as a block, or take for the end of the front matter, goes into quotation marks.
  return /\n|^(?:---|\.\.\.)/.test(printed) ? JSON.stringify(plain) : printed;
}
