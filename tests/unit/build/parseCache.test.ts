import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkFiles } from '../../../src/build/checkContent.ts';
import { openParseCache } from '../../../src/build/parseCache.ts';
import { disk, readContent } from '../../../src/collections/readContent.ts';
import { renderEventsJson } from '../../../src/outputs/eventsJson.ts';
import { parseFile, type ContentFile } from '../../../src/parse/parseFile.ts';
import { renderReport } from '../../../src/problems/report.ts';
import { createContext } from '../../../src/views/page/createContext.ts';

const golden = join(import.meta.dirname, '../../golden');
let state: string;

beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'dateline-cache-'));
});

afterEach(() => {
  rmSync(state, { recursive: true });
});

function readCase(name: string): ContentFile[] {
  const over = readContent(join(golden, 'cases', name, 'content'), disk);
  const taken = new Set(over.map(({ path }) => path));
  return [
    ...readContent(join(golden, 'base'), disk).filter(({ path }) => !taken.has(path)),
    ...over.filter(({ bytes }) => bytes.length > 0),
  ];
}

function say(files: readonly ContentFile[], parse: typeof parseFile): string {
  const { archive, problems, filesRead } = checkFiles(files, 'content', parse);
  const report = renderReport(problems, filesRead);
  return archive ? report + renderEventsJson(createContext(archive, '/')) : report;
}

test.each(readdirSync(join(golden, 'cases')))(
  'what is remembered of the golden case %s says what parsing it says',
  (name) => {
    const files = readCase(name);
    const first = openParseCache(state, 'code');
    say(files, first.parse);
    first.close();
    expect(say(files, openParseCache(state, 'code').parse)).toBe(say(files, parseFile));
  },
);

const file = (text: string): ContentFile => ({
  path: 'site.md',
  file: 'content/site.md',
  bytes: Buffer.from(text),
});

test('a file that has changed, another code and a damaged cache are parsed again', () => {
  const one = file('---\ntitle: One\nlanguage: en\ntime-zone: UTC\n---\n');
  const two = file('---\ntitle: Two\nlanguage: en\ntime-zone: UTC\n---\n');
  const title = ({ parse }: ReturnType<typeof openParseCache>, asked: ContentFile) =>
    (parse(asked).draft as { title?: string } | null)?.title;
  const cache = openParseCache(state, 'code');
  expect(title(cache, one)).toBe('One');
  cache.close();
  expect(title(openParseCache(state, 'code'), two)).toBe('Two');
  expect(title(openParseCache(state, 'other'), one)).toBe('One');
  for (const name of readdirSync(join(state, 'parsed')))
    writeFileSync(join(state, 'parsed', name), '{"code":"code","files":{');
  expect(title(openParseCache(state, 'code'), one)).toBe('One');
});
