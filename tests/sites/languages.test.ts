import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUDGET, weighPages } from '../bench/pageWeights.ts';
import { readSite, root } from './buildInto.ts';
import { createInLanguage } from './createInLanguage.ts';
import { buildOnce } from './sharedSites.ts';
import { findDeadLinks } from './walkLinks.ts';

/** The files that hold the words of each language. */
const tables = {
  en: ['en', 'enPages'],
  ar: ['ar', 'arDates', 'arPages', 'arData', 'arNouns'],
  fr: ['fr', 'frDates', 'frPages', 'frData'],
} as const;

type Language = keyof typeof tables;

/** Returns every piece of text of two words or more that the files of a table hold, between what is put into it. */
function listPieces(language: Language): Set<string> {
  const pieces = new Set<string>();
  for (const name of tables[language]) {
    const path = join(root, `src/views/words/${name}.ts`);
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) return;
      if (
        ts.isStringLiteral(node) ||
        ts.isNoSubstitutionTemplateLiteral(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddle(node) ||
        ts.isTemplateTail(node)
      ) {
        const text = flatten(node.text);
        if (/\p{L} \p{L}|\p{L}{5}/u.test(text)) pieces.add(text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return pieces;
}

/** Returns a text with single spaces, without the signs and spaces at its ends. */
function flatten(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

interface Text {
  readonly path: string;
  readonly text: string;
}

/** Addresses, names of files and keys, and the code of a card. */
const addresses =
  /https?:\/\/\S+|[\w/-]+\.(?:json|csv|sqlite)|\bembed\/(?:days\/)?|\bdigits\P{L}+months\b|<iframe.*/gu;

/** Says whether an element says something that no reader sees: `og:type`, `color-scheme`. */
function isForMachines({ tagName, properties }: Element): boolean {
  const name = String(properties.name ?? properties.property);
  return tagName === 'meta' && !/description|title|site_name|:alt$/u.test(name);
}

/** Returns the texts that the pages print: of text nodes, and of what is read out or shown besides. */
function listPrinted(site: ReadonlyMap<string, string>): Text[] {
  return [...site].flatMap(([path, html]) => {
    if (!path.endsWith('.html')) return [];
    const texts: string[] = [];
    const spoken = [
      'ariaLabel',
      'title',
      'alt',
      'placeholder',
      'content',
      'dataNone',
      'dataFailed',
      'dataShown',
    ];
    for (const element of selectAll('*', fromHtml(html))) {
      if (['script', 'style', 'code', 'pre'].includes(element.tagName) || isForMachines(element))
        continue;
      for (const child of element.children) if (child.type === 'text') texts.push(child.value);
      for (const name of spoken) {
        const value = element.properties[name];
        if (typeof value === 'string') texts.push(value);
      }
    }
    return texts
      .map((text) => text.replace(addresses, ''))
      .map((text) => ({ path, text: flatten(text) }));
  });
}

/** Says whether a piece stands in a text as whole words. */
function holds(text: string, piece: string): boolean {
  const at = text.indexOf(piece);
  if (at === -1) return false;
  const isLetter = (letter: string | undefined) => letter !== undefined && /\p{L}/u.test(letter);
  return !isLetter(text[at - 1]) && !isLetter(text[at + piece.length]);
}

// Nothing here is said of pictures; the browser looks at the same sites.
const flags = ['--no-pictures'];

describe.each([
  { language: 'ar', direction: 'rtl', skip: 'انتقل إلى' },
  { language: 'fr', direction: 'ltr', skip: 'Aller ' },
] as const)('the harbour site in $language', ({ language, direction, skip }) => {
  let out: string;
  let site: Map<string, string>;

  beforeAll(async () => {
    const CONTENT = join(root, `tests/sites/harbour-${language}/content`);
    out = await buildOnce({ CONTENT, SITE: 'https://harbour.example' }, flags);
    site = readSite(out);
  });

  test('states its language and direction on every page', () => {
    for (const [path, html] of site)
      if (path.endsWith('.html'))
        expect(html, path).toContain(`<html lang="${language}" dir="${direction}"`);
    expect(site.get('index.html')).toContain(skip);
  });

  test('keeps every page within the budget', () => {
    expect(weighPages(`${out}/`).filter(({ bytes }) => bytes > BUDGET)).toEqual([]);
  });

  test('prints no word of another language’s table', () => {
    const own = listPieces(language);
    const others = (Object.keys(tables) as Language[]).filter((one) => one !== language);
    const pieces = others.flatMap((other) => [...listPieces(other)]).filter((one) => !own.has(one));
    const found = listPrinted(site).flatMap(({ path, text }) =>
      pieces.filter((piece) => holds(text, piece)).map((piece) => ({ path, text, piece })),
    );
    expect(pieces.length).toBeGreaterThan(500);
    expect(found).toEqual([]);
  });

  test('keeps a quotation in the marks of its article as the article’s own words', () => {
    expect(site.get('events/quay-closed/index.html')).toContain(
      '<blockquote lang="en" dir="auto"><p>“The quay stays shut.”</p>',
    );
  });

  test('states its language in feeds, calendar and data', () => {
    expect(site.get('feed.xml')).toContain(`xml:lang="${language}"`);
    expect(JSON.parse(site.get('feed.json') ?? '{}')).toMatchObject({ language });
    expect(site.get('calendar.ics')).toMatch(new RegExp(`PRODID:.*//${language.toUpperCase()}`));
    expect(site.get('events/quay-closed/index.html')).toContain(`"inLanguage":"${language}"`);
    expect([...site.keys()]).toContain(`pagefind/wasm.${language}.pagefind`);
  });
});

describe.each(
  [
    { name: 'nine contradicting articles', content: 'tests/sites/tollbridge/content', pages: 60 },
    { name: 'the story', content: 'content', pages: 100 },
  ].flatMap((site) => (['ar', 'fr'] as const).map((language) => ({ ...site, language }))),
)('$name in $language', ({ content, pages, language }) => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-language-'));
  let out: string;
  let site: Map<string, string>;

  beforeAll(async () => {
    const copy = createInLanguage(join(root, content), join(folder, 'content'), language);
    out = await buildOnce({ CONTENT: copy }, flags);
    site = readSite(out);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('keeps every page within the budget', () => {
    const weights = weighPages(`${out}/`);
    expect(weights.length).toBeGreaterThan(pages);
    expect(weights.filter(({ bytes }) => bytes > BUDGET)).toEqual([]);
  });

  test('has no broken links', () => {
    expect(findDeadLinks(site, '/')).toEqual([]);
  });

  test('marks each foreign name and title, in its own direction', () => {
    const heads = [...site].flatMap(([path, html]) =>
      path.startsWith('articles/') ? selectAll('main h1[lang=en]', fromHtml(html)) : [],
    );
    expect(heads.length).toBeGreaterThan(1);
    for (const { properties } of heads) expect(properties.dir).toBe('auto');
    const other = language === 'ar' ? /\p{Script=Latin}/u : /\p{Script=Arabic}/u;
    const names = [...site].flatMap(([path, html]) =>
      /^events\/[\w-]+\/index\.html$/.test(path)
        ? selectAll('main a[href^="/sources/"]', fromHtml(html)).filter((link) =>
            other.test(toText(link)),
          )
        : [],
    );
    if (language === 'ar') expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(selectAll('bdi', name)).toHaveLength(1);
  });
});
