/**
 * Where something was written: a file as the editor knows it (from the folder the command runs in),
 * with a line and a column counted from 1, columns in UTF-16 units as editors count them.
 */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A value together with the place where it was written. */
export interface Placed<T> {
  readonly value: T;
  readonly at: Place;
}

/** Orders two places by file (code units), then line, then column; negative when `a` comes first. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** Prints a place as `file:line:column`, the form that terminals and editors turn into a link. */
export function printPlace(place: Place): string {
  // A file's name may hold anything: a report has one line a problem, and no mark turns it round.
  const file = place.file.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
  return `${file}:${place.line}:${place.column}`;
}
