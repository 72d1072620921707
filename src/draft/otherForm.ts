/** What a file is instead of an article's plain text, and what to provide instead, ready to print. */
export interface OtherForm {
  readonly is: string;
  readonly instead: string;
}

/** Returns what a binary file is, based on its first bytes; undefined for anything else. */
export function findBinaryForm(bytes: Uint8Array): OtherForm | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8));
  if (start.startsWith('%PDF-')) return { is: 'a PDF', instead: copyOut };
  // Word, Excel and OpenDocument files are ZIP archives.
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('\u00D0\u00CF\u0011\u00E0'))
    return { is: 'an office document or an archive', instead: copyOut };
  return undefined;
}

/** Returns what a text is instead of an article's plain text; undefined if it may be one. */
export function findOtherForm(text: string, fileName: string): OtherForm | undefined {
  const bare = text.replace(/^\uFEFF/, '').trim();
  if (bare.startsWith('{\\rtf')) return { is: 'rich text (RTF)', instead: copyOut };
  if (isJson(bare)) return { is: 'JSON', instead: onePerFile };
  const columns = findColumns(bare, fileName);
  return (
    columns && {
      is: `a table of ${columns.length} columns (${listSome(columns)})`,
      instead: onePerFile,
    }
  );
}

const copyOut =
  'Open it, select the article, copy it into a text file, save that as plain text in UTF-8, and give that file.';
const onePerFile =
  'A draft is made from the running text of one article: save each article as plain text in UTF-8 and give that file, or start a digest with npm run new.';

/** Returns whether a text is an HTML page. */
export function isWebPage(bytes: string, fileName: string): boolean {
  const text = bytes.replace(/^\uFEFF/, '').trim();
  if (/^(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|\?xml)\b/is.test(text)) return true;
  const tags = text.match(
    /<\/?(?:p|div|span|article|section|main|header|footer|a|h[1-6]|ul|ol|li|table|t[rdh]|script|style|img|br|em|strong|time|figure)\b[^<>]*>/gi,
  );
  const isNamed = /\.(?:x?html?|mhtml)$/i.test(fileName);
  return (tags?.length ?? 0) >= (isNamed ? 1 : 6) && (isNamed || text.startsWith('<'));
}

function isJson(text: string): boolean {
  if (!/^[[{]/.test(text)) return false;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

/** Returns the column names in a table's first line; undefined if the lines aren't rows. */
function findColumns(text: string, fileName: string): string[] | undefined {
  const [first = '', second] = text.split(/\r\n?|\n/);
  const isNamed = /\.(?:csv|tsv|tab)$/i.test(fileName);
  for (const mark of ['\t', ';', ',', '|']) {
    const names = first.split(mark).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    if (names.length < 2) continue;
    if (isNamed) return names;
    const isHeader =
      names.length >= 3 &&
      names.every((name) => name.length <= 40 && !/[.!?]$/.test(name)) &&
      // In prose a space follows a comma.
      (mark === '\t' || !first.includes(`${mark} `));
    if (isHeader && second !== undefined && second.split(mark).length >= names.length) return names;
  }
  return undefined;
}

function listSome(names: readonly string[]): string {
  const shown = names.slice(0, 4).join(', ');
  return names.length > 4 ? `${shown}, …` : shown;
}
