import { blankQuotations, findQuotations, type Quoted } from './quotations.ts';
import { speechVerbs } from './speechVerbs.ts';

// The sentences of an article as it reports speech. `model/sentences.ts` splits our own prose, by the rules of its
// language; this must keep a quotation whole and know who says it.

/**
 * A sentence of a paragraph. In `own`, quotations are blanked, so that only the article's own words are left.
 */
export interface Sentence {
  readonly text: string;
  readonly own: string;
  readonly quoted: readonly Quoted[];
}

/** Returns the sentences of a paragraph. A quotation is never split, even if sentences end inside it. */
export function splitParagraph(paragraph: string): Sentence[] {
  const all = findQuotations(paragraph);
  const own = blankQuotations(paragraph, all);
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
