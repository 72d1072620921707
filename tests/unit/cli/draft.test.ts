import { describe, expect, test } from 'vitest';
import { runDraft } from '../../../src/cli/draft.ts';
import { createOutside } from './createOutside.ts';

const article =
  'Quay closed\n\nCity Ledger, 11 May 2024\n\nThe Harbour Police shut the quay on Friday evening for a night.\n';
const undated = article.replace(', 11 May 2024', '');

describe('npm run draft', () => {
  test('prints the skeleton of a file, and says beside it what is left', () => {
    const outside = createOutside({ files: { 'article.txt': article } });
    expect(runDraft(['article.txt'], outside)).toBe(0);
    expect(outside.said).toMatch(
      /^---\ntitle: Quay closed\nsource: city-ledger\npublished: 2024-05-11\n/,
    );
    expect(outside.said).toContain('date: 2024-05-10\ntime: evening\n');
    expect(outside.complained).toBe(
      'Drafted 1 dated statement, 0 quotations, 4 parts left to write.\n',
    );
  });

  test('reads standard input', () => {
    const outside = createOutside({ input: article });
    expect(runDraft([], outside)).toBe(0);
    expect(outside.said).toContain('title: Quay closed');
  });

  test('writes with --write into the articles of the content folder, and never over a file', () => {
    const outside = createOutside({ input: article, folder: 'other' });
    expect(runDraft(['--write'], outside)).toBe(0);
    expect(outside.files.get('other/articles/quay-closed.md')).toContain('title: Quay closed');
    expect(outside.said).toBe('');
    expect(runDraft(['--write'], outside)).toBe(2);
    expect(outside.complained).toContain('other/articles/quay-closed.md is already there');
    expect(runDraft(['--write', '--id', 'second'], outside)).toBe(0);
    expect(outside.files.has('other/articles/second.md')).toBe(true);
  });

  test('writes with --out where it is told, and never over a file', () => {
    const outside = createOutside({ input: article });
    expect(runDraft(['--out', 'drafts/quay.md'], outside)).toBe(0);
    expect(runDraft(['--out', 'drafts/quay.md'], outside)).toBe(2);
    expect(outside.complained).toContain('Choose another --out.');
  });

  test('says that no day of publication was found, gives the skeleton all the same, and ends with 1', () => {
    const outside = createOutside({ files: { 'article.txt': undated } });
    expect(runDraft(['article.txt'], outside)).toBe(1);
    expect(outside.said).toContain('published: # To write:');
    expect(outside.said).not.toMatch(/^date:/m);
    expect(outside.complained).toContain(
      'No day of publication found in article.txt: no line above',
    );
    expect(outside.complained).toContain('--published');
  });

  test('takes the day of publication from --published', () => {
    const outside = createOutside({ input: undated });
    expect(runDraft(['--published', '2024-05-11'], outside)).toBe(0);
    expect(outside.said).toContain('date: 2024-05-10');
  });

  test.each([
    [['nothing.txt'], 'nothing.txt cannot be read'],
    [['--publish', 'x'], 'Unknown option'],
    [['a.txt', 'b.txt'], 'expected one article'],
    [['-', '--published', 'Friday'], 'Unexpected "Friday" for --published, expected a date'],
    [['-', '--source', 'nobody'], 'No source is called "nobody"'],
    [['-', '--place', 'nowhere'], 'No place is called "nowhere"'],
    [['-', '--id', 'A B'], 'Unexpected "A B" for --id'],
  ])('gives nothing for %j, and ends with 2', (args, message) => {
    const outside = createOutside({ input: article });
    expect(runDraft(args, outside)).toBe(2);
    expect(outside.said).toBe('');
    expect(outside.complained).toContain(message);
  });

  test('gives nothing for an empty text or one that is not UTF-8', () => {
    expect(runDraft([], createOutside({ input: ' \n' }))).toBe(2);
    const outside = createOutside({ input: new Uint8Array([0x51, 0xe9, 0x20]) });
    expect(runDraft([], outside)).toBe(2);
    expect(outside.complained).toContain('not UTF-8');
  });

  test('waits for no input at a terminal', () => {
    const outside = createOutside({ answers: [] });
    expect(runDraft([], outside)).toBe(2);
    expect(outside.complained).toContain('No article was given');
  });

  test('knows all names, and numbers on, while another skeleton is unfinished', () => {
    const outside = createOutside({ input: article });
    runDraft(['--write'], outside);
    expect(runDraft(['--write', '--id', 'second'], outside)).toBe(0);
    expect(outside.files.get('content/articles/second.md')).toContain('actors: harbour-police');
    expect(outside.files.get('content/articles/second.md')).toContain('id: to-name-2');
  });
});
