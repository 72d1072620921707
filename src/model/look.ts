import type { SourceLocation } from '../problems/sourceLocation.ts';

// The parts of the look that a site may change: the names of its colours and fonts, and their defaults.
// `styles/tokens.css` has the same defaults; a test compares the two.

/** A light and a dark colour, each as `#rrggbb`. */
export interface Colour {
  readonly light: string;
  readonly dark: string;
}

/** The colours of everything on a page. */
export const colours = {
  paper: { light: '#fffdf9', dark: '#15161a' },
  ink: { light: '#1c1a17', dark: '#ebe8e1' },
  quiet: { light: '#5b554b', dark: '#aea89c' },
  rule: { light: '#dfd9cd', dark: '#36373d' },
  wash: { light: '#f6f2e8', dark: '#1e2025' },
  night: { light: '#e9e7ee', dark: '#22242f' },
  accent: { light: '#8c1a1a', dark: '#f2998f' },
} as const satisfies Record<string, Colour>;

export type ColourName = keyof typeof colours;
export const colourNames = Object.keys(colours) as readonly ColourName[];

/** The font roles: one for reading, one for labels. */
export const faceNames = ['reading', 'labels'] as const;
export type FaceName = (typeof faceNames)[number];

/** Allowed `@font-face` descriptors in addition to family and source. */
export const fontDescriptors = [
  ...(['font-weight', 'font-style', 'font-stretch', 'font-display', 'unicode-range'] as const),
  ...(['size-adjust', 'ascent-override', 'descent-override', 'line-gap-override'] as const),
] as const;
export type FontDescriptor = (typeof fontDescriptors)[number];

/** The source of a font: a file in `fonts/`, or the reader's own machine. */
export type FontSource =
  | { readonly type: 'file'; readonly name: string; readonly at: SourceLocation }
  | { readonly type: 'local'; readonly name: string };

/** A font that a site provides. */
export interface FontFace {
  readonly family: string;
  readonly sources: readonly FontSource[];
  readonly descriptors: Readonly<Partial<Record<FontDescriptor, string>>>;
}

/** A file in `fonts/`. */
export interface FontFile {
  readonly base64: string;
  /** The public path, with a hash of the content in the name. */
  readonly path: string;
}

/** A site's colours and fonts; anything left out keeps its default. */
export interface Theme {
  readonly colours: Readonly<Partial<Record<ColourName, Colour>>>;
  /** CSS lists of font families. */
  readonly faces: Readonly<Partial<Record<FaceName, string>>>;
  readonly fonts: readonly FontFace[];
}

/** The logo that replaces the site's name, at the height of a line. */
export interface Logo {
  readonly svg: string;
  /** Its width divided by its height. */
  readonly ratio: number;
}

/** The look that a site provides. */
export interface Look {
  readonly theme: Theme | null;
  readonly logo: Logo | null;
  /** Icons by file name, in Base64; they replace those in `public/`. */
  readonly icons: Readonly<Record<string, string>>;
  /** The font files, by name in `fonts/`; only those that the theme names. */
  readonly fonts: Readonly<Record<string, FontFile>>;
}

/** The icons that a site may provide, by file name. */
export const iconNames = [
  'favicon.ico',
  'favicon.svg',
  'apple-touch-icon.png',
  'icon-192.png',
  'icon-512.png',
] as const;

/** Returns a colour of a theme, or its default. */
export function getColour(theme: Theme | null, name: ColourName): Colour {
  return theme?.colours[name] ?? colours[name];
}
