import type { Palette, PictureFont } from '../../views/page/lookView.ts';
import { faces } from './faces.ts';
import type { Mark } from '../../views/cards/marks.ts';
import type { PictureEntry, PictureText, PictureView } from '../../views/sharing/pictureView.ts';

/** What of CSS a picture is laid out with. */
type Style = Readonly<
  Partial<
    Record<
      | 'width'
      | 'height'
      | 'padding'
      | 'paddingTop'
      | 'gap'
      | 'maxWidth'
      | 'flex'
      | 'flexShrink'
      | 'minHeight'
      | 'fontSize'
      | 'fontWeight'
      | 'lineHeight'
      | 'lineClamp'
      | 'borderRadius',
      number
    > &
      Record<
        | 'display'
        | 'flexDirection'
        | 'flexWrap'
        | 'justifyContent'
        | 'alignItems'
        | 'color'
        | 'backgroundColor'
        | 'fontFamily'
        | 'border'
        | 'overflow'
        | 'textAlign'
        | 'borderTop',
        string
      >
  >
>;

/** A picture laid out, in the renderer's own form. */
export type PictureNode =
  | { readonly type: 'container'; readonly style: Style; readonly children: PictureNode[] }
  | {
      readonly type: 'text';
      readonly text: string;
      readonly style: Style;
      readonly lang?: string;
      readonly dir?: 'rtl';
    }
  | {
      readonly type: 'image';
      readonly src: string;
      readonly width: number;
      readonly height: number;
    };

/** The size that cards of other sites are shown in, in pixels; at half of it every line is still legible. */
export const pictureSize = { width: 1200, height: 630 };

const margin = 56;

/** The name that the mark of the site goes by in a layout. */
export const logoSource = 'logo';
const logoRoom = { width: 480, height: 56 };

/** Returns a picture laid out in a site's colours, as the renderer takes it. */
export function layOutPicture(view: PictureView, palette: Palette): PictureNode {
  const laidOut = layOutFromLeft(view, palette);
  return view.direction === 'rtl' ? mirror(laidOut) : laidOut;
}

/** Returns a layout as it stands where lines begin at the right. Words in a language that begins at the left keep their direction. */
function mirror(node: PictureNode): PictureNode {
  if (node.type === 'image') return node;
  if (node.type === 'text') {
    const style: Style = { ...node.style, textAlign: 'right' };
    const isFromLeft = node.lang !== undefined && !isRightToLeft(node.text);
    return isFromLeft ? { ...node, style } : { ...node, style, dir: 'rtl' };
  }
  const { flexDirection, justifyContent } = node.style;
  return {
    ...node,
    style: {
      ...node.style,
      ...(flexDirection === 'row' ? { flexDirection: 'row-reverse' } : {}),
      ...(justifyContent === 'flex-end' ? { justifyContent: 'flex-start' } : {}),
    },
    children: node.children.map(mirror),
  };
}

function layOutFromLeft(
  { over, title, also, sources, marks, site, direction, spine = [] }: PictureView,
  palette: Palette,
): PictureNode {
  const { paper, ink, quiet, accent } = palette;
  const size = getTitleSize([title, ...also].reduce((sum, { text }) => sum + text.length, 0));
  const isLong = over.length > 55;
  return box(
    {
      width: pictureSize.width,
      height: pictureSize.height,
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: margin,
      backgroundColor: paper,
      color: ink,
      fontFamily: listFamilies(palette),
      borderTop: `14px solid ${accent}`,
    },
    [
      box({ flexDirection: 'column', gap: 18, flexShrink: 1, minHeight: 0, overflow: 'hidden' }, [
        line(over, { fontSize: isLong ? 32 : 40, fontWeight: 600, color: accent, lineClamp: 3 }),
        words(title, {
          fontSize: size,
          fontWeight: 600,
          lineHeight: isRightToLeft(title.text) ? 1.4 : 1.18,
          lineClamp: also.length > 0 ? 3 : 5 - (isLong ? 1 : 0) - (marks.length > 4 ? 2 : 0),
        }),
        ...also.slice(0, 2).map((text) =>
          words(text, {
            fontSize: size * 0.72,
            // High enough for the marks below Arabic letters.
            lineHeight: 1.7,
            lineClamp: 2,
            // Another script stays below the headline that it repeats.
            ...(isRightToLeft(text.text) && !isRightToLeft(title.text)
              ? { textAlign: 'left' }
              : {}),
          }),
        ),
        ...(spine.length > 0
          ? [
              box(
                { flexDirection: 'column', gap: direction === 'rtl' ? 2 : 18, flexShrink: 0 },
                spine.map((entry) => layOutEntry(entry, direction, palette)),
              ),
            ]
          : []),
      ]),
      box({ flexDirection: 'column', gap: 20, flexShrink: 0 }, [
        ...(marks.length > 0
          ? [
              box(
                { flexDirection: 'row', flexWrap: 'wrap', gap: 14 },
                marks.map((mark) =>
                  box({ border: `3px solid ${ink}`, padding: 8 }, [
                    line(mark, { fontSize: 32, fontWeight: 600 }),
                  ]),
                ),
              ),
            ]
          : []),
        box(
          {
            flexDirection: 'row',
            justifyContent: 'space-between',
            gap: 40,
            borderTop: `3px solid ${accent}`,
            paddingTop: 14,
          },
          [
            line(sources, { fontSize: 32, color: quiet, lineClamp: 2, flex: 1 }),
            layOutName(site, palette),
          ],
        ),
      ]),
    ],
  );
}

/** Returns the families that text is set in, those of the site's own first; they have their names in pictures alone. */
export function listFamilies({ fonts }: Palette): string {
  return [...new Set([...fonts.map(nameFamily), ...faces.map(({ family }) => family)])].join(', ');
}

/** A family of the site's own may be called as one of ours is. */
export function nameFamily({ family }: PictureFont): string {
  return `"Own ${family}"`;
}

/** The mark of the site, or its name where it has none. */
function layOutName(site: string, { logo }: Palette): PictureNode {
  if (!logo) return line(site, { fontSize: 32, fontWeight: 600, lineClamp: 2, maxWidth: 480 });
  const height = Math.min(logoRoom.height, logoRoom.width / logo.ratio);
  return {
    type: 'image',
    src: logoSource,
    width: Math.round(height * logo.ratio),
    height: Math.round(height),
  };
}

function layOutEntry(
  { date, mark, title }: PictureEntry,
  direction: PictureView['direction'],
  { ink, accent }: Palette,
): PictureNode {
  // Lines of Arabic are higher than four of them have room for.
  const height: Style = direction === 'rtl' ? { lineHeight: 1.4 } : {};
  return box({ flexDirection: 'row', gap: 20, alignItems: 'center', flexShrink: 0 }, [
    box({ width: 300, flexShrink: 0, justifyContent: 'flex-end' }, [
      line(date, { fontSize: 28, fontWeight: 600, color: accent, ...height, lineClamp: 1 }),
    ]),
    layOutMark(mark, ink),
    line(title, { fontSize: 34, fontWeight: 600, ...height, lineClamp: 1, flex: 1 }),
  ]);
}

const markSize = 28;

/** How full a mark is says how sure an event is; one that is still ahead is no disc. */
function layOutMark(mark: Mark, ink: string): PictureNode {
  const border = `4px ${mark === 'dashed' ? 'dashed' : 'solid'} ${ink}`;
  const half: Style = { width: markSize / 2 - 4, height: markSize - 8, backgroundColor: ink };
  return box(
    {
      width: markSize,
      height: markSize,
      flexShrink: 0,
      border,
      borderRadius: mark === 'ahead' ? 0 : markSize / 2,
      overflow: 'hidden',
      ...(mark === 'full' ? { backgroundColor: ink } : {}),
    },
    mark === 'half' ? [box(half, [])] : [],
  );
}

/** Longer headlines are set smaller, never below what half the size leaves legible. */
function getTitleSize(length: number): number {
  if (length <= 60) return 76;
  if (length <= 110) return 62;
  return length <= 170 ? 52 : 42;
}

/** Words of any script, which begin at the side where that script does. */
function words({ text, language }: PictureText, style: Style): PictureNode {
  return {
    type: 'text',
    text,
    style,
    ...(language === null ? {} : { lang: language }),
    ...(isRightToLeft(text) ? { dir: 'rtl' } : {}),
  };
}

/** Returns whether a text begins with a script that runs from right to left; digits and marks have no direction of their own. */
function isRightToLeft(text: string): boolean {
  const [first = ''] = /\p{L}/u.exec(text) ?? [];
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u.test(first);
}

function line(text: string, style: Style): PictureNode {
  return { type: 'text', text, style };
}

function box(style: Style, children: PictureNode[]): PictureNode {
  return { type: 'container', style: { display: 'flex', ...style }, children };
}
