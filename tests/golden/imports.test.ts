import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runImport } from '../../src/cli/import.ts';
import { readContent } from '../../src/collections/readContent.ts';
import { createEffects } from '../unit/cli/createEffects.ts';

// Each folder of imports/ is a test: its one file, a realistic sheet or JSON, produces `expected.txt`: what the
// import prints, then each file that it adds to base/. `UPDATE=1` writes the expected files; CI never does.

const here = import.meta.dirname;
const cases = readdirSync(join(here, 'imports')).sort();
const update = process.env.UPDATE === '1' && !process.env.CI;
const base = readContent(join(here, 'base')).map(
  ({ path, bytes }) => [`content/${path}`, Buffer.from(bytes).toString()] as const,
);

describe.each(cases)('import of %s', (name) => {
  const folder = join(here, 'imports', name);
  const [source = ''] = readdirSync(folder).filter((file) => file !== 'expected.txt');
  const files = { ...Object.fromEntries(base), [source]: readFileSync(join(folder, source), 'utf8') };
  const effects = createEffects({ files });
  const code = runImport([source, '--write'], effects);
  const written = [...effects.files].filter(([path]) => !Object.hasOwn(files, path));

  test('prints and writes what is expected', () => {
    const parts = [
      `${effects.said}${effects.complained}Exit code ${code}.\n`,
      ...written.sort().map(([path, text]) => `\n==== ${path}\n${text}`),
    ];
    const file = join(folder, 'expected.txt');
    if (update) writeFileSync(file, parts.join(''));
    expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(parts.join(''));
  });

  test('writes all files or none', () => {
    expect(written.length > 0).toBe(code === 0);
  });
});
