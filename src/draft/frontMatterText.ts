import { stringify } from 'yaml';

/** One line of front matter: a value or list as YAML prints it, or a note on what is to be written there. */
export interface FrontMatterLine {
  readonly key: string;
  readonly value: string | readonly string[] | null;
  /** Said in a comment behind the key, where there is no value. */
  readonly toWrite?: string;
}

/** Returns the lines of a file's front matter as text, without those that have neither a value nor a note. */
export function printFrontMatter(lines: readonly FrontMatterLine[]): string {
  const printed = lines.flatMap(({ key, value, toWrite }) => {
    if (value !== null && value.length > 0) return [`${key}: ${printValue(value)}`];
    return toWrite === undefined ? [] : [`${key}: # To write: ${toWrite}`];
  });
  return ['---', ...printed, '---', ''].join('\n');
}

function printValue(value: string | readonly string[]): string {
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
