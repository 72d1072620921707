import { describe, expect, test } from 'vitest';
import { readArticleText } from '../../../src/draft/articleText.ts';

const body =
  'Boats of the Harbour Police lay across the mouth of the harbour and let nobody in or out all night.';

describe('readArticleText(text)', () => {
  test('separates title, byline and paragraphs', () => {
    const article = readArticleText(
      `Quay closed after dark\n\nBy Ana Cabo\n\n${body}\n\nNobody knows why it was.`,
    );
    expect(article).toMatchObject({
      title: 'Quay closed after dark',
      byline: 'Ana Cabo',
      dateline: null,
      paragraphs: [body, 'Nobody knows why it was.'],
    });
  });

  test.each([
    ['By Ana Cabo, 11 May 2024', 'Ana Cabo'],
    ['by: Ana Cabo and Rui Sal | Updated 11 May 2024', 'Ana Cabo and Rui Sal'],
    ['Words by Ana Cabo – Saturday', 'Ana Cabo'],
  ])('takes only the names from the byline “%s”', (line, names) => {
    expect(readArticleText(`Quay closed after dark\n${line}\n\n${body}`).byline).toBe(names);
  });

  test.each([
    [`PORTO VELHO — ${body}`, 'PORTO VELHO'],
    [`PORTO VELHO, Lusitania, May 11 (Wire) - ${body}`, 'PORTO VELHO, Lusitania, May 11 (Wire)'],
    [
      `today at 08:00 The Post – 11 May 2024 – PORTO VELHO – ${body}`,
      'today at 08:00 The Post – 11 May 2024 – PORTO VELHO',
    ],
  ])('separates the dateline from the first paragraph: %s', (paragraph, dateline) => {
    const article = readArticleText(`Quay closed after dark\n\n${paragraph}`);
    expect(article).toMatchObject({ dateline, paragraphs: [body] });
  });

  test.each([
    'The quay – the only one of the town – was closed all night by boats of the police, who said nothing.',
    'The UN – Lusitania’s guest – said nothing on the quay that was closed all night by the boats of the police.',
  ])('ignores a dash inside a sentence: %s', (paragraph) => {
    const article = readArticleText(`Quay closed after dark\n\n${paragraph}`);
    expect(article).toMatchObject({ dateline: null, paragraphs: [paragraph] });
  });

  test.each([
    'Leave a Reply',
    'Comments',
    '12 Comments',
    'COMMENTS (3)',
    'Post a comment',
    'Join the conversation',
  ])('drops everything from “%s” on', (line) => {
    const article = readArticleText(
      `Quay closed after dark\n\n${body}\n\n${line}\n\nI was there on Friday, and it was nothing like what this paper says it was at all.`,
    );
    expect(article.paragraphs).toEqual([body]);
  });

  test.each([
    'Share',
    'Share on Facebook',
    'Tweet',
    'WhatsApp',
    'Advertisement',
    'Read more: Who owns the quay?',
    'Related stories',
    'Sign up for our newsletter',
    'Tags: quay, police',
  ])('drops the line “%s” anywhere', (line) => {
    const article = readArticleText(
      `Quay closed after dark\n${line}\n\n${body}\n\n${line}\n\nNobody knows why it was.`,
    );
    expect(article).toMatchObject({
      title: 'Quay closed after dark',
      paragraphs: [body, 'Nobody knows why it was.'],
    });
  });

  test('isn’t cut off by a comment form above the article', () => {
    const article = readArticleText(`Quay closed after dark\n\nComments\n\n${body}`);
    expect(article.paragraphs).toEqual([body]);
  });

  test('joins lines that were wrapped to a fixed width', () => {
    const broken = body
      .replace(' lay across', '\nlay across')
      .replace('harbour and', 'harbour\nand');
    const lines = `Quay closed after dark\n\n${broken
      .split('\n')
      .join(' ')
      .replace(/(.{46,60}) /g, '$1\n')}`;
    expect(readArticleText(lines).paragraphs).toEqual([body]);
  });

  test('joins neither byline nor date to a title as long as a wrapped line', () => {
    const article = readArticleText(
      `News\nQuay of Porto Velho closed after dark for a whole night\nBy ANA CABO\n11 May 2024\n\n${body}`,
    );
    expect(article).toMatchObject({
      title: 'Quay of Porto Velho closed after dark for a whole night',
      byline: 'ANA CABO',
    });
  });

  test('supports every kind of line end, no-break spaces and a byte order mark', () => {
    const article = readArticleText(
      `\uFEFFQuay closed\u00A0after dark\r\n\r\n${body}\r\rNobody knows why it was.`,
    );
    expect(article).toMatchObject({
      title: 'Quay closed after dark',
      paragraphs: [body, 'Nobody knows why it was.'],
    });
  });

  test.each(['10 boats sink at the mole', 'Friday night on the quay', 'May 3: a day on the mole'])(
    'recognises “%s” as a title',
    (title) => {
      expect(readArticleText(`${title}\n11 May 2024\n\n${body}`).title).toBe(title);
    },
  );

  test.each([
    ['Par Léa Morin et Paul Girard', 'Léa Morin et Paul Girard'],
    ['Von Karin Holm | 14. Oktober 2024', 'Karin Holm'],
    ['Por María del Carmen Ruiz', 'María del Carmen Ruiz'],
    ['بقلم أحمد البحري', 'أحمد البحري'],
    ['Von Kiel nach Oslo', null],
    ['Por el puente', null],
  ])('reads the byline of “%s” as %s', (line, byline) => {
    expect(readArticleText(`A quay and a mole\n\n${line}\n\n${body}`).byline).toBe(byline);
  });

  test.each([
    ['a list', '• 3 May: crews walk out\n• 9 May: boats block the quay'],
    ['a table', '3 May | 06:00 | crews walk out\n9 May | 20:30 | boats block the quay'],
    ['cells separated by tabs', '3 May\t06:00\tcrews walk out\n9 May\t20:30\tboats block the quay'],
    ['a live report', '06:00 Crews walk out\n20:30 Boats block the quay'],
  ])('keeps every entry of %s as a paragraph', (_, entries) => {
    const { paragraphs } = readArticleText(`A quay and a mole\n\n${body}\n\n${entries}`);
    expect(paragraphs).toEqual([body, ...entries.replaceAll('\t', ' | ').split('\n')]);
  });

  test('returns no title if the text begins with a paragraph', () => {
    expect(readArticleText(`${body} ${body}`)).toMatchObject({
      title: null,
      paragraphs: [`${body} ${body}`],
    });
  });

  test('returns nothing for an empty text', () => {
    expect(readArticleText('\n \n')).toMatchObject({ title: null, paragraphs: [], head: [] });
  });
});
