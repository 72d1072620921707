import { expect, test, vi } from 'vitest';
import { loadArchive } from '../../../src/collections/loadArchive.ts';
import type { ArticleDraft } from '../../../src/model/drafts.ts';
import { parseFile, type ContentFile } from '../../../src/parse/parseFile.ts';
import type { SourceText } from '../../../src/parse/sourceText.ts';
import { explainFault } from '../../../src/problems/fault.ts';
import { baseFiles } from '../draft/known.ts';
import { createDigest } from '../createViewContext.ts';

// No known content makes the parser throw, so here it is made to throw at the seventh line of a file.
vi.mock('../../../src/parse/mixedScripts.ts', () => ({
  reportMixedScripts: (source: SourceText) => {
    if (!source.file.endsWith('throws.md')) return;
    source.at(7, 3);
    throw new TypeError('nothing of the kind');
  },
}));

const digest = createDigest(['id: quay\ndate: 2024-05-10', 'id: mole\ndate: 2024-05-11']);

function createFile(name: string): ContentFile {
  const path = `articles/${name}`;
  return { path, file: `content/${path}`, bytes: Buffer.from(digest) };
}

function explain(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return explainFault(error);
  }
  return '';
}

test('an exception in the parser names the file, the current line, and the code', async () => {
  // Test files share their modules, but this one needs its own parser.
  vi.resetModules();
  const own = await import('../../../src/parse/parseFile.ts');
  const said = explain(() => own.parseFile(createFile('throws.md')));
  expect(said).toMatch(
    /^Dateline itself failed at content\/articles\/throws\.md:7:3 \(TypeError: nothing of the kind, in \S+:\d+\)\.\n/,
  );
  expect(said).toContain('please report it');
  expect(said).not.toMatch(/^\s+at /m);
});

test('an exception in the model names the file and the line of the account', () => {
  const parse = (file: ContentFile) => {
    const parsed = parseFile(file);
    if (!file.path.endsWith('odd.md')) return parsed;
    const draft = parsed.draft as ArticleDraft;
    const [first, second] = draft.accounts;
    return {
      ...parsed,
      draft: { ...draft, accounts: [first!, { ...second!, text: null as never }] },
    };
  };
  const said = explain(() =>
    loadArchive([...baseFiles, createFile('odd.md')], 'content', { parse }),
  );
  const line = digest.split('\n').indexOf('## mole') + 1;
  expect(said).toContain(
    `Dateline itself failed at content/articles/odd.md:${line}:1 (TypeError: `,
  );
  expect(said).toContain('in src/model/linkArticle.ts:');
});
