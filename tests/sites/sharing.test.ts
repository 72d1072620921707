import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CslItem } from '../../src/views/sharing/citationView.ts';
import { readSite, root } from './buildInto.ts';
import { buildOnce, harbours, origin, storyBelow } from './sharedSites.ts';

// What leaves the site: cards, linked data and citations, as those who take them read them.

interface LinkedThings {
  readonly '@context': string;
  readonly '@graph': readonly Readonly<Record<string, unknown>>[];
}

/** Returns every string anywhere in a value. */
function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(listStrings)
    : [];
}

/** A value in a language is a text to schema.org: JSON-LD knows the form, its types do not. */
function withoutLanguages(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLanguages);
  if (typeof value !== 'object' || value === null) return value;
  if ('@value' in value) return value['@value'];
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withoutLanguages(one)]),
  );
}

/**
 * Returns what breaks schema.org's vocabulary in linked data, as schema-dts has it, each with its page: a type or
 * property that does not exist, or a property that its type does not have or whose value is of no such type.
 */
function findVocabularyErrors(all: ReadonlyMap<string, unknown>): string[] {
  const file = join(root, 'tests/sites/linked-data.check.ts');
  const text = [
    "import type { Graph } from 'schema-dts';",
    ...[...all.values()].map(
      (data, index) => `export const d${index}: Graph = ${JSON.stringify(withoutLanguages(data))};`,
    ),
  ].join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const disk = ts.createCompilerHost(options);
  host.fileExists = (name) => name === file || disk.fileExists(name);
  host.readFile = (name) => (name === file ? text : disk.readFile(name));
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ESNext)
      : disk.getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file: at, start = 0, messageText }) => {
    // One line for each page, after that of the import.
    const line = at ? ts.getLineAndCharacterOfPosition(at, start).line - 1 : -1;
    const page = [...all.keys()][line] ?? at?.fileName ?? '';
    return `${page}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

/** The linked data of the sites whose words are looked up: those are the same under every base path. */
const linked = new Map<string, LinkedThings>();

describe.each([
  ...harbours.map((one) => ({ title: `the harbour under ${one.base}`, ...one })),
  { title: 'the story', base: '/x/', settings: storyBelow },
])('what leaves $title', ({ title, base, settings }) => {
  let site: Map<string, string>;
  let shared: [string, ReturnType<typeof fromHtml>][];
  let pictured: [string, ReturnType<typeof fromHtml>][];
  let data: Map<string, LinkedThings>;

  beforeAll(async () => {
    site = readSite(await buildOnce(settings));
    pictured = [...site]
      .filter(([path]) =>
        /^(?:(?:events|actors|articles|places|sources)\/[\w-]+\/|\d{4}\/\d\d\/\d\d\/|)index\.html$/.test(
          path,
        ),
      )
      .map(([path, html]) => [path, fromHtml(html)]);
    shared = [...site]
      .filter(([path]) => /^(?:events|actors|articles)\/[\w-]+\/index\.html$/.test(path))
      .map(([path, html]) => [path, fromHtml(html)]);
    data = new Map(
      pictured.flatMap(([path, tree]) => {
        const scripts = selectAll('script[type="application/ld+json"]', tree);
        expect(scripts, path).toHaveLength(/^\w+\/[\w-]+\/index/.test(path) ? 1 : 0);
        return scripts.map((script) => [
          path,
          JSON.parse(toText(script, { whitespace: 'pre' })) as LinkedThings,
        ]);
      }),
    );
    expect(shared.length).toBeGreaterThan(5);
    if (title !== 'the harbour under /')
      for (const [path, things] of data) linked.set(`${title} ${path}`, things);
  });

  /** Says whether an address of ours is that of a file, and of an anchor where it names one. */
  function leadsSomewhere(address: string): boolean {
    const { pathname, hash } = new URL(address);
    if (!pathname.startsWith(base)) return false;
    const path = pathname.slice(base.length);
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const text = site.get(file);
    // Our own names for what a page is about are no anchors: an underscore tells them apart.
    return text !== undefined && (!/^#[^_]/.test(hash) || text.includes(`id="${hash.slice(1)}"`));
  }

  test('has a card with a picture of its own for home and every event, actor, article, place, source and day', () => {
    const pictures = new Set<string>();
    for (const [path, tree] of pictured) {
      const meta = (name: string) =>
        select(`meta[property="${name}"]`, tree)?.properties.content ?? '';
      expect(meta('og:image'), path).toMatch(new RegExp(`^${origin}${base}og/.*\\.png$`));
      expect(leadsSomewhere(meta('og:image')), path).toBe(true);
      expect(select('link[rel=canonical]', tree)?.properties.href, path).toBe(meta('og:url'));
      for (const name of ['og:title', 'og:type', 'og:description', 'og:site_name', 'og:image:alt'])
        expect(meta(name), `${path} ${name}`).not.toBe('');
      expect(select('meta[name="twitter:card"]', tree)?.properties.content).toBe(
        'summary_large_image',
      );
      pictures.add(meta('og:image'));
    }
    expect(pictures.size).toBe(pictured.length);
    expect(pictured.length).toBeGreaterThan(shared.length + 3);
  });

  test('has a picture and a card of some kind on every page, and says when an article of ours was published', () => {
    for (const [path, html] of site) {
      if (!path.endsWith('.html') || path.startsWith('embed/')) continue;
      const tree = fromHtml(html);
      const meta = (selector: string) =>
        select(`meta[${selector}]`, tree)?.properties.content ?? '';
      expect(leadsSomewhere(meta('property="og:image"')), path).toBe(true);
      expect(meta('property="og:image:alt"'), path).not.toBe('');
      expect(meta('name="twitter:card"'), path).toBe('summary_large_image');
      const isArticle = meta('property="og:type"') === 'article';
      const published = meta('property="article:published_time"');
      if (isArticle) expect(published, path).toMatch(/^\d{4}-\d\d-\d\d$/);
      else expect(published, path).toBe('');
      const modified = meta('property="article:modified_time"');
      expect(modified === '' || modified > published, path).toBe(true);
    }
  });

  test('leads to an oEmbed answer from each page that has a card, and back', () => {
    const answers = [...site.keys()].filter((path) => path.startsWith('oembed/'));
    const found = [...site].flatMap(([path, html]) =>
      path.endsWith('.html')
        ? selectAll('link[type="application/json+oembed"]', fromHtml(html)).map(
            ({ properties }) => [path, String(properties.href)] as const,
          )
        : [],
    );
    expect(found.map(([, href]) => href.slice(`${origin}${base}`.length)).sort()).toEqual(answers);
    for (const [path, href] of found) {
      const answer = JSON.parse(site.get(href.slice(`${origin}${base}`.length)) ?? '') as {
        html: string;
        thumbnail_url: string;
      };
      expect(answer.html, path).toContain(
        `<a href="${origin}${base}${path.replace(/index\.html$/, '')}">`,
      );
      const [, card = ''] = /<iframe src="([^"]*)"/.exec(answer.html) ?? [];
      expect(leadsSomewhere(card), card).toBe(true);
      expect(leadsSomewhere(answer.thumbnail_url), path).toBe(true);
    }
  });

  // By the mappings of its translators Embedded Metadata and RDF, as of April 2026.
  test('has what Zotero reads to save an event as a page of ours, and an article as that of its outlet', () => {
    for (const [path, tree] of shared) {
      if (path.startsWith('actors/')) continue;
      const list = (name: string) =>
        selectAll(`meta[name="${name}"]`, tree).map(({ properties }) => String(properties.content));
      const first = (name: string) => list(name)[0];
      const csl = path.replace(/\/index\.html$/, '.csl.json');
      const [item] = JSON.parse(site.get(csl)!) as [CslItem];
      const isEvent = path.startsWith('events/');
      // Whatever has a title of Highwire is an article in a journal, unless its type is said.
      expect(list('citation_title').length > 0, path).toBe(list('DC.type').length > 0);
      expect(first(isEvent ? 'DC.title' : 'citation_title'), path).toBe(item.title);
      const [date = []] = 'date-parts' in item.issued ? item.issued['date-parts'] : [];
      const day = date.map((part) => String(part).padStart(2, '0')).join('-');
      expect(first(isEvent ? 'DC.date' : 'citation_date'), path).toBe(day);
      expect(first(isEvent ? 'DC.publisher' : 'DC.source'), path).toBe(item['container-title']);
      if (!isEvent) {
        expect(first('DC.type'), path).toBe('newspaperArticle');
        expect(first('citation_public_url'), path).toBe(item.URL);
        expect(first('citation_language'), path).toBe(item.language);
        expect(
          list('DC.creator').map((name) => name.replace(/,$/, '')),
          path,
        ).toEqual(
          (item.author ?? []).map((name) =>
            'family' in name ? `${name.family}, ${name.given}` : name.literal,
          ),
        );
      }
      // It takes an element of such a class for the author's name.
      expect(select('[class*="byline" i], [class*="vcard" i], a[rel=author]', tree), path).toBe(
        undefined,
      );
      const files = selectAll('head link[rel=alternate]', tree)
        .map(({ properties }) => String(properties.href))
        .filter((href) => /\.(?:bib|ris|csl\.json)$/.test(href));
      expect(files, path).toHaveLength(3);
      for (const href of files) expect(site.has(href.slice(base.length)), href).toBe(true);
    }
  });

  test('has a visible permalink that stays, for each event, account, claim and quotation', () => {
    for (const [path, tree] of shared) {
      if (path.startsWith('actors/')) continue;
      const canonical = String(select('link[rel=canonical]', tree)?.properties.href);
      expect(select('.cite a', tree)?.properties.href, path).toBe(canonical);
      for (const passage of selectAll('.account, .claim, .quotation', tree)) {
        const id = String(passage.properties.id);
        const link = select(`a.anchor[href$="#${id}"]`, passage);
        expect(link, `${path}#${id}`).toBeDefined();
        const address = new URL(String(link?.properties.href), canonical).href;
        expect(leadsSomewhere(address), address).toBe(true);
      }
    }
  });

  test('leads nowhere that is not there: in linked data, citations and their files', () => {
    const texts = [
      ...[...data.values()].flatMap(listStrings),
      ...shared.flatMap(([, tree]) => selectAll('.cite', tree).map((cite) => toText(cite))),
      ...[...site]
        .filter(([path]) => /^(?:events|articles)\/.*\.(?:bib|ris|csl\.json)$/.test(path))
        .map(([, text]) => text),
    ];
    const addresses = texts.flatMap(
      (text) => text.match(/https:\/\/harbour\.example[^\s"{}|)]*/g) ?? [],
    );
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((address) => !leadsSomewhere(address))).toEqual([]);
  });

  test('offers a citation of each event and article in three formats that citation-js reads', () => {
    const { Cite } = createCite();
    for (const [path, tree] of shared) {
      if (path.startsWith('actors/')) continue;
      const links = selectAll('.cite a[download]', tree).map(({ properties }) =>
        String(properties.href).slice(base.length),
      );
      expect(links).toHaveLength(3);
      for (const link of links) {
        const [item] = new Cite(site.get(link)!).data;
        expect(item?.title, link).toBe(toText(select('h1', tree)!).trim());
      }
    }
  });
});

describe('linked data', () => {
  test('says nothing that schema.org has no word for; types, properties and values that it does not have are found', () => {
    const things = {
      right: { '@type': 'Event', name: 'A', startDate: '2024-05-10' },
      type: { '@type': 'Happening', name: 'A' },
      property: { '@type': 'Event', happenedOn: '2024-05-10' },
      elsewhere: { '@type': 'Person', startDate: '2024-05-10' },
      value: { '@type': 'Event', location: { '@type': 'Claim', text: 'Here' } },
    };
    const known = Object.entries(things).map(
      ([key, thing]) => [key, { '@context': 'https://schema.org', '@graph': [thing] }] as const,
    );
    expect(linked.size).toBeGreaterThan(50);
    // Asked of all at once, as the vocabulary takes seconds to read.
    const errors = findVocabularyErrors(new Map<string, unknown>([...linked, ...known]));
    const found = Map.groupBy(errors, (error) => error.split(':')[0] ?? '');
    expect([...found.keys()], errors.join('\n')).toEqual([
      'type',
      'property',
      'elsewhere',
      'value',
    ]);
  });
});

/** citation-js with the formats it is asked to read; these versions bring no types. */
function createCite() {
  const load = createRequire(import.meta.url);
  const core = load('@citation-js/core') as {
    Cite: new (text: string) => { readonly data: readonly { readonly title?: string }[] };
  };
  load('@citation-js/plugin-bibtex');
  load('@citation-js/plugin-ris');
  return core;
}
