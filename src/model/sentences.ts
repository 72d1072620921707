// Abbreviations whose full stop doesn't end a sentence: titles, initials, and newspaper usage: “U.S.”,
// “p.m.”, “Sept.”.
const shortened = new RegExp(
  `(?:^|[\\s(“‘"'«—–-])(?:(?:\\p{L}\\.)*\\p{L}|${[
    'Mr|Mrs|Ms|Mx|Messrs|Dr|Prof|St|Ste|Fr|Gen|Maj|Col|Lt|Sgt|Cpl|Pvt|Capt|Cmdr|Adm|Brig',
    'Sen|Rep|Gov|Amb|Hon|Rev|Pres|Supt|Insp|Det|Jr|Sr',
    'Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec',
    'MM|Mme|Mlle|Mgr|Cie|av|apr|env|bd|janv|févr|avr|juil|sept|oct|nov|déc',
    'No|Nos|vs|Co|Corp|Inc|Ltd|Bros|Mt|Ft|Ave|Blvd|approx|cf|Ph\\.D|[ap]\\.m',
  ].join('|')})\\.\\s*$`,
  'u',
);

/** A sentence of a text, and its start. */
export interface Sentence {
  readonly text: string;
  readonly index: number;
}

// Cached by language: creating one takes longer than using it. English is the fallback for languages unknown
// to Intl, which would otherwise use the machine's.
const segmenters = new Map<string, Intl.Segmenter>();

function getSegmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter([language, 'en'], { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}

/**
 * Returns the sentences of a text in a language (BCP 47), including trailing spaces; abbreviations don't end
 * a sentence.
 */
export function splitSentences(text: string, language: string): Sentence[] {
  const sentences: Sentence[] = [];
  let isQuoting = false;
  for (const { segment, index } of getSegmenter(language).segment(text)) {
    const last = sentences.at(-1);
    // French puts a space before a closing quotation mark, so the mark and any continuation belong to the
    // quotation.
    const closing = isQuoting ? (/^»\P{L}*(?:\p{Ll}.*)?/su.exec(segment)?.[0] ?? '') : '';
    const joined = last && shortened.test(last.text) ? segment : closing;
    if (last && joined !== '')
      sentences[sentences.length - 1] = { ...last, text: last.text + joined };
    const rest = last ? segment.slice(joined.length) : segment;
    if (rest !== '') sentences.push({ text: rest, index: index + segment.length - rest.length });
    const mark = /[«»](?=[^«»]*$)/u.exec(segment)?.[0];
    if (mark !== undefined) isQuoting = mark === '«';
  }
  return sentences;
}
