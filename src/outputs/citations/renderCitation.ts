import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { CslItem } from '../../views/sharing/citationView.ts';
import { percentEncode } from '../../views/sharing/percentEncode.ts';

// By default citation-js drops every letter that it cannot write in TeX (all Arabic), and invents its own
// labels. With these options it keeps letters but escapes nothing, so `escapeTex` does. Our ids are valid
// labels.
Object.assign(plugins.config.get('@bibtex').format, {
  asciiOnly: false,
  useIdAsLabel: true,
  checkLabel: false,
});

/** Returns an item as CSL-JSON: a list with one entry. */
export function renderCsl(cited: CslItem): string {
  const item = { ...cited };
  // CSL has no such field.
  delete item.edtf;
  return `${JSON.stringify([mapTexts(item, escapeCsl, (address) => address)], null, 2)}\n`;
}

/** Returns an item as BibLaTeX, which biber accepts without a warning. */
export function renderBibtex(item: CslItem): string {
  const text = plugins.output.format('biblatex', [
    mapTexts(toPlain(toSigned(item)), escapeTex, encodeForTex),
  ]);
  const date = isSure(item.issued) ? null : printDoubt(item);
  // After the label, which is on the first line.
  const dated =
    date === null ? String(text) : String(text).replace('\n', `\n\tdate = {${date}},\n`);
  return `${dated.trimEnd()}\n`;
}

/**
 * Returns an uncertain date in BibLaTeX's form (EDTF, level 1), whose styles print the uncertainty, or null
 * if it has no such form. Programs that ignore the uncertainty read the certain part, unless not even the
 * year is certain.
 */
function printDoubt({ issued, edtf = '' }: CslItem): string | null {
  if ('literal' in issued)
    return /^(?:\d{4}(?:-\d\d){0,2}[~?%]|\d\d[\dX]X)$/.test(edtf) ? edtf : null;
  const print = ([year, ...rest]: readonly number[]) =>
    [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
  return issued['date-parts'].map((parts) => `${print(parts)}~`).join('/');
}

/**
 * Returns an item as BibLaTeX needs it, where an article has an author: one without a byline becomes a page of
 * its outlet, or is signed by the outlet if it is in print.
 */
function toSigned(item: CslItem): CslItem {
  if (item.type === 'webpage' || item.author) return item;
  return item.URL === undefined
    ? { ...item, author: [{ literal: item['container-title'] }] }
    : { ...item, type: 'webpage' };
}

/**
 * Returns an item as RIS, with one line per tag. citation-js would break lines inside words and addresses.
 */
export function renderRis(item: CslItem): string {
  // For a newspaper article citation-js omits the author and the day; for a web page it writes both.
  const page = { ...toPlain(item), type: 'webpage' };
  const [entry] = plugins.output.format('ris', [page], { format: 'object' }) as [RisEntry];
  const TY = item.type === 'webpage' ? 'ELEC' : 'NEWS';
  const { M1: accessed, ...rest } = Object.fromEntries(
    Object.entries(entry).filter(([tag]) => tag !== 'TY'),
  );
  // Zotero and EndNote look for the outlet and the day of access in these tags.
  const tags = {
    ...rest,
    T2: item['container-title'],
    ...(accessed === undefined ? {} : { Y2: accessed }),
  };
  const lines = Object.entries(tags).flatMap(([tag, values]) =>
    [values].flat().map((value) => `${tag}  - ${toRisText(tag, value)}`),
  );
  return [`TY  - ${TY}`, ...lines, 'ER  - ', ''].join('\r\n');
}

/** Returns a value on one line, with two digits for each month and day. */
function toRisText(tag: string, value: string): string {
  const text = value.replace(/[\s\p{Cc}]+/gu, ' ');
  return ['DA', 'Y2'].includes(tag) ? text.replace(/(?<=\/)\d(?=\/)/g, '0$&') : text;
}

type RisEntry = Readonly<Record<string, string | readonly string[]>>;

/**
 * Returns an item as BibLaTeX and RIS can express it. Omits an uncertain or verbal date, which the note
 * contains, because RIS cannot express it and citation-js would write it as certain. On a page, neither
 * format can express whose page it is.
 */
function toPlain({ issued, ...rest }: CslItem): PlainItem {
  // Neither format has a field for when the reported events happened.
  const item = { ...rest };
  delete item['event-date'];
  delete item.edtf;
  const { 'container-title': outlet, ...page } = item;
  return {
    // A page has its site as publisher, an article has its newspaper as container.
    ...(item.type === 'webpage' ? { ...page, publisher: outlet } : item),
    ...(isSure(issued) ? { issued } : {}),
  };
}

function isSure(issued: CslItem['issued']): boolean {
  return !('literal' in issued || issued.circa);
}

type PlainItem = Omit<CslItem, 'issued' | 'edtf' | 'container-title' | 'event-date'> & {
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly issued?: CslItem['issued'];
};

/**
 * Returns an item with all texts and addresses rewritten, whatever their keys, so that new keys are escaped
 * too.
 */
function mapTexts<Item extends object>(
  item: Item,
  text: (value: string) => string,
  address: (value: string) => string,
): Item {
  const rewrite = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return addressKeys.includes(key) ? address(value) : text(value);
    if (Array.isArray(value)) return value.map((one: unknown) => rewrite(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, rewrite(one, name)]),
    );
  };
  // Rewriting keeps all keys and the type of each value; ids and types are our own words and need no
  // escaping.
  const { id, type, ...rest } = item as Record<string, unknown>;
  return { id, type, ...(rewrite(rest, '') as object) } as unknown as Item;
}

const addressKeys = ['URL'];

/**
 * Encodes what TeX would misread: it executes a backslash, and a brace ends the field. Neither is legal in an
 * address unencoded.
 */
function encodeForTex(address: string): string {
  return percentEncode(address, /[\\{}"<>^`|\s]/g);
}

/**
 * Programs that read CSL-JSON interpret a few HTML tags in text as markup, and `{:name: value}` in a note as
 * another field of the item.
 */
function escapeCsl(text: string): string {
  return text.replace(/<(\/?[a-z][^<>]*)>/gi, '‹$1›').replaceAll('{:', '{ :');
}

/**
 * The characters with a special meaning in TeX, and angle brackets, because citation-js parses its input as
 * HTML.
 */
const tex: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}&%$#_~^<>]/g, (mark) => tex[mark] ?? `\\${mark}`);
}
