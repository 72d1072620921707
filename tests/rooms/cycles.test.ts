import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Returns the cycles of imports below a folder, each as the files it goes through. */
async function findCycles(folder: string, baseDir: string) {
  const { output } = await cruise([folder], {
    baseDir,
    exclude: { path: 'node_modules' },
    // Imports of types alone, too, which are gone once compiled.
    tsPreCompilationDeps: true,
    validate: true,
    ruleSet: {
      forbidden: [{ name: 'cycle', severity: 'error', from: {}, to: { circular: true } }],
    },
  });
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations.map(({ from, cycle = [] }) =>
    [from, ...cycle.map(({ name }) => name)].join(' → '),
  );
}

test('src/ has no import cycle', async () => {
  expect(await findCycles('src', root)).toEqual([]);
});

test('a cycle of type-only imports is found', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-cycle-'));
  writeFileSync(join(folder, 'a.ts'), "import type { B } from './b.ts';\nexport type A = B[];\n");
  writeFileSync(join(folder, 'b.ts'), "import type { A } from './a.ts';\nexport type B = A[];\n");
  try {
    expect(await findCycles('.', folder)).toEqual(['a.ts → b.ts → a.ts']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
