// Characters that XML 1.0 or RFC 5545 forbids: control characters except tab and line breaks, and two
// noncharacters.
const illegal =
  // oxlint-disable-next-line no-control-regex -- the pattern has to match control characters
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;

/**
 * Returns a text with U+FFFD in place of each character that XML and calendars forbid, including unpaired
 * surrogates.
 */
export function toLegalText(text: string): string {
  return text.toWellFormed().replace(illegal, '\uFFFD');
}
