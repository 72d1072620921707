import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

const refused = [
  ['typescript(TS2322)', 'export const a: string = 1;'],
  ['typescript(no-floating-promises)', 'export const a = (p: Promise<1>) => {\n  p.then();\n};'],
  ['typescript(no-unsafe-return)', 'export const a = (): string => JSON.parse("1");'],
  ['typescript(no-unnecessary-condition)', 'export const a = (b: string) => b?.length;'],
  ['typescript(no-deprecated)', 'export const a = (b: string) => b.substr(1);'],
  [
    'typescript(switch-exhaustiveness-check)',
    'export function a(b: 1 | 2) {\n  switch (b) {\n    case 1:\n      return 1;\n  }\n  return 2;\n}',
  ],
  [
    'typescript(restrict-template-expressions)',
    'export const a = (b: string | undefined) => `${b}`;',
  ],
  ['typescript(consistent-type-definitions)', 'export type A = { b: string };'],
  ['eslint(func-style)', 'export const a = function () {\n  return 1;\n};'],
  ['eslint(no-unused-vars)', 'const _a = 1;'],
] as const;

const accepted = [
  'export const a = (b: number) => `${b}`;',
  'export const a = (b: string) => [...b];',
  'export const a = () => 1;',
];

/** What lint says of each text, as the names of rules, after one run for all of them. */
let said: Map<string, string[]>;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-lint-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    '{ "compilerOptions": { "strict": true, "target": "esnext", "module": "nodenext", "types": [] } }',
  );
  const texts = [...refused.map(([, text]) => text), ...accepted];
  for (const [index, text] of texts.entries())
    writeFileSync(join(folder, `text${index}.ts`), `${text}\n`);
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json'],
    { cwd: folder, encoding: 'utf8' },
  );
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { filename: string; code: string }[];
  };
  said = new Map(
    texts.map((text, index) => [
      text,
      diagnostics.filter(({ filename }) => filename === `text${index}.ts`).map(({ code }) => code),
    ]),
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('lint of TypeScript', () => {
  test.each(refused)('by %s refuses %j', (rule, text) => {
    expect(said.get(text)).toEqual([rule]);
  });

  test.each(accepted)('accepts %j', (text) => {
    expect(said.get(text)).toEqual([]);
  });
});
