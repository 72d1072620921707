/**
 * A location in a file. The file is relative to the working directory; line and column count from 1, columns
 * in UTF-16 units as in editors.
 */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A value with its location. */
export interface Located<T> {
  readonly value: T;
  readonly at: SourceLocation;
}

/** Compares two locations by file (code units), then line, then column; negative if `a` comes first. */
export function compareLocations(a: SourceLocation, b: SourceLocation): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** Formats a location as `file:line:column`, which terminals and editors turn into a link. */
export function printLocation(location: SourceLocation): string {
  // A file name may have any characters, but a report has one line per problem and no direction changes.
  const file = location.file.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
  return `${file}:${location.line}:${location.column}`;
}
