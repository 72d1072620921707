import { createHash } from 'node:crypto';
import type { Analytics, HeadElement } from '../../model/drafts.ts';
import { getColour, type Theme } from '../../model/look.ts';
import type { ViewContext } from './context.ts';

/** A style that stands in a page, and the hash by which its policy lets it. */
export interface StyleView {
  readonly css: string;
  readonly hash: `sha256-${string}`;
}

/** Returns a site's own colours and faces as a style; null where it has none. */
export function viewTheme({ archive }: ViewContext): StyleView | null {
  const { theme } = archive.look;
  const lines = theme ? listTokens(theme) : [];
  if (lines.length === 0) return null;
  // The order of layers is said again: this style may stand before the one that says it.
  // Weighs more than the site's own rule for `:root`, and less than a reader's choice of more contrast.
  const css = `@layer reset,base;@layer base{html:root{${lines.join(';')}}}`;
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

/** What a picture is drawn in. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly accent: string;
}

/** Returns the colours of pictures: the site's own by day. */
export function viewPalette({ archive }: ViewContext): Palette {
  const { theme } = archive.look;
  const light = (name: keyof Palette) => getColour(theme, name).light;
  return {
    paper: light('paper'),
    ink: light('ink'),
    quiet: light('quiet'),
    accent: light('accent'),
  };
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
