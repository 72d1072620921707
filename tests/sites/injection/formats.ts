import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';
import { expect } from 'vitest';
import { tables } from '../../../src/outputs/tables.ts';
import { formats as fileFormats } from '../../fuzz/checkSite.ts';

// How each kind of file of a built site is read by others, and what must be true of it whatever is written in it.

/** A file of a site: its path, its bytes, and all texts of the site by path. */
interface SiteFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly texts: ReadonlyMap<string, string>;
}

/** A format: which files have it, and what is checked. A file is of the first that it matches. */
interface Format {
  readonly matches: RegExp;
  readonly check: (file: SiteFile) => void;
}

const byEnding = (ending: string, matches: RegExp): Format => ({
  matches,
  check: ({ path, bytes, texts }) => {
    const text = bytes.toString();
    expectText(text, path);
    fileFormats[ending]?.(text, path, texts);
  },
});

export const formats: Readonly<Record<string, Format>> = {
  HTML: { matches: /\.html$/, check: checkPage },
  BibTeX: {
    matches: /\.bib$/,
    check: (file) => {
      byEnding('.bib', /./).check(file);
      // A backslash stands before a sign that it makes a letter, or begins one of the words for such a sign.
      const commands = [...file.bytes.toString().matchAll(/\\([a-z]+\d*)/gi)].map(
        ([, name]) => name,
      );
      expect(commands.filter((name) => !/^text\w+$/.test(name ?? ''))).toEqual([]);
    },
  },
  RIS: byEnding('.ris', /\.ris$/),
  CSV: byEnding('.csv', /\.csv$/),
  ICS: byEnding('.ics', /\.ics$/),
  Atom: byEnding('feed.xml', /feed\.xml$/),
  sitemap: byEnding('.xml', /\.xml$/),
  schema: byEnding('.schema.json', /\.schema\.json$/),
  oEmbed: byEnding('.json', /^oembed\/.*\.json$/),
  CSL: byEnding('.json', /\.csl\.json$/),
  'JSON Feed': byEnding('.json', /feed\.json$/),
  JSON: byEnding('.json', /\.json$/),
  manifest: byEnding('.webmanifest', /\.webmanifest$/),
  robots: {
    matches: /^robots\.txt$/,
    check: (file) => {
      checkLines(file, /^(?:|[\w-]+: \S+)$/);
    },
  },
  licence: { matches: /^pagefind\/LICENSE\.txt$/, check: () => undefined },
  headers: {
    matches: /^_headers$/,
    check: (file) => {
      checkLines(file, /^(?:|\/\S*| {2}! ?[\w-]+| {2}[\w-]+: \P{Cc}+)$/u);
    },
  },
  redirects: {
    matches: /^_redirects$/,
    check: (file) => {
      checkLines(file, /^(?:|\/[\w/-]* \/[\w/-]* 301)$/);
    },
  },
  database: { matches: /^data\/archive\.sqlite$/, check: checkDatabase },
  search: { matches: /^pagefind\/.*\.pf_\w+$/, check: checkSearchRecord },
  'search code': { matches: /^pagefind\//, check: () => undefined },
  picture: {
    matches: /\.(?:png|ico)$/,
    check: ({ path, bytes }) => {
      const head = path.endsWith('.ico') ? '00000100' : '89504e470d0a1a0a';
      expect(bytes.toString('hex').startsWith(head), path).toBe(true);
    },
  },
  icon: { matches: /^favicon\.svg$/, check: () => undefined },
  script: { matches: /^_astro\/[\w.-]+\.js$/, check: () => undefined },
};

/** Returns the name of a file's format, undefined where there is no row for it. */
export function findFormat(path: string): string | undefined {
  return Object.keys(formats).find((name) => formats[name]?.matches.test(path));
}

function expectText(text: string, path: string): void {
  expect(text.isWellFormed(), path).toBe(true);
  // oxlint-disable-next-line no-control-regex
  expect(text, path).not.toMatch(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/);
}

function checkLines({ path, bytes }: SiteFile, form: RegExp): void {
  const lines = bytes.toString().split('\n');
  expect(
    lines.filter((line) => !form.test(line)),
    path,
  ).toEqual([]);
}

/** Each cell is text as it was written, and no word is a statement. */
function checkDatabase({ path, bytes }: SiteFile): void {
  const database = new DatabaseSync(':memory:');
  database.deserialize(bytes);
  const ask = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map((row) => Object.values(row));
  expect(ask('PRAGMA integrity_check'), path).toEqual([['ok']]);
  expect(ask('PRAGMA foreign_key_check'), path).toEqual([]);
  const names = ask("SELECT name FROM sqlite_schema WHERE type = 'table'").flat().map(String);
  expect(
    names.filter((name) => !name.startsWith('search_')),
    path,
  ).toEqual([...tables.map(({ name }) => name), 'search']);
  for (const { name } of tables) expectText(JSON.stringify(ask(`SELECT * FROM ${name}`)), name);
  database.close();
}

function checkSearchRecord({ path, bytes }: SiteFile): void {
  const text = gunzipSync(bytes).toString();
  if (path.endsWith('.pf_fragment')) JSON.parse(text.slice('pagefind_dcd'.length));
}

// What a page of ours is made of: neither pictures nor frames, and no element that runs or sends anything.
const foreign = new Set([
  'img',
  'iframe',
  'object',
  'embed',
  'evil',
  'form',
  'video',
  'audio',
  'nowiki',
  'math',
]);

function checkPage({ path, bytes }: SiteFile): void {
  const html = bytes.toString();
  expectText(html, path);
  const tree = fromHtml(html);
  expect(selectAll('head > title', tree), path).toHaveLength(1);
  const policy = String(
    select('meta[http-equiv="content-security-policy"]', tree)?.properties.content,
  );
  visit(tree, 'element', (element) => {
    checkElement(element, path);
    if (element.tagName === 'script') checkScript(element, path, policy);
  });
  // A paragraph of prose has nothing but its author's words: a direction ends where the paragraph does.
  const places = ['.prose', '.lead', '.stands', '.trail details'];
  const blocks = places.flatMap((place) =>
    ['p', 'li', 'h2', 'h3', 'h4', 'td', 'th'].map((name) => `${place} ${name}`),
  );
  const prose = new Set<unknown>(selectAll(blocks.join(), tree));
  visit(tree, 'text', ({ value }, _, parent) => {
    if (!prose.has(parent)) checkDirections(value, path);
  });
  for (const code of selectAll('.cite pre code', tree)) checkTemplate(toText(code), path);
}

/** The script that counts visits, which the site of the test names. */
export const counter = 'https://stats.example/count.js';
const ownScripts = new RegExp(`^(?:/_astro/.*|${counter})$`);

function checkElement({ tagName, properties }: Element, path: string): void {
  const isSearch = tagName === 'form' && path === 'search/index.html';
  expect(foreign.has(tagName) && !isSearch, `<${tagName}> in ${path}`).toBe(false);
  for (const [name, value] of Object.entries(properties)) {
    expect(name, path).not.toMatch(/^(?:on|srcdoc|style$|formaction|evil)/i);
    if (tagName === 'base') expect(name, path).toBe('target');
    if (name === 'href')
      expect(String(value), path).toMatch(/^(?:(?:https?|webcal):\/\/|mailto:|\/|#)/i);
  }
}

function checkScript({ properties, children }: Element, path: string, policy: string): void {
  const text = toText({ type: 'root', children }, { whitespace: 'pre' });
  if (properties.type === 'application/ld+json') {
    expect(text, path).not.toContain('<');
    expect(Object.keys(JSON.parse(text) as object), path).toEqual(['@context', '@graph']);
  } else if (path.startsWith('embed/') && properties.src === undefined) {
    // A card's own: the policy has its hash from before there was any content.
    const hash = createHash('sha256').update(text).digest('base64');
    expect(policy, path).toContain(`'sha256-${hash}'`);
  } else {
    expect([properties.src, children], path).toEqual([
      expect.stringMatching(path.startsWith('embed/') ? /^\/_astro\// : ownScripts),
      [],
    ]);
  }
}

/** Each sign that turns the direction of what follows is ended in its own text. */
function checkDirections(text: string, path: string): void {
  let [embedded, isolated] = [0, 0];
  for (const sign of text) {
    if (/[\u202A\u202B\u202D\u202E]/.test(sign)) embedded += 1;
    if (sign === '\u202C') embedded -= 1;
    if (/[\u2066-\u2068]/.test(sign)) isolated += 1;
    if (sign === '\u2069') isolated -= 1;
  }
  expect([embedded, isolated], `${path}: ${JSON.stringify(text)}`).toEqual([0, 0]);
}

/** A template of Wikipedia ends where it ends, and has no parameter but its own. */
function checkTemplate(text: string, path: string): void {
  const inner = text.slice(2, -2).replaceAll('{{!}}', '');
  expect([text.slice(0, 2), text.slice(-2)], path).toEqual(['{{', '}}']);
  expect(inner.replace(/<!--[^<>]*-->/, ''), path).not.toMatch(/[{}[\]<>]|~{3}/);
  const names = [...inner.matchAll(/\|([\w-]+)=/g)].map(([, name]) => name);
  expect(names, path).not.toContain('evil');
}
