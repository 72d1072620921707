// Keeps hyphenated names (“al-Masri”), and days with their month (“10–11 May”), on one line. CSS can't express
// that, and a no-break character would end up in copies and searches, so they are wrapped in an element that
// no other style matches.

/**
 * A hyphen within a name, a dash between numbers, two days and their month, or a day and its month before a year.
 * A line may break before the year: a title would not fit a narrow screen with it. “Iran-backed” is none of these.
 */
const joint =
  /(?<=\p{L})-(?=\p{Lu})|(?<![\p{L}\p{N}])(?:\p{N}{1,2}–\p{N}{1,2} \p{L}{3,9}|\p{N}{1,2} \p{L}{3,9}\.?(?= \p{N}{4}))(?![\p{L}\p{N}])|(?<=\d)–(?=\d)/gu;
const before = /(?<![\p{L}\p{M}\p{N}-])[\p{L}\d]{1,4}$/u;
const after = /^[-–](?:\p{Lu}[\p{L}\p{M}’]*|\d{1,4})/u;

/** In characters: anything longer must break in a narrow column. */
const maxJoined = 16;

/** Text-only elements, which can't contain another element. */
const plain = /^<(?:text|tspan|title|desc|option|textarea|script|style)\b/;

/** Returns the HTML of a page’s content with each of these wrapped, so that no line breaks inside it. */
export function keepNames(html: string): string {
  let kept = '';
  let done = 0;
  for (const { 0: found, index } of html.matchAll(joint)) {
    const opening = html.lastIndexOf('<', index);
    if (index < done || isInside(html, opening, index)) continue;
    if (found.length > 1) {
      kept += `${html.slice(done, index)}<no-break>${found}</no-break>`;
      done = index + found.length;
      continue;
    }
    const start = before.exec(html.slice(Math.max(done, index - 5), index))?.[0];
    const end = after.exec(html.slice(index, index + maxJoined))?.[0];
    if (start === undefined || end === undefined || start.length + end.length > maxJoined) continue;
    kept += `${html.slice(done, index - start.length)}<no-break>${start}${end}</no-break>`;
    done = index + end.length;
  }
  return kept + html.slice(done);
}

/** Returns whether a position is inside a tag or a text-only element. */
function isInside(html: string, opening: number, index: number): boolean {
  if (opening < 0) return false;
  return html.lastIndexOf('>', index) < opening || plain.test(html.slice(opening, opening + 12));
}
