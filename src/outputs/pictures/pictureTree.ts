import type { Palette, PictureFont } from '../../views/page/lookView.ts';
import type { Mark } from '../../views/cards/marks.ts';
import type { PictureEntry, PictureView } from '../../views/sharing/pictureView.ts';
import { faces } from './faces.ts';
import { mirrorPicture } from './mirrorPicture.ts';
import { box, isRightToLeft, line, words, type PictureNode, type Style } from './pictureNode.ts';

/** The size of share cards on other sites, in pixels; every line is still legible at half of it. */
export const pictureSize = { width: 1200, height: 630 };

const margin = 56;

/** The name of the site's logo in a layout. */
export const logoSource = 'logo';
const logoRoom = { width: 480, height: 56 };

/** Returns the layout of a picture in a site's colours, in the renderer's form. */
export function layOutPicture(view: PictureView, palette: Palette): PictureNode {
  const laidOut = layOutFromLeft(view, palette);
  return view.direction === 'rtl' ? mirrorPicture(laidOut) : laidOut;
}

function layOutFromLeft(view: PictureView, palette: Palette): PictureNode {
  const { paper, ink, accent } = palette;
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
    [layOutHeadline(view, palette), layOutFoot(view, palette)],
  );
}

/** Returns the title with the line over it, its other forms, and the events of a timeline. */
function layOutHeadline(
  { over, title, also, marks, direction, spine = [] }: PictureView,
  palette: Palette,
): PictureNode {
  const size = getTitleSize([title, ...also].reduce((sum, { text }) => sum + text.length, 0));
  const isLong = over.length > 55;
  const overSize = isLong ? 32 : 40;
  return box(
    { flexDirection: 'column', gap: 18, flexShrink: 1, minHeight: 0, overflow: 'hidden' },
    [
      line(over, { fontSize: overSize, fontWeight: 600, color: palette.accent, lineClamp: 3 }),
      words(title, {
        fontSize: size,
        fontWeight: 600,
        lineHeight: isRightToLeft(title.text) ? 1.4 : 1.18,
        lineClamp: also.length > 0 ? 3 : 5 - (isLong ? 1 : 0) - (marks.length > 4 ? 2 : 0),
      }),
      ...also.slice(0, 2).map((text) =>
        words(text, {
          fontSize: size * 0.72,
          // Leaves room for the marks below Arabic letters.
          lineHeight: 1.7,
          lineClamp: 2,
          // A title in another script stays aligned with the headline that it repeats.
          ...(isRightToLeft(text.text) && !isRightToLeft(title.text) ? { textAlign: 'left' } : {}),
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
    ],
  );
}

/** Returns the marks of an event, and below a rule the sources and the site. */
function layOutFoot({ sources, marks, site }: PictureView, palette: Palette): PictureNode {
  const { ink, quiet, accent } = palette;
  return box({ flexDirection: 'column', gap: 20, flexShrink: 0 }, [
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
  ]);
}

/**
 * Returns the font families of a text, the site's own first, under the names that they have only in pictures.
 */
export function listFamilies({ fonts }: Palette): string {
  return [...new Set([...fonts.map(nameFamily), ...faces.map(({ family }) => family)])].join(', ');
}

/** Returns the name of a site's own font in pictures, which must not collide with ours. */
export function nameFamily({ family }: PictureFont): string {
  return `"Own ${family}"`;
}

/** Returns the site's logo, or its name if it has none. */
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
  // By default, lines of Arabic are so high that four of them would not fit.
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

/**
 * Returns the mark of an event: the fuller it is, the more certain the event. A future event has a square.
 */
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

/** Returns a smaller size for a longer headline, still legible at half the size of the picture. */
function getTitleSize(length: number): number {
  if (length <= 60) return 76;
  if (length <= 110) return 62;
  return length <= 170 ? 52 : 42;
}
