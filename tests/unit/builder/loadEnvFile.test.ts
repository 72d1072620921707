import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadEnvFile } from '../../../src/builder/loadEnvFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-env-'));
const names = ['DATELINE_TEST_SET', 'DATELINE_TEST_OPEN'];

afterEach(() => {
  for (const name of names) Reflect.deleteProperty(process.env, name);
  rmSync(folder, { recursive: true, force: true });
});

test('loadEnvFile(folder) sets the variables of .env that aren’t set yet; the file is optional', () => {
  process.env.DATELINE_TEST_SET = 'mine';
  loadEnvFile(folder);
  writeFileSync(join(folder, '.env'), 'DATELINE_TEST_SET=theirs\nDATELINE_TEST_OPEN=timeline\n');
  loadEnvFile(folder);
  expect(names.map((name) => process.env[name])).toEqual(['mine', 'timeline']);
});
