import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { CslItem } from '../../views/sharing/citationView.ts';
import { percentEncode } from '../../views/sharing/percentEncode.ts';

// Left to itself it drops every letter that it has no TeX for (all Arabic), and makes labels of its own. Told to
// keep them it escapes nothing either: `escapeTex` does. Our ids are labels as they are.
Object.assign(plugins.config.get('@bibtex').format, {
  asciiOnly: false,
  useIdAsLabel: true,
  checkLabel: false,
});

/** Returns what is cited as CSL-JSON: a list of one. */
export function renderCsl(cited: CslItem): string {
  const item = { ...cited };
  // CSL has no such field.
  delete item.edtf;
  return `${JSON.stringify([mapTexts(item, escapeCsl, (address) => address)], null, 2)}\n`;
}

/** Returns what is cited as BibLaTeX, which biber takes without a warning. */
export function renderBibtex(item: CslItem): string {
  const text = plugins.output.format('biblatex', [
    mapTexts(toPlain(toSigned(item)), escapeTex, encodeForTex),
  ]);
  const date = isSure(item.issued) ? null : printDoubt(item);
  // Behind the label, which stands on the first line.
  const dated =
    date === null ? String(text) : String(text).replace('\n', `\n\tdate = {${date}},\n`);
  return `${dated.trimEnd()}\n`;
}

/**
 * Returns a date in doubt as BibLaTeX has it (EDTF, level 1), whose styles say the doubt; null where it has no form for
 * it. Programs that leave out the doubt read what is sure of it, but for one of which not even the year is.
 */
function printDoubt({ issued, edtf = '' }: CslItem): string | null {
  if ('literal' in issued)
    return /^(?:\d{4}(?:-\d\d){0,2}[~?%]|\d\d[\dX]X)$/.test(edtf) ? edtf : null;
  const print = ([year, ...rest]: readonly number[]) =>
    [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
  return issued['date-parts'].map((parts) => `${print(parts)}~`).join('/');
}

/** In BibLaTeX an article has an author: one without a byline is a page of its outlet, or signed by it where it is on paper. */
function toSigned(item: CslItem): CslItem {
  if (item.type === 'webpage' || item.author) return item;
  return item.URL === undefined
    ? { ...item, author: [{ literal: item['container-title'] }] }
    : { ...item, type: 'webpage' };
}

/** Returns what is cited as RIS. citation-js breaks its lines in the middle of words and addresses: here each tag is one line. */
export function renderRis(item: CslItem): string {
  // Of a newspaper's article citation-js leaves out who wrote it and the day: asked for as a page, it has both.
  const page = { ...toPlain(item), type: 'webpage' };
  const [entry] = plugins.output.format('ris', [page], { format: 'object' }) as [RisEntry];
  const TY = item.type === 'webpage' ? 'ELEC' : 'NEWS';
  const { M1: accessed, ...rest } = Object.fromEntries(
    Object.entries(entry).filter(([tag]) => tag !== 'TY'),
  );
  // The outlet and the day of access stand where Zotero and EndNote look for them.
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

/** A value stands on one line, and a month or day has two digits. */
function toRisText(tag: string, value: string): string {
  const text = value.replace(/[\s\p{Cc}]+/gu, ' ');
  return ['DA', 'Y2'].includes(tag) ? text.replace(/(?<=\/)\d(?=\/)/g, '0$&') : text;
}

type RisEntry = Readonly<Record<string, string | readonly string[]>>;

/**
 * Returns what is cited as BibLaTeX and RIS can say it. A date in doubt or in words is left out, as the note says it: RIS
 * has no place for it, and citation-js writes it as if it were sure. Nor has either, for a page, one for whose page it is.
 */
function toPlain({ issued, ...rest }: CslItem): PlainItem {
  // Nor has either a field for when what a page tells of happened.
  const item = { ...rest };
  delete item['event-date'];
  delete item.edtf;
  const { 'container-title': outlet, ...page } = item;
  return {
    // A page is issued by its site, an article stands in its newspaper.
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

/** Returns an item with its texts and its addresses rewritten, whatever their keys: a new key is escaped like the others. */
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
  // Its keys stay, and each value its type; ids and types are words of our own.
  const { id, type, ...rest } = item as Record<string, unknown>;
  return { id, type, ...(rewrite(rest, '') as object) } as unknown as Item;
}

const addressKeys = ['URL'];

/** TeX executes a backslash, and a brace ends the field: neither is legal in an address as it is. */
function encodeForTex(address: string): string {
  return percentEncode(address, /[\\{}"<>^`|\s]/g);
}

/**
 * Programs that read CSL-JSON take a few HTML tags in a text for markup, and `{:name: value}` in a note for
 * another field of the item.
 */
function escapeCsl(text: string): string {
  return text.replace(/<(\/?[a-z][^<>]*)>/gi, '‹$1›').replaceAll('{:', '{ :');
}

/** What TeX reads as more than a letter; angle brackets, because citation-js reads HTML in what it is given. */
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
