import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../src/styles');

/** Of a declaration or value that names a side of the screen, which is the wrong one in a language that runs from the right. */
const physical = /(?<![\w-])(?:[\w-]+-)?(?:left|right)(?![\w])|(?<![\w-])translate(?:X|3d)?\(/u;

/** A shorthand of four sides, whose second and fourth are the right and the left one. */
const fourSides =
  /(?:padding|margin|inset|border-(?:width|style|color|radius)|scroll-(?:margin|padding)):(?:\s+[^\s;]+){4}\s*;/u;

/** What may name a side: the custom properties that turn with the language, and the comments. */
const allowed = /\/\*.*?\*\/|--(?:to-start|to-end)\s*:\s*(?:left|right)\s*;/gsu;

/** Returns the lines of a stylesheet that lay something out by a side of the screen. */
function findPhysical(css: string): string[] {
  const bare = css.replace(allowed, '');
  // A function is one value, whatever it holds.
  const isPhysical = (line: string) =>
    physical.test(line) || fourSides.test(line.replace(/\([^()]*\)/gu, '()'));
  return bare.split('\n').filter(isPhysical);
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
    'padding: 0 1rem 0 0;',
    'border-radius: 0 2px 2px 0;',
  ])('with %s are refused', (css) => {
    expect(findPhysical(`p { ${css} }`)).not.toEqual([]);
  });

  test.each([
    'margin-inline-start: 1rem;',
    'inset-inline-end: 0;',
    '--to-end: right;',
    'background: linear-gradient(to var(--to-end), red, blue);',
    'color: var(--copyright);',
    'padding: 0 1rem 0;',
    'margin: 0 clamp(1rem, 4vw, 2rem);',
  ])('with %s pass', (css) => {
    expect(findPhysical(`p { ${css} }`)).toEqual([]);
  });
});
