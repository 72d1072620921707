import type { Place } from '../problems/place.ts';

// What a site may change of its look: the names of its colours and faces, and what they are where nothing is said.
// `styles/tokens.css` has the same; a test holds the two together.

/** A colour by day and by night, each as `#rrggbb`. */
export interface Colour {
  readonly light: string;
  readonly dark: string;
}

/** The colours that everything on a page is drawn with. */
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

/** The faces: one to read, one for labels. */
export const faceNames = ['reading', 'labels'] as const;
export type FaceName = (typeof faceNames)[number];

/** What `@font-face` may say of a face beside its family and its files. */
export const fontDescriptors = [
  ...(['font-weight', 'font-style', 'font-stretch', 'font-display', 'unicode-range'] as const),
  ...(['size-adjust', 'ascent-override', 'descent-override', 'line-gap-override'] as const),
] as const;
export type FontDescriptor = (typeof fontDescriptors)[number];

/** Where a face comes from: a file in `fonts/`, or the reader's own machine. */
export type FontSource =
  | { readonly type: 'file'; readonly name: string; readonly at: Place }
  | { readonly type: 'local'; readonly name: string };

/** A face that a site brings of its own. */
export interface FontFace {
  readonly family: string;
  readonly sources: readonly FontSource[];
  readonly descriptors: Readonly<Partial<Record<FontDescriptor, string>>>;
}

/** A file in `fonts/`. */
export interface FontFile {
  readonly base64: string;
  /** The path that the site has it under: its name holds a hash of what is in it. */
  readonly path: string;
}

/** What a site says of its colours and faces; what it leaves out stays as it is. */
export interface Theme {
  readonly colours: Readonly<Partial<Record<ColourName, Colour>>>;
  /** Lists of families as CSS has them. */
  readonly faces: Readonly<Partial<Record<FaceName, string>>>;
  readonly fonts: readonly FontFace[];
}

/** The mark that stands in place of the site's name, at the height of a line. */
export interface Logo {
  readonly svg: string;
  /** Its width divided by its height. */
  readonly ratio: number;
}

/** What a site brings of its own for its look. */
export interface Look {
  readonly theme: Theme | null;
  readonly logo: Logo | null;
  /** Icons by their file names, in Base64: they take the place of those in `public/`. */
  readonly icons: Readonly<Record<string, string>>;
  /** The files of its own faces, by their names in `fonts/`; only those that the theme names. */
  readonly fonts: Readonly<Record<string, FontFile>>;
}

/** The icons that a site may bring, by their file names. */
export const iconNames = [
  'favicon.ico',
  'favicon.svg',
  'apple-touch-icon.png',
  'icon-192.png',
  'icon-512.png',
] as const;

/** Returns a colour of a theme, or the one that stands where it has none. */
export function getColour(theme: Theme | null, name: ColourName): Colour {
  return theme?.colours[name] ?? colours[name];
}
