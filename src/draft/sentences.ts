/** A quotation in an article: its words, and its position in the sentence, including the quotation marks. */
export interface Quoted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A sentence of a paragraph. In `own`, quotations are blanked, so that only the article's own words are left.
 */
export interface Sentence {
  readonly text: string;
  readonly own: string;
  readonly quoted: readonly Quoted[];
}

/** The verbs with which an article reports speech. */
export const speechVerbs =
  'said|says|say|told|tells|tweeted|tweets|wrote|writes|written|added|adds|stated|states|announced|announces|warned|warns|asked|asks|answered|replied|replies|responded|explained|insisted|vowed|claimed|claims|argued|noted|posted|declared|called|continued|remarked|recalled|shouted|stressed|emphasi[sz]ed|urged|demanded|denied|confirmed|admitted|quoted|reads|read';

/** Returns the sentences of a paragraph. A quotation is never split, even if sentences end inside it. */
export function splitParagraph(paragraph: string): Sentence[] {
  const all = findQuoted(paragraph);
  const own = blank(paragraph, all);
  const sentences: Sentence[] = [];
  let start = 0;
  for (const end of [...findEnds(paragraph, own, all), paragraph.length]) {
    const text = paragraph.slice(start, end);
    const from = start + (text.length - text.trimStart().length);
    const to = start + text.trimEnd().length;
    if (to > from)
      sentences.push({
        text: paragraph.slice(from, to),
        own: own.slice(from, to),
        quoted: all
          .filter((quoted) => quoted.start >= from && quoted.end <= to)
          .map((quoted) => ({ ...quoted, start: quoted.start - from, end: quoted.end - from })),
      });
    start = end;
  }
  return sentences;
}

// Single quotation marks count only if there are no double ones. An apostrophe looks like a closing mark, so
// that must follow punctuation.
const singles = [
  /(?<![\p{L}\p{N}])‘((?:[^‘]){2,}?[,.!?…])’(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])'([^']{2}.*?[,.!?…])'(?![\p{L}\p{N}])/gu,
];

function findQuoted(paragraph: string): Quoted[] {
  const found: Quoted[] = findDoubleQuoted(paragraph);
  for (const single of singles) {
    for (const match of blank(paragraph, found).matchAll(single)) {
      const start = match.index;
      const end = start + match[0].length;
      const text = paragraph.slice(start, end).replace(/^[‘']\s*|\s*[’']$/gu, '');
      if (text.trim() !== '' && (match[1] ?? '').trim() !== '') found.push({ text, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Returns the text in double quotation marks. Countries and typists differ in which mark opens and closes
 * (“…", "…”, „…“, »…«): the first mark that can open does, and the next that can close does.
 */
function findDoubleQuoted(paragraph: string): Quoted[] {
  const found: Quoted[] = [];
  let open: { readonly at: number; readonly mark: string } | null = null;
  let nestedUntil = 0;
  for (const { 0: mark, index } of paragraph.matchAll(/[“”„«»"]|``|''/gu)) {
    const end = index + mark.length;
    const [before, after] = [paragraph.charAt(index - 1), paragraph.charAt(end)];
    const isBehindWord = /[\p{L}\p{N}.,!?…)\]’'—–-]/u.test(before);
    if (index < nestedUntil) continue;
    const nested = open?.mark === '"' ? nestedQuotation.exec(paragraph.slice(index)) : null;
    if (nested) nestedUntil = index + nested[0].length - 1;
    else if (open !== null && closes(mark, open.mark, isBehindWord, after)) {
      const text = paragraph.slice(open.at + open.mark.length, index).trim();
      if (text !== '') found.push({ text, start: open.at, end });
      open = null;
    } else if (opens(mark, isBehindWord)) open = { at: index, mark };
  }
  // A quotation of several paragraphs is closed only in the last.
  if (open?.mark === '“') {
    const text = paragraph.slice(open.at + 1).trim();
    if (text !== '') found.push({ text, start: open.at, end: paragraph.length });
  }
  return found;
}

// A quotation nested in the same marks, if the outer one closes directly after it: “say "nobody knew"."”
const nestedQuotation = /^"(?=[\p{L}\p{N}])[^"]+(?<=[\p{L}\p{N}.,!?])"[.,!?]*"(?![\p{L}\p{N}])/u;

function opens(mark: string, isBehindWord: boolean): boolean {
  if (mark === '"' || mark === '”' || mark === "''") return mark === '"' && !isBehindWord;
  return mark !== '»' || !isBehindWord;
}

function closes(mark: string, opening: string, isBehindWord: boolean, after: string): boolean {
  if (mark === '”' || mark === "''") return true;
  if (mark === '“') return opening === '„';
  if (mark === '»' || mark === '«') return mark === '»' ? opening !== '»' : opening === '»';
  return mark === '"' && (isBehindWord || !/[\p{L}\p{N}]/u.test(after));
}

function blank(text: string, quoted: readonly Quoted[]): string {
  let blanked = text;
  for (const { start, end } of quoted)
    blanked =
      blanked.slice(0, start + 1) +
      ' '.repeat(Math.max(end - start - 2, 0)) +
      blanked.slice(Math.max(end - 1, start + 1));
  return blanked;
}

// After these, or after one or two abbreviated letters, a full stop doesn't end a sentence.
const abbreviations =
  /(?:^|[\s(“"])(?:(?:\p{L}\.)+\p{L}?|\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|St|Sr|Jr|Gen|Brig|Maj|Col|Lt|Cpt|Capt|Cmdr|Sgt|Adm|Gov|Sen|Rep|Pres|Mt|Ft|No|Nos|vs|etc|ca|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)$/u;

function findEnds(paragraph: string, own: string, quoted: readonly Quoted[]): number[] {
  const ends: number[] = [];
  // Matches final punctuation with closing marks, white space, and what can begin a sentence.
  for (const match of own.matchAll(/[.!?…]+["”’»)\]]*\s+(?=[“„«"‘(\p{Lu}\p{Lo}\p{N}])/gu)) {
    const before = own.slice(0, match.index);
    if (match[0].startsWith('.') && abbreviations.test(before)) continue;
    // “Am 11. Oktober”: in German a full stop after a number marks an ordinal.
    if (/(?:^|\D)\d{1,2}$/.test(before) && ordinals.test(own.slice(match.index))) continue;
    ends.push(match.index + match[0].length);
  }
  for (const { end, text } of quoted) {
    const after = /^\s+(?=[“„«"‘(\p{Lu}\p{Lo}])/u.exec(own.slice(end));
    if (!after || !/[.!?…]$/.test(text.trim())) continue;
    // “Why?” Brandt asked: the punctuation belongs to the quotation, not to the sentence.
    const follows = paragraph.slice(end, end + 60);
    const goesOn = /[!?…]$/.test(text.trim()) && asksOn.test(follows);
    if (!goesOn) ends.push(end + after[0].length);
  }
  return [...new Set(ends)].sort((a, b) => a - b);
}

const ordinals =
  /^\.\s+(?:Jan|Jänner|Feb|März|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jahrhundert|Lebensjahr)/u;

const asksOn = new RegExp(`^\\s+(?:[\\p{Lu}][^\\s.]*\\s+){1,4}(?:${speechVerbs})\\b`, 'u');
