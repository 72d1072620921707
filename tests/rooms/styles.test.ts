import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../src/styles');

/** Of a declaration or value that names a side of the screen, which is the wrong one in a language that runs from the right. */
const physical = /(?<![\w-])(?:[\w-]+-)?(?:left|right)(?![\w])|(?<![\w-])translate(?:X|3d)?\(/u;

/** What may name a side: the custom properties that turn with the language, and the comments. */
const allowed = /\/\*.*?\*\/|--(?:to-start|to-end)\s*:\s*(?:left|right)\s*;/gsu;

/** Returns the lines of a stylesheet that lay something out by a side of the screen. */
function findPhysical(css: string): string[] {
  const bare = css.replace(allowed, '');
  return bare.split('\n').filter((line) => physical.test(line));
}

describe('styles', () => {
  test.each(readdirSync(folder).filter((name) => name.endsWith('.css')))(
    'of %s name no side of the screen',
    (name) => {
      expect(findPhysical(readFileSync(join(folder, name), 'utf8'))).toEqual([]);
    },
  );

  test.each([
    'margin-left: 1rem;',
    'left: 0;',
    'text-align: right;',
    'border-top-right-radius: 2px;',
    'background: linear-gradient(to right, red, blue);',
    'transform: translateX(1rem);',
  ])('with %s are refused', (css) => {
    expect(findPhysical(`p { ${css} }`)).not.toEqual([]);
  });

  test.each([
    'margin-inline-start: 1rem;',
    'inset-inline-end: 0;',
    '--to-end: right;',
    'background: linear-gradient(to var(--to-end), red, blue);',
    'color: var(--copyright);',
  ])('with %s pass', (css) => {
    expect(findPhysical(`p { ${css} }`)).toEqual([]);
  });
});
