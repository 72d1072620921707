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

/** A style that stands in a page, and the hash by which its policy lets it. */
export interface StyleView {
  readonly css: string;
  readonly hash: `sha256-${string}`;
}

/**
 * Returns a site's own colours and faces as a style; null where it has none. A card takes the faces of the reader's
 * machine: in a page of somebody else it loads nothing.
 */
export function viewTheme({ archive, at }: ViewContext, isCard = false): StyleView | null {
  const { theme, fonts } = archive.look;
  const lines = theme ? listTokens(theme) : [];
  const faces = isCard ? [] : (theme?.fonts ?? []);
  if (lines.length + faces.length === 0) return null;
  // The order of layers is said again: this style may stand before the one that says it.
  // Weighs more than the site's own rule for `:root`, and less than a reader's choice of more contrast.
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

/** Text is shown at once in another face, and drawn anew where the site's own has come: unless the face says otherwise. */
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

/** The mark of a site as it stands in the head of a page. */
export interface LogoView {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

const logoHeight = 32;

/** Returns the mark that stands in place of the site's name; null where there is none. */
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

/** A face of the site's own, as pictures take it. */
export interface PictureFont {
  readonly family: string;
  /** Null where the file has every weight. */
  readonly weight: number | null;
  /** The letters that it is taken for, from one code point to another; none for all that it has. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Where its file is in the site: the name changes with what is in it. */
  readonly path: string;
}

/** What a picture is drawn in. */
export interface Palette {
  /** The faces of the site's own that text is set in, before any other. */
  readonly fonts: readonly PictureFont[];
  /** The mark that stands in place of the site's name. */
  readonly logo: { readonly hash: string; readonly ratio: number } | null;
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly accent: string;
}

/** Returns what pictures are drawn in: the site's own colours by day, its mark, and the faces that it brings. */
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

/** Returns the faces that running text is set in, as far as the site brings them: pictures know no others of theirs. */
function listPictureFonts({ theme, fonts }: Look): PictureFont[] {
  const wanted = (theme?.faces.reading ?? '').split(',').map((name) =>
    name
      .trim()
      .replace(/^["']|["']$/g, '')
      .toLowerCase(),
  );
  return (theme?.fonts ?? [])
    .filter(({ family, descriptors }) => {
      // Nothing in a picture is italic.
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

/** Returns one weight; null for a range, which a file with every weight has. */
function readWeight(written: string): number | null {
  const named = { normal: 400, bold: 700 }[written.toLowerCase()] ?? Number(written);
  return Number.isNaN(named) ? null : named;
}

/** Returns the ranges of letters in `U+0-FF, U+131, U+4??`. */
function readRanges(written: string): [number, number][] {
  return [...written.matchAll(/U\+([\dA-F?]+)(?:-([\dA-F]+))?/gi)].map(([, from = '', to]) => [
    parseInt(from.replaceAll('?', '0'), 16),
    parseInt(to ?? from.replaceAll('?', 'F'), 16),
  ]);
}

/** The hosts that a page may load a script from and report to, beside its own. */
export interface OutsideHosts {
  readonly scripts: readonly string[];
  readonly connect: readonly string[];
}

/** Returns the hosts that counting visits takes; none where nobody counts. */
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

/** Returns what a site adds to the head of every page, a script that counts visits last. */
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
