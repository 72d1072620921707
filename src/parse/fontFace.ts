import type { Atrule, CssNode, Declaration } from 'css-tree';
import {
  fontDescriptors,
  type FontDescriptor,
  type FontFace,
  type FontSource,
} from '../model/look.ts';
import { findNearest } from '../problems/nearest.ts';
import { sliceNode, startOfNode } from './cssNodes.ts';
import type { SourceText } from './sourceText.ts';

/** The path of a site's own font file, and its allowed characters. */
export const fontFile = /^fonts\/([\w][\w.-]*\.woff2)$/;

const known = ['font-family', 'src', ...fontDescriptors];

const ownFile =
  'a file of your own, such as url("fonts/quay.woff2"): pages load nothing from other hosts';

/** Returns a font from `@font-face` in `theme.css`; reports an invalid one and returns null. */
export function parseFontFace(source: SourceText, rule: Atrule): FontFace | null {
  const at = startOfNode(source, rule);
  const declarations = (rule.block?.children.toArray() ?? []).filter(
    (child): child is Declaration => child.type === 'Declaration',
  );
  const values = new Map<string, string>();
  let sources: FontSource[] | null = null;
  let isWrong = false;
  for (const declaration of declarations) {
    const name = declaration.property.toLowerCase();
    const value = sliceNode(source, declaration.value).replace(/\s+/g, ' ');
    const place = startOfNode(source, declaration);
    const refuse = (found: string, expected: string) => {
      isWrong = true;
      source.report('theme-value', place, { name, found, expected });
    };
    if (!known.includes(name)) {
      isWrong = true;
      const nearest = findNearest(name, known);
      source.report('theme-unknown', place, { found: name, nearest, known });
    } else if (name === 'src') sources = readSources(source, declaration.value, refuse);
    else if (name === 'font-family') {
      const family = readFamily(value);
      if (family === null) refuse(value, 'one family, such as "Quay Serif"');
      else values.set(name, family);
    } else {
      const { form, expected } = descriptors[name as FontDescriptor];
      if (form.test(value)) values.set(name, value);
      else refuse(value, expected);
    }
  }
  const family = values.get('font-family');
  if (isWrong) return null;
  if (family === undefined || sources === null) {
    source.report('theme-value', at, {
      name: '@font-face',
      found: sliceNode(source, rule).replace(/\s+/g, ' '),
      expected: 'font-family and src, such as src: url("fonts/quay.woff2")',
    });
    return null;
  }
  values.delete('font-family');
  return { family, sources, descriptors: Object.fromEntries(values) };
}

/** Removes the quotation marks of a font family; the rest must have none and can't end the style. */
function readFamily(value: string): string | null {
  const bare = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
  return /^[^"'\\<>,;{}]+$/.test(bare) ? bare : null;
}

/** A number, or a range of two. */
const range = (one: string) => new RegExp(`^${one}(?: ${one})?$`, 'i');
const percentage = {
  form: /^(?:normal|\d+(?:\.\d+)?%)$/i,
  expected: 'normal, or a percentage such as 98.5%',
};

/** The allowed values of each descriptor, and their description. */
const descriptors: Readonly<
  Record<FontDescriptor, { readonly form: RegExp; readonly expected: string }>
> = {
  'font-weight': {
    form: range('(?:normal|bold|\\d{1,4})'),
    expected: 'a weight such as 400, or a range such as 400 700 for a variable font',
  },
  'font-style': {
    form: /^(?:normal|italic|oblique(?: -?\d+(?:\.\d+)?deg){0,2})$/i,
    expected: 'normal, italic or oblique',
  },
  'font-stretch': { form: range('(?:[a-z-]+|\\d+(?:\\.\\d+)?%)'), expected: 'a width such as 75%' },
  'font-display': {
    form: /^(?:auto|block|swap|fallback|optional)$/i,
    expected: 'one of auto, block, swap, fallback, optional',
  },
  'unicode-range': {
    form: /^U\+[\dA-F?]{1,6}(?:-[\dA-F]{1,6})?(?:, ?U\+[\dA-F?]{1,6}(?:-[\dA-F]{1,6})?)*$/i,
    expected: 'ranges such as U+0-FF, U+131',
  },
  'size-adjust': percentage,
  'ascent-override': percentage,
  'descent-override': percentage,
  'line-gap-override': percentage,
};

/**
 * Returns the sources in `src`: the site's own files, or fonts of the reader's machine. Rejects anything
 * else.
 */
function readSources(
  source: SourceText,
  value: CssNode,
  refuse: (found: string, expected: string) => void,
): FontSource[] {
  const nodes = value.type === 'Value' ? value.children.toArray() : [];
  if (nodes.length === 0) refuse(sliceNode(source, value), ownFile);
  return nodes.flatMap((node): FontSource[] => {
    if (node.type === 'Operator' && node.value.trim() === ',') return [];
    if (node.type === 'Url') {
      const [, name] = fontFile.exec(node.value.replace(/^\.\//, '')) ?? [];
      if (name !== undefined) return [{ type: 'file', name, at: startOfNode(source, node) }];
    }
    if (node.type === 'Function' && node.name.toLowerCase() === 'local') {
      const name = readFamily(
        node.children
          .toArray()
          .map((child) => sliceNode(source, child))
          .join(' '),
      );
      if (name !== null) return [{ type: 'local', name }];
    }
    // All files are WOFF2, so the format is written anew.
    if (node.type === 'Function' && /^(?:format|tech)$/i.test(node.name)) return [];
    refuse(sliceNode(source, node), ownFile);
    return [];
  });
}
