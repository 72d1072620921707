// What neither XML 1.0 nor RFC 5545 may hold: control characters but tab and line ends, halves of a
// character of two, and the two that are none.
const illegal =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;

/** Returns a text with a visible sign (U+FFFD) in place of each character that XML and calendars may not hold. */
export function toLegalText(text: string): string {
  return text.toWellFormed().replace(illegal, '\uFFFD');
}
