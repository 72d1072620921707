// A full stop after these ends no sentence: titles and initials, as English papers shorten them.
const shortened =
  /(?:^|[\s(“"'])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Maj|Col|Lt|Sgt|Capt|Cmdr|Adm|Brig|Sen|Rep|Gov|Amb|Hon|Rev|No|vs|\p{Lu})\.\s*$/u;

/** One sentence of a text, and where it begins. */
export interface Sentence {
  readonly text: string;
  readonly index: number;
}

// Made once for each language: it takes longer to make than to use. English stands behind a language that Intl
// does not know, as the machine's own would otherwise.
const segmenters = new Map<string, Intl.Segmenter>();

function getSegmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter([language, 'en'], { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}

/** Takes a text and its language (BCP 47); gives its sentences with the spaces after them, none ending at a title or an initial. */
export function splitSentences(text: string, language: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { segment, index } of getSegmenter(language).segment(text)) {
    const last = sentences.at(-1);
    if (last && shortened.test(last.text))
      sentences[sentences.length - 1] = { ...last, text: last.text + segment };
    else sentences.push({ text: segment, index });
  }
  return sentences;
}
