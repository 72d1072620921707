import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import {
  renderBibtex,
  renderCsl,
  renderRis,
} from '../../../src/outputs/citations/renderCitation.ts';
import type { CslItem } from '../../../src/views/sharing/citationView.ts';

interface ReadBack {
  readonly title?: string;
  readonly URL?: string;
  readonly publisher?: string;
  readonly note?: string;
  readonly issued?: object;
  readonly accessed?: object;
  readonly author?: readonly { readonly family?: string; readonly literal?: string }[];
}

// citation-js reads its own output back; this version has no types.
const { Cite } = createRequire(import.meta.url)('@citation-js/core') as {
  Cite: new (text: string) => { readonly data: readonly ReadBack[] };
};
const read = (text: string): ReadBack => new Cite(text).data[0]!;

const item: CslItem = {
  id: 'kept-copy',
  type: 'webpage',
  title:
    'قال رئيس الوزراء مصطفى الكاظمي إن القانون فوق الجميع: “100 % of {it} & <i>more</i>” for $5 #1_a ^ \\\\ it says here at length',
  'container-title': 'The Harbour Post',
  author: [{ literal: 'Lena Ortiz and staff' }],
  URL: 'https://post.example/an-address-of-more-than-seventy-letters/which-may-not-be-broken/anywhere-at-all/',
  issued: { 'date-parts': [[2024, 5, 11]] },
  accessed: { 'date-parts': [[2024, 7, 1]] },
  language: 'ar',
  note: 'Date of the event: about 10 May 2024 (2024-05-10~). Archived copy: https://web.archive.org/web/2024/https://post.example/',
};

describe.each([
  ['BibLaTeX', renderBibtex],
  ['RIS', renderRis],
])('%s, read back by citation-js', (_format, render) => {
  const back = read(render(item));

  test('has the original title, author, publisher and address', () => {
    expect(back).toMatchObject({
      title: item.title,
      URL: item.URL,
      publisher: 'The Harbour Post',
    });
    expect(back.author).toHaveLength(1);
    expect(Object.values(back.author![0]!).join(' ')).toContain('Lena Ortiz and staff');
  });

  test('has the issue and access dates, the doubt and the archived copy', () => {
    expect(back.issued).toEqual({ 'date-parts': [[2024, 5, 11]] });
    // Zotero and EndNote read Y2, but citation-js doesn't.
    if (render === renderRis) expect(render(item)).toMatch(/^Y2 {2}- 2024\/07\/01\/\r$/m);
    else expect(back.accessed).toEqual({ 'date-parts': [[2024, 7, 1]] });
    expect(back.note).toBe(item.note);
  });

  test.each([
    [{ 'date-parts': [[2024, 12]], circa: true }, { 'date-parts': [[2024, 12]] }],
    [{ literal: 'on or before 10 May 2024' }, undefined],
  ] as const)('has no date more certain than %j', (issued, sure) => {
    expect(read(render({ ...item, issued })).issued).toEqual(
      render === renderBibtex ? sure : undefined,
    );
  });
});

// BibLaTeX supports EDTF level 1, and its styles print the doubt; other dates become less exact, or are left out.
test.each([
  ['2024-06-27~', { 'date-parts': [[2024, 6]], circa: true }, '2024-06~'],
  ['2024-06?', { 'date-parts': [[2024]], circa: true }, '2024~'],
  ['2024-06-2X', { 'date-parts': [[2024, 6]], circa: true }, '2024-06~'],
  ['2024-XX', { 'date-parts': [[2024]], circa: true }, '2024~'],
  [
    '[2024-06-27,2024-06-28]',
    {
      'date-parts': [
        [2024, 6, 27],
        [2024, 6, 28],
      ],
      circa: true,
    },
    '2024-06-27~/2024-06-28~',
  ],
  ['2024~', { literal: 'about 2024' }, '2024~'],
  ['2024-03~', { literal: 'about March 2024' }, '2024-03~'],
  ['[..2024-06-27]', { literal: 'on or before 27 June 2024' }, undefined],
] as const)('the date %s keeps its doubt in BibLaTeX', (edtf, issued, date) => {
  const text = renderBibtex({ ...item, issued, edtf });
  expect(/^\tdate = \{(.*)\},$/m.exec(text)?.[1]).toBe(date);
  expect(renderCsl({ ...item, issued, edtf })).not.toContain('edtf');
});

describe('CSL-JSON', () => {
  test('keeps everything that was cited when citation-js reads it', () => {
    const circa = {
      ...item,
      'event-date': { 'date-parts': [[2024, 5, 10]], circa: true },
    } as const;
    // Programs that read it treat a tag in a title as markup.
    const title = item.title.replace('<i>more</i>', '‹i›more‹/i›');
    expect(read(renderCsl(circa))).toMatchObject({ ...circa, title });
  });

  test('has no hidden fields in its note', () => {
    const note = renderCsl({ ...item, note: 'In English: “{:URL: https://evil.example}”.' });
    expect(note).not.toContain('{:');
  });
});

describe('an address that ends its field', () => {
  const address = 'https://post.example/quay},note={\\input{/etc/passwd}},keywords={"';
  const hostile = { ...item, URL: address };

  test('stays one address in BibLaTeX', () => {
    const back = read(renderBibtex(hostile));
    expect(back.URL).toBe(
      'https://post.example/quay%7D,note=%7B%5Cinput%7B/etc/passwd%7D%7D,keywords=%7B%22',
    );
    expect(back.note).toContain('Date of the event');
    expect(renderBibtex(hostile)).not.toMatch(/\\input|keywords =/);
  });

  test('stays one line in RIS', () => {
    const url = 'https://post.example/\r\nTY  - BOOK\u0085AU  - Nobody';
    const tags = renderRis({ ...item, URL: url }).match(/^[A-Z][A-Z0-9] {2}- /gmu);
    expect(tags).toEqual(renderRis(item).match(/^[A-Z][A-Z0-9] {2}- /gmu));
  });
});

describe('BibLaTeX', () => {
  test('is labelled by the id', () => {
    expect(renderBibtex(item)).toMatch(/^@online\{kept-copy,\n/);
  });
});

describe('an article of a newspaper', () => {
  const article: CslItem = {
    ...item,
    type: 'article-newspaper',
    author: [{ given: 'Lena', family: 'van Ortiz' }, { literal: 'staff' }],
  };

  test('keeps its outlet and the parts of names in BibLaTeX', () => {
    const text = renderBibtex(article);
    expect(text).toMatch(/^@article\{/);
    expect(text).toContain('journaltitle = {The Harbour Post}');
    expect(text).toContain('author = {van Ortiz, Lena and {staff}}');
    expect(text).toContain('\tdate = {2024-05-11}');
    expect(text).not.toMatch(/\t(?:year|month|publisher) =/);
  });

  test('keeps its outlet, day and authors in RIS', () => {
    const lines = renderRis(article).split('\r\n');
    expect(lines[0]).toBe('TY  - NEWS');
    for (const line of [
      'AU  - van Ortiz, Lena',
      'AU  - staff',
      'DA  - 2024/05/11/',
      'T2  - The Harbour Post',
    ])
      expect(lines).toContain(line);
  });
});

describe('RIS', () => {
  test('ends each line as specified, and wraps none', () => {
    const lines = renderRis(item).split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.slice(0, -1).filter((line) => !/^[A-Z][A-Z0-9] {2}- /.test(line))).toEqual([]);
  });
});
