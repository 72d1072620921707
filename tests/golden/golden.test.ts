import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { problemKinds } from '../../src/problems/kinds.ts';
import { cases, readCase, renderCase } from './renderCase.ts';

// Each folder of cases/ is a test: its `content/`, overlaid on base/, produces `problems.txt` and, without errors,
// `events.json` and `actors.json`, and `calendar.ics` in a case that has one. `links.json` states how other hosts
// answer each address, as in a check of the links. `UPDATE=1` writes the expected files; CI never does.

const here = import.meta.dirname;
const update = process.env.UPDATE === '1' && !process.env.CI;

describe.each(cases)('golden case %s', (name) => {
  const files = readCase(name);
  let rendered: ReturnType<typeof renderCase>;
  beforeAll(() => {
    rendered = renderCase(name, files);
  });

  test('produces the expected problems, events and actors', () => {
    for (const [file, text] of Object.entries(rendered)) {
      const path = join(here, 'cases', name, file);
      // Only cases that have a calendar test it.
      if (file !== 'calendar.ics' || existsSync(path)) expectFile(path, text);
    }
  });

  test('produces the same for any order of files', () => {
    const half = files.length / 2;
    expect(renderCase(name, [...files].reverse())).toEqual(rendered);
    expect(renderCase(name, [...files.slice(half), ...files.slice(0, half)])).toEqual(rendered);
  });
});

describe('problemKinds', () => {
  test.each(Object.keys(problemKinds))('%s has a golden case', (kind) => {
    const reports = cases.map((name) => readFileSync(join(here, 'cases', name, 'problems.txt'), 'utf8'));
    expect(reports.some((report) => new RegExp(`^\\S+:\\d+:\\d+  ${kind}( |$)`, 'm').test(report))).toBe(true);
  });

  test.each(Object.keys(problemKinds))('%s has its heading in content/README.md', (kind) => {
    const guide = readFileSync(join(here, '../../content/README.md'), 'utf8');
    expect(guide).toMatch(new RegExp(`^#+ .*\`${kind}\``, 'm'));
  });
});

test('content/README.md shows only messages that a golden case produces', () => {
  const given = new Set(cases.flatMap((name) => readFileSync(join(here, 'cases', name, 'problems.txt'), 'utf8').split('\n')));
  const guide = readFileSync(join(here, '../../content/README.md'), 'utf8');
  const shown = guide.split('\n').filter((line) => /^content\/\S+:\d+:\d+ {2}/.test(line));
  expect(shown.length).toBeGreaterThan(30);
  expect(shown.filter((line) => !given.has(line))).toEqual([]);
});

function expectFile(file: string, text: string | undefined): void {
  if (update) {
    if (text === undefined) rmSync(file, { force: true });
    else writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(text);
}
