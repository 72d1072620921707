import { expect, test, vi } from 'vitest';
import { parseFile } from '../../../src/parse/parseFile.ts';

test('front matter with a map as a key is a problem with its location, and no package warns', () => {
  const warn = vi.spyOn(process, 'emitWarning');
  const bytes = Buffer.from('---\ntitle: {{x}}\n---\n');
  const { problems } = parseFile({ path: 'site.md', file: 'site.md', bytes });
  expect(problems.map(({ kind, at }) => `${kind} ${at.line}:${at.column}`)).toContain(
    'field-value 2:8',
  );
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});
