import { describe, expect, test } from 'vitest';
import { runDraft } from '../../../src/cli/draft.ts';
import { createEffects } from './createEffects.ts';

const article =
  'Quay closed\n\nCity Ledger, 11 May 2024\n\nThe Harbour Police shut the quay on Friday evening for a night.\n';
const undated = article.replace(', 11 May 2024', '');

describe('npm run draft', () => {
  test('prints the skeleton of a file, and lists separately what is left', async () => {
    const effects = createEffects({ files: { 'article.txt': article } });
    expect(await runDraft(['article.txt'], effects)).toBe(0);
    expect(effects.said).toMatch(
      /^---\ntitle: Quay closed\nsource: city-ledger\npublished: 2024-05-11\n/,
    );
    expect(effects.said).toContain('date: 2024-05-10\ntime: evening\n');
    expect(effects.complained).toBe(
      'Drafted 1 dated statement, 0 quotations, 4 parts left to write.\n',
    );
  });

  test('reads standard input', async () => {
    const effects = createEffects({ input: article });
    expect(await runDraft([], effects)).toBe(0);
    expect(effects.said).toContain('title: Quay closed');
  });

  test('writes with --write into the content’s articles, and never overwrites a file', async () => {
    const effects = createEffects({ input: article, folder: 'other' });
    expect(await runDraft(['--write'], effects)).toBe(0);
    expect(effects.files.get('other/articles/quay-closed.md')).toContain('title: Quay closed');
    expect(effects.said).toBe('');
    expect(effects.complained).toMatch(/\nNext: write each part .* `npm run check` .*\.\n$/);
    effects.files.set(
      'other/articles/quay-closed.md',
      (effects.files.get('other/articles/quay-closed.md') ?? '').replace('to-name-1', 'quay-shut'),
    );
    expect(await runDraft(['--write'], effects)).toBe(2);
    expect(effects.complained).toContain('other/articles/quay-closed.md already exists');
    expect(await runDraft(['--write', '--id', 'second'], effects)).toBe(0);
    expect(effects.files.has('other/articles/second.md')).toBe(true);
  });

  test('writes with --out to the given path, and never overwrites a file', async () => {
    const effects = createEffects({ input: article });
    expect(await runDraft(['--out', 'drafts/quay.md'], effects)).toBe(0);
    effects.files.set('drafts/quay.md', `${effects.files.get('drafts/quay.md') ?? ''}A word.\n`);
    expect(await runDraft(['--out', 'drafts/quay.md'], effects)).toBe(2);
    expect(effects.complained).toContain('Delete it to draft it again, or choose another --out.');
    const other = createEffects({ input: article, files: { 'drafts/quay.md': 'notes' } });
    expect(await runDraft(['--out', 'drafts/quay.md'], other)).toBe(2);
    expect(other.files.get('drafts/quay.md')).toBe('notes');
  });

  test.each([['--write'], ['--out', 'drafts/quay.md']])(
    'can be repeated as its message advises: a skeleton written with %j is replaced until it is edited',
    async (...flags) => {
      const effects = createEffects({ input: undated });
      expect(await runDraft(flags, effects)).toBe(1);
      expect(effects.complained).toContain('Run again with --published');
      expect(await runDraft([...flags, '--published', '2024-05-11~'], effects)).toBe(0);
      expect(await runDraft([...flags, '--published', '2024-05-11'], effects)).toBe(0);
      const file = flags[1] ?? 'content/articles/quay-closed.md';
      expect(effects.files.get(file)).toContain('date: 2024-05-10\ntime: evening\n');
      expect(effects.files.get(file)).toContain('id: to-name-1\n');
    },
  );

  test('accepts a publication that isn’t a single day, calculates nothing from it, and says so', async () => {
    const effects = createEffects({ input: undated });
    expect(await runDraft(['--published', '2024-05-14~'], effects)).toBe(0);
    expect(effects.said).toContain('published: 2024-05-14~\n');
    expect(effects.said).not.toMatch(/^date:/m);
    expect(effects.complained).toContain('no date can be worked out from it');
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
  ])(
    'explains what %s is and what to provide instead, and exits with 1',
    async (name, text, is) => {
      for (const flags of [[], ['--published', '2024-05-11', '--write']]) {
        const effects = createEffects({ files: { [name]: text } });
        expect(await runDraft([name, ...flags], effects)).toBe(1);
        expect(effects.said).toBe('');
        expect(effects.complained).toContain(`${name} is ${is}`);
        expect(effects.complained).toContain('plain text');
      }
    },
  );

  test('doesn’t mistake prose for a table', async () => {
    const text =
      'Boats, police and rain\n\nBoats, police, and then rain, on Friday, shut the quay.\n';
    expect(await runDraft(['--published', '2024-05-11'], createEffects({ input: text }))).toBe(0);
  });

  test('reports that no day of publication was found, prints the skeleton anyway, and exits with 1', async () => {
    const effects = createEffects({ files: { 'article.txt': undated } });
    expect(await runDraft(['article.txt'], effects)).toBe(1);
    expect(effects.said).toContain('published: # To write:');
    expect(effects.said).not.toMatch(/^date:/m);
    expect(effects.complained).toContain(
      'No day of publication found in article.txt: no line above',
    );
    expect(effects.complained).toContain('--published');
  });

  test('uses the day of publication from --published', async () => {
    const effects = createEffects({ input: undated });
    expect(await runDraft(['--published', '2024-05-11'], effects)).toBe(0);
    expect(effects.said).toContain('date: 2024-05-10');
  });

  test.each([
    [['nothing.txt'], 'nothing.txt cannot be read: no such file'],
    [['--publish', 'x'], 'Unknown option'],
    [['a.txt', 'b.txt'], 'expected one article'],
    [['-', '--published', 'Friday'], 'Unexpected "Friday" for --published, expected a date'],
    [['-', '--source', 'nobody'], 'No source is called "nobody"'],
    [['-', '--place', 'nowhere'], 'No place is called "nowhere"'],
    [['-', '--id', 'A B'], 'Unexpected "A B" for --id'],
  ])('prints nothing for %j, and exits with 2', async (args, message) => {
    const effects = createEffects({ input: article });
    expect(await runDraft(args, effects)).toBe(2);
    expect(effects.said).toBe('');
    expect(effects.complained).toContain(message);
  });

  test('rejects an empty text and one that isn’t UTF-8', async () => {
    expect(await runDraft([], createEffects({ input: ' \n' }))).toBe(2);
    const effects = createEffects({ input: new Uint8Array([0x51, 0xe9, 0x20]) });
    expect(await runDraft([], effects)).toBe(2);
    expect(effects.complained).toContain('not UTF-8');
  });

  test('waits for no input at a terminal', async () => {
    const effects = createEffects({ answers: [] });
    expect(await runDraft([], effects)).toBe(2);
    expect(effects.complained).toContain('Missing article');
  });

  test('knows all names and continues the numbering while another skeleton is unfinished', async () => {
    const effects = createEffects({ input: article });
    await runDraft(['--write'], effects);
    expect(await runDraft(['--write', '--id', 'second'], effects)).toBe(0);
    expect(effects.files.get('content/articles/second.md')).toContain('actors: harbour-police');
    expect(effects.files.get('content/articles/second.md')).toContain('id: to-name-2');
  });
});
