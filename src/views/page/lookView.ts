import { createHash } from 'node:crypto';
import type { Analytics, HeadElement } from '../../model/drafts.ts';
import {
  getColour,
  type ColourName,
  type FontFace,
  type Look,
  type Theme,
} from '../../model/look.ts';
import type { ViewContext } from './context.ts';

/** An inline style, and the hash by which the content security policy allows it. */
export interface StyleView {
  readonly css: string;
  readonly hash: `sha256-${string}`;
}

/**
 * Returns a site's own colours and fonts as a style; null if it has none. A card uses the reader's own fonts:
 * on another site's page it loads nothing.
 */
export function viewTheme({ archive, at }: ViewContext, isCard = false): StyleView | null {
  const { theme, fonts } = archive.look;
  const lines = theme ? listTokens(theme) : [];
  const faces = isCard ? [] : (theme?.fonts ?? []);
  if (lines.length + faces.length === 0) return null;
  // Repeats the order of layers, as this style may precede the one that declares it. Has more weight than the
  // site's rule for `:root`, and less than a reader's preference for more contrast.
  const css = [
    `@layer reset,base;@layer base{html:root{${lines.join(';')}}}`,
    ...faces.map((face) => printFace(face, fonts, (path) => at.file(path))),
  ].join('');
  return { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` };
}

function listTokens({ colours, faces }: Theme): string[] {
  return [
    ...Object.entries(colours).map(
      ([name, { light, dark }]) => `--${name}:light-dark(${light},${dark})`,
    ),
    ...Object.entries(faces).map(([name, families]) => `--${name}:${families}`),
  ];
}

/** Text is shown in a fallback font until the site's own has loaded, unless the font says otherwise. */
function printFace(
  { family, sources, descriptors }: FontFace,
  fonts: Look['fonts'],
  link: (path: string) => string,
): string {
  const lines = Object.entries({ 'font-display': 'swap', ...descriptors });
  const src = sources.flatMap((source) => {
    if (source.type === 'local') return [`local("${source.name}")`];
    const file = fonts[source.name];
    return file ? [`url(${link(file.path)})format("woff2")`] : [];
  });
  const own = [`font-family:"${family}"`, `src:${src.join(',')}`];
  return `@font-face{${[...own, ...lines.map((line) => line.join(':'))].join(';')}}`;
}

/** The site's logo in the head of a page. */
export interface LogoView {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

const logoHeight = 32;

/** Returns the logo that replaces the site's name; null if there is none. */
export function viewLogo({ archive, at }: ViewContext): LogoView | null {
  const { logo } = archive.look;
  return (
    logo && {
      url: at.file('logo.svg'),
      width: Math.round(logoHeight * logo.ratio),
      height: logoHeight,
    }
  );
}

/** A font of the site's own, for pictures. */
export interface PictureFont {
  readonly family: string;
  /** Null if the file has every weight. */
  readonly weight: number | null;
  /** The code points that it is used for, as from–to pairs; empty for all that it has. */
  readonly ranges: readonly (readonly [number, number])[];
  /** The path of its file in the site; it changes with the file's content. */
  readonly path: string;
}

/** How a picture is drawn. */
export interface Palette {
  /** The site's own text fonts, tried before any other. */
  readonly fonts: readonly PictureFont[];
  /** The logo that replaces the site's name. */
  readonly logo: { readonly hash: string; readonly ratio: number } | null;
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly accent: string;
}

/** Returns how pictures are drawn: with the site's light colours, its logo and its own fonts. */
export function viewPalette({ archive }: ViewContext): Palette {
  const { theme, logo } = archive.look;
  const light = (name: ColourName) => getColour(theme, name).light;
  return {
    fonts: listPictureFonts(archive.look),
    logo: logo && {
      hash: createHash('sha256').update(logo.svg).digest('hex'),
      ratio: logo.ratio,
    },
    paper: light('paper'),
    ink: light('ink'),
    quiet: light('quiet'),
    accent: light('accent'),
  };
}

/** Returns the text fonts that the site provides; pictures have no other fonts of the site. */
function listPictureFonts({ theme, fonts }: Look): PictureFont[] {
  const wanted = (theme?.faces.reading ?? '').split(',').map((name) =>
    name
      .trim()
      .replace(/^["']|["']$/g, '')
      .toLowerCase(),
  );
  return (theme?.fonts ?? [])
    .filter(({ family, descriptors }) => {
      // Pictures have no italics.
      const isUpright = (descriptors['font-style'] ?? 'normal') === 'normal';
      return isUpright && wanted.includes(family.toLowerCase());
    })
    .sort((a, b) => rank(a, wanted) - rank(b, wanted))
    .flatMap(({ family, sources, descriptors }) => {
      const name = sources.find((source) => source.type === 'file')?.name ?? '';
      const path = fonts[name]?.path;
      const weight = readWeight(descriptors['font-weight'] ?? 'normal');
      const ranges = readRanges(descriptors['unicode-range'] ?? '');
      return path === undefined ? [] : [{ family, weight, ranges, path }];
    });
}

function rank({ family }: FontFace, wanted: readonly string[]): number {
  return wanted.indexOf(family.toLowerCase());
}

/** Returns a single weight; null for a range, as such a file has every weight. */
function readWeight(written: string): number | null {
  const named = { normal: 400, bold: 700 }[written.toLowerCase()] ?? Number(written);
  return Number.isNaN(named) ? null : named;
}

/** Returns the code point ranges of `U+0-FF, U+131, U+4??`. */
function readRanges(written: string): [number, number][] {
  return [...written.matchAll(/U\+([\dA-F?]+)(?:-([\dA-F]+))?/gi)].map(([, from = '', to]) => [
    parseInt(from.replaceAll('?', '0'), 16),
    parseInt(to ?? from.replaceAll('?', 'F'), 16),
  ]);
}

/** The external hosts that a page may load a script from and report to. */
export interface OutsideHosts {
  readonly scripts: readonly string[];
  readonly connect: readonly string[];
}

/** Returns the hosts that analytics uses; none without analytics. */
export function listOutsideHosts(analytics: Analytics | null): OutsideHosts {
  if (analytics === null) return { scripts: [], connect: [] };
  const origins = [analytics.script, ...analytics.connect].map(
    (address) => new URL(address).origin,
  );
  return { scripts: [analytics.script], connect: [...new Set(origins)] };
}

/** An element in the head of every page: its name and attributes. */
export interface HeadItem {
  readonly element: 'meta' | 'link' | 'script';
  readonly attributes: Readonly<Record<string, string | true>>;
}

/** Returns the elements that a site adds to the head of every page, the analytics script last. */
export function viewHead({ archive }: ViewContext): HeadItem[] {
  const { head, analytics } = archive.site;
  const script: HeadItem[] = analytics
    ? [
        {
          element: 'script',
          attributes: { defer: true, src: analytics.script, ...analytics.attributes },
        },
      ]
    : [];
  return [...head.map(toItem), ...script];
}

function toItem(item: HeadElement): HeadItem {
  return { element: 'rel' in item ? 'link' : 'meta', attributes: { ...item } };
}
