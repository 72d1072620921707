import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runRename } from '../../../src/cli/rename.ts';
import { createDigest } from '../createViewContext.ts';

let folder: string;
const errors: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-rename-'));
  cpSync(join(import.meta.dirname, '../../golden/base'), folder, { recursive: true });
  write('articles/post.md', createDigest(['id: quay-closed\ndate: 2024-05-10']));
  write('articles/ledger.md', createDigest(['id: quay-shut\ndate: 2024-05-12'], 'city-ledger'));
  errors.length = 0;
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockImplementation((text: string) => errors.push(text));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const rename = (...args: string[]) => runRename(args, { CONTENT: folder });
const read = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|txt)$/.test(path))
    .sort()
    .map((path) => `${path}\n${readFileSync(join(folder, path), 'utf8')}`);

test('never merges two events, with or without a ruling', () => {
  const before = read();
  expect(rename('event', 'quay-closed', 'quay-shut')).toBe(1);
  expect(errors.join()).toContain('"quay-shut" is already the id of an event at');
  expect(errors.join()).toContain('a rename never merges two events. Nothing was changed.');
  expect(read()).toEqual(before);
});

test('never merges two events, even if the content already has errors', () => {
  write('articles/wrong.md', '---\ntitle: No source\n---\n');
  const before = read();
  expect(rename('event', 'quay-closed', 'quay-shut')).toBe(1);
  expect(read()).toEqual(before);
});

test('never gives a page the former id of another', () => {
  write('events/quay-shut.md', '---\nformerly: quay-barred\n---\n');
  const before = read();
  expect(rename('event', 'quay-closed', 'quay-barred')).toBe(1);
  expect(read()).toEqual(before);
});

test('back to the first id leaves that at the start of `formerly`, and no other files', () => {
  expect(rename('event', 'quay-closed', 'quay-barred')).toBe(0);
  expect(readFileSync(join(folder, 'events/quay-barred.md'), 'utf8')).toContain(
    'formerly: quay-closed\n',
  );
  expect(rename('event', 'quay-barred', 'quay-closed')).toBe(0);
  expect(readFileSync(join(folder, 'events/quay-closed.md'), 'utf8')).toContain(
    'formerly: [quay-closed, quay-barred]\n',
  );
  expect(readdirSync(join(folder, 'events'))).toEqual(['quay-closed.md']);
  // And once more: the first id stays first.
  expect(rename('event', 'quay-closed', 'quay-locked')).toBe(0);
  expect(readFileSync(join(folder, 'events/quay-locked.md'), 'utf8')).toContain(
    'formerly: [quay-closed, quay-barred]\n',
  );
});

test('renames a page of the site’s own, but never to a reserved name', () => {
  write('pages/methods.md', '---\ntitle: How we work\n---\n\nWe read.\n');
  expect(rename('page', 'methods', 'search')).toBe(1);
  expect(rename('page', 'methods', 'method')).toBe(0);
  expect(read()).toContain(
    'pages/method.md\n---\ntitle: How we work\nformerly: methods\n---\n\nWe read.\n',
  );
});
