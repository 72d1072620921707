import { describe, expect, test } from 'vitest';
import { runDraft } from '../../../src/cli/draft.ts';
import { createOutside } from './createOutside.ts';

const article =
  'Quay closed\n\nCity Ledger, 11 May 2024\n\nThe Harbour Police shut the quay on Friday evening for a night.\n';
const undated = article.replace(', 11 May 2024', '');

describe('npm run draft', () => {
  test('prints the skeleton of a file, and lists separately what is left', async () => {
    const outside = createOutside({ files: { 'article.txt': article } });
    expect(await runDraft(['article.txt'], outside)).toBe(0);
    expect(outside.said).toMatch(
      /^---\ntitle: Quay closed\nsource: city-ledger\npublished: 2024-05-11\n/,
    );
    expect(outside.said).toContain('date: 2024-05-10\ntime: evening\n');
    expect(outside.complained).toBe(
      'Drafted 1 dated statement, 0 quotations, 4 parts left to write.\n',
    );
  });

  test('reads standard input', async () => {
    const outside = createOutside({ input: article });
    expect(await runDraft([], outside)).toBe(0);
    expect(outside.said).toContain('title: Quay closed');
  });

  test('writes with --write into the content’s articles, and never overwrites a file', async () => {
    const outside = createOutside({ input: article, folder: 'other' });
    expect(await runDraft(['--write'], outside)).toBe(0);
    expect(outside.files.get('other/articles/quay-closed.md')).toContain('title: Quay closed');
    expect(outside.said).toBe('');
    expect(outside.complained).toMatch(/\nNext: write each part .* `npm run check` .*\.\n$/);
    outside.files.set(
      'other/articles/quay-closed.md',
      (outside.files.get('other/articles/quay-closed.md') ?? '').replace('to-name-1', 'quay-shut'),
    );
    expect(await runDraft(['--write'], outside)).toBe(2);
    expect(outside.complained).toContain('other/articles/quay-closed.md already exists');
    expect(await runDraft(['--write', '--id', 'second'], outside)).toBe(0);
    expect(outside.files.has('other/articles/second.md')).toBe(true);
  });

  test('writes with --out to the given path, and never overwrites a file', async () => {
    const outside = createOutside({ input: article });
    expect(await runDraft(['--out', 'drafts/quay.md'], outside)).toBe(0);
    outside.files.set('drafts/quay.md', `${outside.files.get('drafts/quay.md') ?? ''}A word.\n`);
    expect(await runDraft(['--out', 'drafts/quay.md'], outside)).toBe(2);
    expect(outside.complained).toContain('Delete it to draft it again, or choose another --out.');
    const other = createOutside({ input: article, files: { 'drafts/quay.md': 'notes' } });
    expect(await runDraft(['--out', 'drafts/quay.md'], other)).toBe(2);
    expect(other.files.get('drafts/quay.md')).toBe('notes');
  });

  test.each([['--write'], ['--out', 'drafts/quay.md']])(
    'lets its own advice be followed: what it wrote with %j is written anew while nobody has touched it',
    async (...flags) => {
      const outside = createOutside({ input: undated });
      expect(await runDraft(flags, outside)).toBe(1);
      expect(outside.complained).toContain('Run again with --published');
      expect(await runDraft([...flags, '--published', '2024-05-11~'], outside)).toBe(0);
      expect(await runDraft([...flags, '--published', '2024-05-11'], outside)).toBe(0);
      const file = flags[1] ?? 'content/articles/quay-closed.md';
      expect(outside.files.get(file)).toContain('date: 2024-05-10\ntime: evening\n');
      expect(outside.files.get(file)).toContain('id: to-name-1\n');
    },
  );

  test('accepts a publication that isn’t a single day, calculates nothing from it, and says so', async () => {
    const outside = createOutside({ input: undated });
    expect(await runDraft(['--published', '2024-05-14~'], outside)).toBe(0);
    expect(outside.said).toContain('published: 2024-05-14~\n');
    expect(outside.said).not.toMatch(/^date:/m);
    expect(outside.complained).toContain('no date can be worked out from it');
  });

  test.each([
    [
      'timeline.csv',
      'Year,Month,Day,Headline,Text\n2024,5,10,Quay closed,"<p>Boats</p>"\n',
      'a table of 5 columns (Year, Month, Day, Headline, …)',
    ],
    ['timeline.txt', 'Year\tMonth\tHeadline\n2024\t5\tQuay closed\n', 'a table of 3 columns'],
    ['feed.json', '{ "title": "Quay closed" }', 'JSON'],
    ['quay.pdf', '%PDF-1.7 …', 'a PDF'],
    ['quay.docx', 'PK\u0003\u0004…', 'an office document'],
  ])('says of %s what it is and what to give instead, and ends with 1', async (name, text, is) => {
    for (const flags of [[], ['--published', '2024-05-11', '--write']]) {
      const outside = createOutside({ files: { [name]: text } });
      expect(await runDraft([name, ...flags], outside)).toBe(1);
      expect(outside.said).toBe('');
      expect(outside.complained).toContain(`${name} is ${is}`);
      expect(outside.complained).toContain('plain text');
    }
  });

  test('doesn’t mistake prose for a table', async () => {
    const text =
      'Boats, police and rain\n\nBoats, police, and then rain, on Friday, shut the quay.\n';
    expect(await runDraft(['--published', '2024-05-11'], createOutside({ input: text }))).toBe(0);
  });

  test('reports that no day of publication was found, prints the skeleton anyway, and exits with 1', async () => {
    const outside = createOutside({ files: { 'article.txt': undated } });
    expect(await runDraft(['article.txt'], outside)).toBe(1);
    expect(outside.said).toContain('published: # To write:');
    expect(outside.said).not.toMatch(/^date:/m);
    expect(outside.complained).toContain(
      'No day of publication found in article.txt: no line above',
    );
    expect(outside.complained).toContain('--published');
  });

  test('takes the day of publication from --published', async () => {
    const outside = createOutside({ input: undated });
    expect(await runDraft(['--published', '2024-05-11'], outside)).toBe(0);
    expect(outside.said).toContain('date: 2024-05-10');
  });

  test.each([
    [['nothing.txt'], 'nothing.txt cannot be read: no such file'],
    [['--publish', 'x'], 'Unknown option'],
    [['a.txt', 'b.txt'], 'expected one article'],
    [['-', '--published', 'Friday'], 'Unexpected "Friday" for --published, expected a date'],
    [['-', '--source', 'nobody'], 'No source is called "nobody"'],
    [['-', '--place', 'nowhere'], 'No place is called "nowhere"'],
    [['-', '--id', 'A B'], 'Unexpected "A B" for --id'],
  ])('gives nothing for %j, and ends with 2', async (args, message) => {
    const outside = createOutside({ input: article });
    expect(await runDraft(args, outside)).toBe(2);
    expect(outside.said).toBe('');
    expect(outside.complained).toContain(message);
  });

  test('refuses an empty text or one that isn’t UTF-8', async () => {
    expect(await runDraft([], createOutside({ input: ' \n' }))).toBe(2);
    const outside = createOutside({ input: new Uint8Array([0x51, 0xe9, 0x20]) });
    expect(await runDraft([], outside)).toBe(2);
    expect(outside.complained).toContain('not UTF-8');
  });

  test('waits for no input at a terminal', async () => {
    const outside = createOutside({ answers: [] });
    expect(await runDraft([], outside)).toBe(2);
    expect(outside.complained).toContain('Missing article');
  });

  test('knows all names, and numbers on, while another skeleton is unfinished', async () => {
    const outside = createOutside({ input: article });
    await runDraft(['--write'], outside);
    expect(await runDraft(['--write', '--id', 'second'], outside)).toBe(0);
    expect(outside.files.get('content/articles/second.md')).toContain('actors: harbour-police');
    expect(outside.files.get('content/articles/second.md')).toContain('id: to-name-2');
  });
});
