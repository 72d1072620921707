import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/collections/readContent.ts';
import { findNewProblems } from '../../src/cli/newProblems.ts';
import { draftArticle } from '../../src/draft/draftArticle.ts';
import { readKnown } from '../../src/draft/known.ts';
import type { ContentFile } from '../../src/parse/parseFile.ts';

// Each folder of drafts/ is a test: its invented `article.txt` produces the skeleton `expected.md`, given the
// content of base/ and the folder's own `content/`. `UPDATE=1` writes the expected files; CI never does.

const here = import.meta.dirname;
const cases = readdirSync(join(here, 'drafts')).sort();
const update = process.env.UPDATE === '1' && !process.env.CI;

describe.each(cases)('draft of %s', (name) => {
  const folder = join(here, 'drafts', name);
  const files = readKnownFiles(folder);
  const article = readFileSync(join(folder, 'article.txt'), 'utf8');
  const drafted = draftArticle(article, {}, readKnown(files, 'content'), '2026-06-01');

  test('matches the expected skeleton', () => {
    const file = join(folder, 'expected.md');
    const text = `${drafted.markdown}${drafted.undatedBecause === null ? '' : `\n<!-- No day: ${drafted.undatedBecause} -->\n`}`;
    if (update) writeFileSync(file, text);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(text);
  });

  test('has no problems except what is left to write', () => {
    const { toWrite, errors } = findNewProblems(files, 'content', [
      { path: 'articles/draft.md', text: drafted.markdown },
    ]);
    expect(errors).toEqual([]);
    expect(toWrite.length).toBeGreaterThan(0);
  });

  test('repeats six consecutive words of its article only in quotations, title, dateline and `when`', () => {
    const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const kept = drafted.markdown
      .split('\n')
      .filter((line) => !/^(?:> |title: |dateline: |by: |- |published: |Names that |The title was )/.test(line))
      .join('\n');
    const whens = [...drafted.markdown.matchAll(/^when: (.*)$/gm)].map(([, words = '']) => words);
    const told = whens.reduce((text, words) => text.replaceAll(words, '…'), kept);
    const runs = (list: string[]) => list.map((_, index) => list.slice(index, index + 6).join(' ')).filter((run) => run.split(' ').length === 6);
    const inArticle = new Set(runs(words(article)));
    expect(runs(words(told)).filter((run) => inArticle.has(run))).toEqual([]);
  });
});

/** Returns the files of base/, overlaid with a case's own content. */
function readKnownFiles(folder: string): ContentFile[] {
  const own = join(folder, 'content');
  const over = existsSync(own) ? readContent(own) : [];
  const taken = new Set(over.map(({ path }) => path));
  const base = readContent(join(here, 'base')).filter(({ path }) => !taken.has(path));
  return [...base, ...over].map(({ path, bytes }) => ({ path, file: `content/${path}`, bytes }));
}
