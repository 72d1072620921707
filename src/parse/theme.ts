import type { CssNode, Declaration, Rule } from 'css-tree';
import parse from 'css-tree/parser';
import { converter, formatHex, parse as parseColour, wcagContrast } from 'culori';
import {
  colourNames,
  faceNames,
  getColour,
  type Colour,
  type ColourName,
  type FaceName,
  type Theme,
} from '../model/look.ts';
import type { Place } from '../problems/place.ts';
import { findNearest } from '../problems/nearest.ts';
import type { SourceText } from './sourceText.ts';

/** Returns what `theme.css` says: one rule `:root` with known custom properties. Anything else is reported. */
export function parseTheme(source: SourceText): Theme {
  const colours: Partial<Record<ColourName, Colour>> = {};
  const faces: Partial<Record<FaceName, string>> = {};
  const places = new Map<ColourName, Place>();
  for (const declaration of listDeclarations(source)) {
    const at = startOf(source, declaration);
    const name = declaration.property.replace(/^--/, '');
    const value = printValue(source, declaration);
    if (isOneOf(name, colourNames)) {
      const colour = readColour(value);
      if (colour) {
        colours[name] = colour;
        places.set(name, at);
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
          expected: 'a list of families such as Georgia, serif',
        });
    } else reportUnknown(source, at, declaration.property);
  }
  const theme = { colours, faces };
  noteContrast(source, theme, places);
  return theme;
}

const known = [...colourNames, ...faceNames].map((name) => `--${name}`);

function reportUnknown(source: SourceText, at: Place, found: string): void {
  source.report('theme-unknown', at, { found, nearest: findNearest(found, known), known });
}

function listDeclarations(source: SourceText): Declaration[] {
  const sheet = parse(source.text, {
    positions: true,
    onParseError: (error) => {
      // Its types leave out where it is.
      const { line, column } = error as typeof error & { line: number; column: number };
      source.report('theme-unknown', source.at(line, column), {
        found: error.message,
        known,
      });
    },
  });
  const nodes = sheet.type === 'StyleSheet' ? sheet.children.toArray() : [];
  return nodes.flatMap((node) => {
    if (node.type === 'Comment') return [];
    if (node.type === 'Rule' && isRoot(source, node))
      return node.block.children
        .toArray()
        .filter((child): child is Declaration => child.type === 'Declaration');
    reportUnknown(source, startOf(source, node), printStart(source, node));
    return [];
  });
}

function isRoot(source: SourceText, { prelude }: Rule): boolean {
  return slice(source, prelude) === ':root';
}

/** Returns a rule as far as its first brace: what stands there in place of `:root`. */
function printStart(source: SourceText, node: CssNode): string {
  return slice(source, node).split(/[{;]/)[0]?.trim() ?? '';
}

function printValue(source: SourceText, { value }: Declaration): string {
  return slice(source, value).replace(/\s+/g, ' ').trim();
}

function slice({ text }: SourceText, { loc }: CssNode): string {
  return loc ? text.slice(loc.start.offset, loc.end.offset).trim() : '';
}

function startOf(source: SourceText, { loc }: CssNode): Place {
  return source.at(loc?.start.line ?? 1, loc?.start.column ?? 1);
}

const toRgb = converter('rgb');

/** Returns a colour by day and by night; one colour alone is both. */
function readColour(value: string): Colour | null {
  const inner = /^light-dark\((.+)\)$/i.exec(value)?.[1];
  const [light = value, dark = light, ...more] = inner === undefined ? [value] : splitList(inner);
  const [byDay, byNight] = [toHex(light), toHex(dark)];
  return byDay === null || byNight === null || more.length > 0
    ? null
    : { light: byDay, dark: byNight };
}

/** Returns the parts between commas that stand in no brackets. */
function splitList(text: string): string[] {
  return text.split(/,(?![^(]*\))/);
}

/** Returns a colour that nothing shines through, as browsers show it; null for anything else. */
function toHex(text: string): string | null {
  const colour = parseColour(text.trim());
  if (!colour || (colour.alpha ?? 1) !== 1) return null;
  return formatHex(toRgb(colour));
}

/** Families parted by commas: words, or names in quotation marks. */
function isFace(value: string): boolean {
  const family = /^(?:-?[a-z_][\w-]*(?: -?[a-z_][\w-]*)*|"[^"\\<>]+"|'[^'\\<>]+')$/i;
  return value.split(',').every((name) => family.test(name.trim()));
}

/** Text and what it stands on; the least contrast is that of WCAG 2.2 for text of any size, level AA. */
const texts = ['ink', 'quiet', 'accent'] as const;
const grounds = ['paper', 'wash'] as const;
const leastContrast = 4.5;

function noteContrast(
  source: SourceText,
  theme: Theme,
  places: ReadonlyMap<ColourName, Place>,
): void {
  for (const text of texts)
    for (const ground of grounds) {
      const at = places.get(text) ?? places.get(ground);
      if (!at) continue;
      for (const scheme of ['light', 'dark'] as const) {
        const ratio = wcagContrast(
          getColour(theme, text)[scheme],
          getColour(theme, ground)[scheme],
        );
        if (ratio >= leastContrast) continue;
        // Rounded down: 4.49 is not 4.5.
        const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
        source.report('theme-contrast', at, { text, ground, scheme, ratio: shown });
      }
    }
}

function isOneOf<T extends string>(name: string, list: readonly T[]): name is T {
  return (list as readonly string[]).includes(name);
}
