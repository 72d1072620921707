import type { Declaration, Rule } from 'css-tree';
import parse from 'css-tree/parser';
import { converter, formatHex, parse as parseColour, wcagContrast } from 'culori';
import {
  colourNames,
  faceNames,
  getColour,
  type Colour,
  type ColourName,
  type FaceName,
  type FontFace,
  type Theme,
} from '../model/look.ts';
import type { SourceLocation } from '../problems/sourceLocation.ts';
import { findNearest } from '../problems/nearest.ts';
import { sliceNode, startOfNode } from './cssNodes.ts';
import { parseFontFace } from './fontFace.ts';
import type { SourceText } from './sourceText.ts';

/**
 * Returns the theme in `theme.css`: one `:root` rule with known custom properties, and fonts. Reports
 * anything else.
 */
export function parseTheme(source: SourceText): Theme {
  const colours: Partial<Record<ColourName, Colour>> = {};
  const faces: Partial<Record<FaceName, string>> = {};
  const locations = new Map<ColourName, SourceLocation>();
  const { declarations, fonts } = readRules(source);
  for (const declaration of declarations) {
    const at = startOfNode(source, declaration);
    const name = declaration.property.replace(/^--/, '');
    const value = printValue(source, declaration);
    if (isOneOf(name, colourNames)) {
      const colour = readColour(value);
      if (colour) {
        colours[name] = colour;
        locations.set(name, at);
      } else
        source.report('theme-value', at, {
          name: declaration.property,
          found: value,
          expected: 'an opaque colour such as #8c1a1a, or light-dark(#8c1a1a, #f2998f)',
        });
    } else if (isOneOf(name, faceNames)) {
      if (isFace(value)) faces[name] = value;
      else
        source.report('theme-value', at, {
          name: declaration.property,
          found: value,
          expected: 'font families such as Georgia, serif',
        });
    } else reportUnknown(source, at, declaration.property);
  }
  const theme = { colours, faces, fonts };
  noteContrast(source, theme, locations);
  return theme;
}

const known = [...colourNames, ...faceNames].map((name) => `--${name}`);

function reportUnknown(source: SourceText, at: SourceLocation, found: string): void {
  source.report('theme-unknown', at, { found, nearest: findNearest(found, known), known });
}

function readRules(source: SourceText): { declarations: Declaration[]; fonts: FontFace[] } {
  const sheet = parse(source.text, {
    positions: true,
    onParseError: (error) => {
      // The package's types omit the error's position.
      const { line, column } = error as typeof error & { line: number; column: number };
      source.report('theme-unknown', source.at(line, column), {
        found: error.message,
        known,
      });
    },
  });
  const nodes = sheet.type === 'StyleSheet' ? sheet.children.toArray() : [];
  const declarations: Declaration[] = [];
  const fonts: FontFace[] = [];
  for (const node of nodes) {
    if (node.type === 'Comment') continue;
    const rule = node.type === 'Atrule' ? node.name.toLowerCase() : null;
    if (node.type === 'Rule' && isRoot(source, node))
      declarations.push(
        ...node.block.children
          .toArray()
          .filter((child): child is Declaration => child.type === 'Declaration'),
      );
    else if (node.type === 'Atrule' && rule === 'font-face') {
      const font = parseFontFace(source, node);
      if (font) fonts.push(font);
    } else if (rule === 'import')
      source.report('theme-value', startOfNode(source, node), {
        name: '@import',
        found: printStart(source, node).replace(/^@import\s*/i, ''),
        expected: importExpected,
      });
    else reportUnknown(source, startOfNode(source, node), printStart(source, node));
  }
  return { declarations, fonts };
}

const importExpected =
  'the font files in fonts/, with an @font-face for each: pages load nothing from other hosts';

function isRoot(source: SourceText, { prelude }: Rule): boolean {
  return sliceNode(source, prelude) === ':root';
}

/** Returns a rule up to its first brace: what is there instead of `:root`. */
function printStart(source: SourceText, node: Parameters<typeof sliceNode>[1]): string {
  return sliceNode(source, node).split(/[{;]/)[0]?.trim() ?? '';
}

function printValue(source: SourceText, { value }: Declaration): string {
  return sliceNode(source, value).replace(/\s+/g, ' ').trim();
}

const toRgb = converter('rgb');

/** Returns a light and a dark colour; a single colour is used for both. */
function readColour(value: string): Colour | null {
  const inner = /^light-dark\((.+)\)$/i.exec(value)?.[1];
  const [light = value, dark = light, ...more] = inner === undefined ? [value] : splitList(inner);
  const [byDay, byNight] = [toHex(light), toHex(dark)];
  return byDay === null || byNight === null || more.length > 0
    ? null
    : { light: byDay, dark: byNight };
}

/** Splits at commas outside brackets. */
function splitList(text: string): string[] {
  return text.split(/,(?![^(]*\))/);
}

/** Returns an opaque colour as browsers show it; null for anything else. */
function toHex(text: string): string | null {
  const colour = parseColour(text.trim());
  if (!colour || (colour.alpha ?? 1) !== 1) return null;
  return formatHex(toRgb(colour));
}

/** Returns whether a value lists font families, separated by commas: words, or names in quotation marks. */
function isFace(value: string): boolean {
  const family = /^(?:-?[a-z_][\w-]*(?: -?[a-z_][\w-]*)*|"[^"\\<>]+"|'[^'\\<>]+')$/i;
  return value.split(',').every((name) => family.test(name.trim()));
}

/**
 * Text colours and their backgrounds; the minimum contrast is that of WCAG 2.2 for text of any size, level
 * AA.
 */
const texts = ['ink', 'quiet', 'accent'] as const;
const grounds = ['paper', 'wash'] as const;
const minContrast = 4.5;

function noteContrast(
  source: SourceText,
  theme: Theme,
  locations: ReadonlyMap<ColourName, SourceLocation>,
): void {
  for (const text of texts)
    for (const ground of grounds) {
      const at = locations.get(text) ?? locations.get(ground);
      if (!at) continue;
      for (const scheme of ['light', 'dark'] as const) {
        const ratio = wcagContrast(
          getColour(theme, text)[scheme],
          getColour(theme, ground)[scheme],
        );
        if (ratio >= minContrast) continue;
        // Rounded down: 4.49 isn't 4.5.
        const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
        source.report('theme-contrast', at, { text, ground, scheme, ratio: shown });
      }
    }
}

function isOneOf<T extends string>(name: string, list: readonly T[]): name is T {
  return (list as readonly string[]).includes(name);
}
