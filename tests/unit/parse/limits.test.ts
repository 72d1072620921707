import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { loadArchive } from '../../../src/collections/loadArchive.ts';
import { disk, readContent, type ContentDisk } from '../../../src/collections/readContent.ts';
import { parseFile, type ParsedFile } from '../../../src/parse/parseFile.ts';

// Measures processor time, as other work on the machine only affects wall time.
vi.setConfig({ testTimeout: 120_000 });

const head = '---\ntitle: A\nsource: post\npublished: 2024-06-30\nadded: 2024-07-01\n---\n\n';
const temporary = mkdtempSync(join(tmpdir(), 'dateline-limits-'));
afterAll(() => {
  rmSync(temporary, { recursive: true });
});

function parse(text: string, path = 'articles/a.md'): ParsedFile {
  return parseFile({ path, file: `content/${path}`, bytes: Buffer.from(text) });
}

function listKinds({ problems }: ParsedFile): string[] {
  return problems.map(({ kind }) => kind);
}

const pad = (text: string, letter = 'a') => text.padEnd(19_900, letter);

// Texts that Markdown or YAML parses in quadratic time, each as long as allowed without a blank line.
const slow: Record<string, string> = {
  'instructions never ended': pad(`a ${'<?'.repeat(990)}`),
  'comments never ended': pad(`a ${'<!--'.repeat(490)}`),
  'brackets never closed': '['.repeat(990),
  'links in links': `${'['.repeat(330)}a${'](b)'.repeat(330)}`,
  'emphasis in emphasis': `${'*'.repeat(490)}a${'*'.repeat(490)}`,
  'lists in lists': `${'- '.repeat(20)}a`,
  'quotations in quotations': `${'>'.repeat(20)}a\n`.repeat(50),
  'a table without end': `${'|a'.repeat(4900)}|\n${'|-'.repeat(4900)}|`,
  'an address that ends in brackets': pad('https://a.example', ')'),
  'a prompt of full stops': pad(`<!-- To write: ${'. '.repeat(9000)}`),
  'letters under letters': pad('a', '\u0301'),
  'a line of spaces': `${pad('a', ' ')}b`,
};

describe('a file beyond any digest’s size', () => {
  test.each(Object.entries(slow))(
    '%s: parsed in bounded time just below the limit',
    (_, text) => {
      const before = process.cpuUsage();
      parse(`${head}${text}\n`);
      // A few seconds on a busy machine with coverage; many minutes without the limits.
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(60_000);
    },
    120_000,
  );

  test.each([
    ['brackets', '['.repeat(5000)],
    ['emphasis', '*'.repeat(40_000)],
    ['quotations', '>'.repeat(10_000)],
    ['lists', '- '.repeat(10_000)],
    [
      'a list in a list',
      Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join(''),
    ],
    ['a line of 100,000 characters', 'a'.repeat(100_000)],
    ['lines', 'a\n\n'.repeat(50_000)],
    ['bytes', 'a\n'.repeat(25_000_000)],
  ])('too much of %s is one problem, and nothing throws', (_, text) => {
    expect(listKinds(parse(head + text))).toEqual(['too-large']);
  });

  test.each([
    ['collections in collections', `by: ${'['.repeat(900)}`, 'front-matter'],
    [
      'aliases of aliases',
      Array.from(
        { length: 9 },
        (_, i) =>
          `k${i}: &k${i} [${
            i === 0
              ? 'x'
              : Array(9)
                  .fill(`*k${i - 1}`)
                  .join(', ')
          }]`,
      ).join('\n'),
      'front-matter',
    ],
    ['an alias of itself', 'by: &a [*a]', 'field-value'],
    ['keys', Array.from({ length: 2000 }, (_, i) => `k${i}: a`).join('\n'), 'field-unknown'],
  ])('front matter of %s is a problem', (_, lines, kind) => {
    expect(listKinds(parse(head.replace('---\n\n', `${lines}\n---\n\n`)))).toContain(kind);
  });

  test('accepts a long realistic digest: 200 sections of 60 words, tables and lists', () => {
    const sections = Array.from(
      { length: 200 },
      (_, i) =>
        `## Something happens\n\n\`\`\`event\nid: thing-${'a'.repeat((i % 50) + 1)}-${i}x\ndate: 2024-05-10\n\`\`\`\n\n${'A sentence about it, with a [link](https://a.example/), and more. '.repeat(10)}\n\n- One\n  - Two\n    - Three\n\n| a | b |\n|---|---|\n${'| c | d |\n'.repeat(5)}`,
    );
    expect(listKinds(parse(head + sections.join('\n')))).toEqual([]);
  });

  test('reports thousands of unknown names, circles or points in bounded time', () => {
    const names = Array.from({ length: 3000 }, (_, i) => `nobody-${i}`);
    const after = Array.from({ length: 150 }, (_, i) => `e-${i}x`).join(', ');
    const sections = Array.from(
      { length: 150 },
      (_, i) =>
        `\n## A\n\n\`\`\`event\nid: e-${i}x\ndate: 2024-05-10\nafter: ${after}\nactors: ${names.slice(i * 20, i * 20 + 20).join(', ')}\n\`\`\`\n\nx\n`,
    );
    const actors = Array.from({ length: 500 }, (_, i) => ({
      path: `actors/known-${i}.md`,
      text: `---\nname: Somebody ${i}\nkind: person\n---\n`,
    }));
    const files = [
      { path: 'articles/a.md', text: head + sections.join('') },
      { path: 'site.md', text: '---\ntitle: A\nlanguage: en\ntime-zone: UTC\n---\n' },
      { path: 'sources/post.md', text: '---\nname: The Post\n---\n' },
      ...actors,
    ].map(({ path, text }) => ({ path, file: path, bytes: Buffer.from(text) }));
    const before = process.cpuUsage();
    const { problems } = loadArchive(files, 'content');
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(100_000);
    expect(problems.filter(({ kind }) => kind === 'actor-unknown')).toHaveLength(3000);
    expect(problems.filter(({ kind }) => kind === 'order-circle').length).toBeGreaterThan(0);
  }, 120_000);
});

describe('file names', () => {
  test.each([
    ['articles/Ledger.md', 'event-id'],
    ['articles/caf\u00e9.md', 'event-id'],
    ['articles/cafe\u0301.md', 'event-id'],
    ['articles/l\u0435dger.md', 'event-id'],
    ['articles/..md', 'event-id'],
    ['articles/a\nb.md', 'event-id'],
    ['articles/a\u202eb.md', 'event-id'],
    ['articles/__proto__.md', 'event-id'],
    ['articles/../../a.md', 'file-name'],
    ['Articles/a.md', 'file-name'],
    ['SITE.md', 'file-name'],
    ['constructor/a.md', 'file-name'],
    ['__proto__', 'file-name'],
  ])('%j is a problem, as names must not differ only by case, form or look', (path, kind) => {
    expect(listKinds(parse(head, path))).toContain(kind);
    expect(listKinds(parseFile({ path, file: path, bytes: Buffer.from([0xff]) }))).toEqual([
      'file-encoding',
    ]);
  });
});

describe('readContent(folder, disk) with anything but plain files', () => {
  test('follows no links, waits for no pipes, and reads no more of a file than allowed', () => {
    const content = join(temporary, 'content');
    mkdirSync(join(content, 'articles'), { recursive: true });
    mkdirSync(join(temporary, 'outside'));
    writeFileSync(join(temporary, 'outside/secret.md'), 'secret');
    writeFileSync(join(content, 'articles/huge.md'), 'x');
    truncateSync(join(content, 'articles/huge.md'), 50_000_000);
    symlinkSync('../../outside/secret.md', join(content, 'articles/linked.md'));
    symlinkSync('../outside', join(content, 'events'));
    symlinkSync('.', join(content, 'round'));
    symlinkSync('nowhere', join(content, 'state-of-play.md'));
    spawnSync('mkfifo', [join(content, 'articles/pipe.md')]);
    const files = readContent(content);
    expect(files.map(({ path, unreadable, bytes }) => [path, unreadable, bytes.length])).toEqual([
      ['articles/huge.md', undefined, 250_001],
      ['articles/linked.md', 'symbolic link', 0],
      ['articles/pipe.md', 'special file', 0],
      ['events', 'symbolic link', 0],
      ['round', 'symbolic link', 0],
      ['state-of-play.md', 'symbolic link', 0],
    ]);
    expect(files.flatMap((file) => listKinds(parseFile(file)))).toEqual([
      'too-large',
      ...Array<string>(5).fill('file-unreadable'),
    ]);
    expect(disk.read(join(content, 'articles/huge.md'), 70_000)).toHaveLength(70_000);
  });

  test('ignores a file that disappears meanwhile, and reports one without read permission', () => {
    const fail = (code: string): ContentDisk => ({
      list: () => [{ path: 'articles/a.md' }],
      read: () => {
        throw Object.assign(new Error(code), { code });
      },
    });
    expect(readContent('content', fail('ENOENT'))).toEqual([]);
    const [file] = readContent('content', fail('EACCES'));
    expect(parseFile(file!).problems[0]?.message).toBe(
      'Unexpected file that cannot be read (EACCES), expected a regular file that can be read.',
    );
  });
});
