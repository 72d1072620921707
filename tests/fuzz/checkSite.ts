import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { expect } from 'vitest';
import { listCitations } from '../../src/outputs/citations/listCitations.ts';
import { listFiles } from '../../src/outputs/listFiles.ts';
import type { ViewContext } from '../../src/views/page/context.ts';
import { checkAtom } from '../unit/outputs/checkFeeds.ts';
import { readXml } from '../unit/outputs/readXml.ts';

// What holds of all that a site shows and gives away, whatever its content.

/** What the prose of a page may be made of: anything else came from the content. */
const elements = new Set(
  'p a em strong del code pre br hr ul ol li table thead tbody tr th td h2 h3 h4 h5 h6 blockquote figure figcaption cite div span bdi input'.split(
    ' ',
  ),
);
const drawn = new Set('svg g path line rect circle text title desc a polyline use defs'.split(' '));
const attributes = new Set(
  'href id className lang dir start align checked disabled type ariaLabel'.split(' '),
);

/** Checks that a piece of HTML is well-formed and holds no markup but our own. */
export function checkHtml(html: string): void {
  const errors: string[] = [];
  const tree = fromHtml(html, {
    fragment: true,
    onerror: (error) => void errors.push(error.message),
  });
  // An address may hold no bare & or quotation mark to be misread; the parser says so of anything else, too.
  expect(errors, html).toEqual([]);
  visit(tree, 'element', ({ tagName, properties }) => {
    const isDrawing = drawn.has(tagName) && html.startsWith('<svg');
    expect(elements.has(tagName) || isDrawing, `<${tagName}> in ${html}`).toBe(true);
    for (const [name, value] of Object.entries(properties)) {
      expect(name, html).not.toMatch(/^(?:on|style$|src|formaction|action)/i);
      if (!isDrawing) expect(attributes.has(name), `${name} in ${html}`).toBe(true);
      if (name === 'href')
        expect(String(value), html).toMatch(/^(?:(?:https?|webcal):\/\/|mailto:|\/|#)/i);
    }
  });
}

/** Returns every text in a view that is HTML: those under a name that says so. */
export function listHtml(view: unknown, name = ''): string[] {
  if (typeof view === 'string') return /html$/i.test(name) ? [view] : [];
  if (typeof view !== 'object' || view === null) return [];
  return Object.entries(view).flatMap(([key, value]) =>
    listHtml(value, Array.isArray(view) ? name : key),
  );
}

/** Checks every address in a view: those under a name that says so lead to the web or to our own pages. */
export function checkAddresses(view: unknown, name = ''): void {
  if (typeof view === 'string') {
    if (/^(?:url|href|archived|record)$/.test(name)) expect(view).toMatch(/^(?:https?:\/\/|\/)/i);
  } else if (typeof view === 'object' && view !== null) {
    for (const [key, value] of Object.entries(view))
      checkAddresses(value, Array.isArray(view) ? name : key);
  }
}

/** Checks the data that pages hold for machines: nothing in it ends the element that it stands in. */
export function checkLinkedData(view: unknown): void {
  if (typeof view !== 'object' || view === null || !('data' in view)) return;
  const { data } = view;
  if (typeof data !== 'string') return;
  expect(data).not.toContain('<');
  expect(JSON.parse(data)).toMatchObject({ '@context': 'https://schema.org' });
}

/** Returns every text of TimelineJS that is HTML, which it puts into its page as it is. */
function listSlideHtml(value: unknown, name = ''): string[] {
  if (typeof value === 'string')
    return /^(?:text|headline|display_date|caption|credit)$/.test(name) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    listSlideHtml(inner, Array.isArray(value) ? name : key),
  );
}

/** Checks the code that puts a card into a page of another: a link to our page and one frame of ours, whatever the title. */
function checkFrame(html: string): void {
  const { children } = fromHtml(html, { fragment: true });
  expect(children, html).toHaveLength(2);
  const [quote, frame] = children;
  if (quote?.type !== 'element' || frame?.type !== 'element')
    throw new Error(`No elements: ${html}`);
  checkHtml(html.slice(0, frame.position?.start.offset));
  expect(quote.children, html).toMatchObject([{ tagName: 'a', children: [{ type: 'text' }] }]);
  expect(quote.children, html).toMatchObject([
    { properties: { href: expect.stringMatching(/^http:\/\/localhost:4321\//) as string } },
  ]);
  expect([quote.tagName, frame.tagName, frame.children]).toEqual(['blockquote', 'iframe', []]);
  expect(Object.keys(frame.properties).sort()).toEqual([
    'frameBorder',
    'height',
    'loading',
    'src',
    'style',
    'title',
    'width',
  ]);
  expect(frame.properties.src).toMatch(/^http:\/\/localhost:4321\/embed\//);
}

const ajv = new Ajv2020({ strict: true });
const schemas = new Map<string, ValidateFunction>();

/** Everything that a site has besides its pages, but for pictures: those are slow to draw, and hold no markup. */
const lists = [listFiles, listCitations];

/** How a file is held to its format, by the end of its name; a new ending needs a line here. */
export const formats: Readonly<
  Record<string, (text: string, path: string, files: ReadonlyMap<string, string>) => void>
> = {
  '.schema.json': (text) => {
    JSON.parse(text);
  },
  '.svg': (text) => {
    readXml(text);
  },
  '.webmanifest': (text) => {
    JSON.parse(text);
  },
  'feed.xml': (text) => {
    expect(checkAtom(text)).toEqual([]);
  },
  '.csv': (text) => {
    // Throws where a row has another number of cells than the first.
    const rows: string[][] = parse(text);
    // No spreadsheet takes a cell for a formula. A number or an EDTF date has its own sign.
    const isSigned = (cell: string) => /^-\d[\dX.~?%/-]*$/.test(cell);
    expect(
      rows.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(cell) && !isSigned(cell)),
    ).toEqual([]);
  },
  '.bib': (text) => {
    expect(text).toMatch(/^@\w+\{[\w-]+,\n/);
    let depth = 0;
    for (const [, brace] of text.matchAll(/\\.|([{}])/gs)) {
      if (brace) depth += brace === '{' ? 1 : -1;
      expect(depth, text).toBeGreaterThanOrEqual(0);
    }
    expect(depth, text).toBe(0);
  },
  '.ris': (text) => {
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(
      lines.slice(0, -1).filter((line) => !/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/.test(line)),
    ).toEqual([]);
    expect(lines.filter((line) => /^(?:TY|ER)/.test(line))).toHaveLength(2);
  },
  '.xml': (text) => {
    readXml(text);
  },
  '.ics': (text) => {
    // Every line ends as it must, none is longer than 75 bytes, and each thing begun is ended.
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.filter((line) => /[\r\n]/.test(line) || Buffer.byteLength(line) > 75)).toEqual([]);
    const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
    expect(
      new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent'),
    ).toHaveLength(count(/^BEGIN:VEVENT$/));
    expect(count(/^END:/)).toBe(count(/^BEGIN:/));
  },
  '.json': (text, path, files) => {
    const value: unknown = JSON.parse(text);
    if (path.startsWith('oembed/')) checkFrame((value as { html: string }).html);
    else listHtml(value).forEach(checkHtml);
    if (path.endsWith('timelinejs.json')) listSlideHtml(value).forEach(checkHtml);
    const schema = files.get(path.replace(/\.json$/, '.schema.json'));
    if (schema === undefined) return;
    const validate = schemas.get(schema) ?? ajv.compile(JSON.parse(schema) as object);
    schemas.set(schema, validate);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  },
};

/** Renders every file of a site that is not a page, and holds each to its format. */
export async function checkOutputs(context: ViewContext): Promise<void> {
  const files = new Map<string, string>();
  for (const { path, type, render } of lists.flatMap((list) => list(context))) {
    const content = await render();
    if (typeof content === 'string') files.set(path, content);
    expect(path, 'a path below the site').toMatch(/^(?!.*\.\.)[\w-]+(?:[./][\w-]+)*$/);
    expect(type).toMatch(/^[\w+.-]+\/[\w+.-]+(?:; charset=utf-8)?$/);
  }
  for (const [path, text] of files) {
    expect(text.isWellFormed(), path).toBe(true);
    const ending = Object.keys(formats).find((end) => path.endsWith(end));
    if (ending !== undefined) formats[ending]?.(text, path, files);
    // What has no check of its own is still text.
    // oxlint-disable-next-line no-control-regex
    else expect(text, path).not.toMatch(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/);
  }
}
