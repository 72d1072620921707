/** A quotation in an article: its words, and its position in the sentence, including the quotation marks. */
export interface Quoted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// Single quotation marks count only if there are no double ones. An apostrophe looks like a closing mark, so
// that must follow punctuation.
const singles = [
  /(?<![\p{L}\p{N}])‘((?:[^‘]){2,}?[,.!?…])’(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])'([^']{2}.*?[,.!?…])'(?![\p{L}\p{N}])/gu,
];

/** Returns the quotations of a paragraph, in order. */
export function findQuotations(paragraph: string): Quoted[] {
  const found: Quoted[] = findDoubleQuoted(paragraph);
  for (const single of singles) {
    for (const match of blankQuotations(paragraph, found).matchAll(single)) {
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

/** Blanks the words of quotations; their marks stay, and so do all positions. */
export function blankQuotations(text: string, quoted: readonly Quoted[]): string {
  let blanked = text;
  for (const { start, end } of quoted)
    blanked =
      blanked.slice(0, start + 1) +
      ' '.repeat(Math.max(end - start - 2, 0)) +
      blanked.slice(Math.max(end - 1, start + 1));
  return blanked;
}
