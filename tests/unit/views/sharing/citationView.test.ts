import { describe, expect, test } from 'vitest';
import {
  citeArticle,
  citeEvent,
  viewArticleCitation,
  viewEventCitation,
} from '../../../../src/views/sharing/citationView.ts';
import { printTemplate } from '../../../../src/views/sharing/wikitext.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

function citeFirst(facts: string, others: Record<string, string> = {}) {
  const context = createViewContext({ a: createDigest([facts]) }, others);
  const [event] = context.archive.events;
  return { item: citeEvent(event!, context), view: viewEventCitation(event!, context) };
}

function citeDigest(front: string) {
  const text = `---\nsource: harbour-post\nadded: 2024-07-01\n${front}\n---\n\nA lead.\n`;
  const context = createViewContext({ a: text });
  const article = context.archive.articleById.get('a')!;
  return { item: citeArticle(article, context), view: viewArticleCitation(article, context) };
}

describe('the citation of an event', () => {
  test('keeps its date’s doubt in every format', () => {
    const { item, view } = citeFirst('id: a\ndate: 2024-05-10~\ncertainty: purported');
    expect(item['event-date']).toEqual({ 'date-parts': [[2024, 5]], circa: true });
    for (const text of [item.note, view.plain, view.wikitext])
      expect(text).toContain(
        'Date of the event: about 10 May 2024 (2024-05-10~). Unverified: rests on a recording',
      );
  });

  test('was issued when its first account joined the archive, and has no access date', () => {
    const later = createDigest(['id: a\ndate: 2024-05-10'], 'city-ledger').replace(
      'added: 2024-07-01',
      'added: 2024-08-01',
    );
    const { item, view } = citeFirst('id: a\ndate: 2024-05-10', { 'articles/b.md': later });
    expect(item.issued).toEqual({ 'date-parts': [[2024, 7, 1]] });
    expect(item.accessed).toBeUndefined();
    expect(view.wikitext).toContain('|date=1 July 2024');
    expect(view.wikitext).not.toContain('access-date');
  });

  test('states when the page was last corrected, or that it never was', () => {
    expect(citeFirst('id: a\ndate: 2024-05-10').view.corrected).toBe('No corrections.');
    const ruling =
      '---\ncorrections:\n  - { date: 2024-08-02, reason: One. }\n  - { date: 2024-09-03, reason: Two. }\n---\n';
    const { view } = citeFirst('id: a\ndate: 2024-05-10', { 'events/a.md': ruling });
    expect(view.corrected).toBe('Last corrected on 3 September 2024.');
  });

  test('has its address with the site’s origin, and its files', () => {
    const { view } = citeFirst('id: a\ndate: 2024-05-10');
    expect(view.permalink).toBe('http://localhost:4321/events/a/');
    expect(view.files.map(({ url }) => url)).toEqual([
      '/events/a.bib',
      '/events/a.ris',
      '/events/a.csl.json',
    ]);
  });
});

describe('the citation of an article', () => {
  test('cites the original, with the access date and the archived copy', () => {
    const { item, view } = citeDigest(
      'title: Quay closed\npublished: 2024-05-11\nby: Lena Ortiz and staff\nurl: https://post.example/quay\narchived: https://web.archive.org/web/20240512080000/https://post.example/quay',
    );
    expect(item).toMatchObject({
      type: 'article-newspaper',
      URL: 'https://post.example/quay',
      author: [{ given: 'Lena', family: 'Ortiz' }, { literal: 'staff' }],
      accessed: { 'date-parts': [[2024, 7, 1]] },
    });
    expect(view.wikitext).toBe(
      '{{cite news |url=https://post.example/quay |title=Quay closed |author=Lena Ortiz and staff |work=The Harbour Post |date=11 May 2024 |access-date=1 July 2024 |archive-url=https://web.archive.org/web/20240512080000/https://post.example/quay |archive-date=12 May 2024}}',
    );
    expect(view.plain).toContain('Archived: https://web.archive.org/');
  });

  test('cites the copy that was read if the original has no address', () => {
    const { item, view } = citeDigest(
      'title: Quay closed\npublished: 2024-05-11\nvia: { name: Mirror, url: "https://mirror.example/q" }',
    );
    expect(item.URL).toBe('https://mirror.example/q');
    expect(view.wikitext).toContain('|url=https://mirror.example/q');
    expect(view.wikitext).toContain('|via=Mirror');
  });

  test('cites a printed article if there is no address at all', () => {
    const { item, view } = citeDigest('title: Quay closed\npublished: 2024-05-11');
    expect(item.type).toBe('article-newspaper');
    expect(item).not.toHaveProperty('URL');
    expect(view.wikitext).toMatch(/^\{\{cite news \|title=/);
    expect(view.wikitext).not.toContain('access-date');
    expect(view.plain).not.toContain('accessed');
  });

  test.each([
    ['2024-05-11~', '|date=c. 2024 '],
    ['2024-05-1X', '|date=c. 2024 '],
    ['"[2023-12-31,2024-01-01]"', '|work=The Harbour Post |'],
  ])('published on %s has no more certain date for Wikipedia', (published, expected) => {
    const { item, view } = citeDigest(
      `title: Quay closed\npublished: ${published}\nurl: https://post.example/quay`,
    );
    expect(view.wikitext).toContain(expected);
    expect(view.wikitext).toContain('<!-- Published:');
    expect(item.note).toContain('Published:');
  });

  test('escapes titles and addresses that could end a template', () => {
    const { view } = citeDigest(
      'title: "A | B }} {{C}} [D] <!--"\npublished: 2024-05-11\nurl: "https://post.example/a|b[c]}}"',
    );
    expect(view.wikitext).toContain(
      '|title=A {{!}} B &#125;&#125; &#123;&#123;C&#125;&#125; &#91;D&#93; &#60;!-- |',
    );
    expect(view.wikitext).toContain('|url=https://post.example/a%7Cb%5Bc%5D%7D%7D |');
  });
});

describe('printTemplate', () => {
  test.each([
    ['~~~~', '&#126;&#126;&#126;&#126;'],
    ["''bold''", '&#39;&#39;bold&#39;&#39;'],
    ['__NOTOC__', '&#95;&#95;NOTOC&#95;&#95;'],
    ['a}}{{subst:b|c', 'a&#125;&#125;&#123;&#123;subst:b{{!}}c'],
    ['&lt;nowiki&gt; & so', '&#38;lt;nowiki&#38;gt; & so'],
    ['one\n|two', 'one {{!}}two'],
  ])('leaves nothing in %j that Wikipedia would expand', (title, expected) => {
    expect(printTemplate('cite web', { title }, null)).toBe(`{{cite web |title=${expected}}}`);
  });

  test.each([
    ["https://a.example/~~~~''__NOTOC__", 'https://a.example/%7E%7E%7E%7E%27%27%5F%5FNOTOC%5F%5F'],
    ['https://a.example/}}{{b|c', 'https://a.example/%7D%7D%7B%7Bb%7Cc'],
    ['https://a.example/?b&lt;c', 'https://a.example/?b&lt%3Bc'],
  ])('keeps the address %j working', (url, expected) => {
    expect(printTemplate('cite web', { url }, null)).toBe(`{{cite web |url=${expected}}}`);
  });

  test('never ends a comment early', () => {
    const printed = printTemplate('cite web', {}, 'a --> {{subst:b}} ~~~~');
    expect(printed.match(/-->|\{\{|~~~/g)).toEqual(['{{', '-->']);
  });
});
