import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Renderer, type MeasuredNode } from '@takumi-rs/core';
import type { Look } from '../../model/look.ts';
import type { Palette, PictureFont } from '../../views/page/lookView.ts';
import type { PictureView } from '../../views/sharing/pictureView.ts';
import { faces, getFaceFile, weights } from './faces.ts';
import { layOutPicture, listFamilies, logoSource, nameFamily, pictureSize } from './pictureTree.ts';
import type { PictureNode } from './pictureNode.ts';

const require = createRequire(import.meta.url);

/** A renderer, and the site's own fonts registered with it besides ours. */
let opened: { readonly fonts: string; readonly renderer: Promise<Renderer> } | undefined;

/**
 * Returns a picture as a PNG, which is the same on every machine: its fonts come from packages, or from the
 * site's own files in `look`.
 */
export async function drawPicture(
  view: PictureView,
  palette: Palette,
  look: Pick<Look, 'fonts' | 'logo'> = { fonts: {}, logo: null },
): Promise<Uint8Array> {
  const fonts = JSON.stringify(palette.fonts);
  // Created once: loading the fonts takes longer than drawing with them.
  if (opened?.fonts !== fonts) opened = { fonts, renderer: openRenderer(palette.fonts, look) };
  const renderer = await opened.renderer;
  const images = look.logo ? [{ src: logoSource, data: Buffer.from(look.logo.svg) }] : [];
  const tree = layOutPicture(view, palette);
  const fontFamily = listFamilies(palette);
  const cut = hasRightToLeft(tree)
    ? await cutLines(tree, await renderer.measure(tree, { ...pictureSize, images }), {
        renderer,
        fontFamily,
      })
    : tree;
  return renderer.render(cut, { ...pictureSize, format: 'png', images });
}

function hasRightToLeft(node: PictureNode): boolean {
  if (node.type === 'container') return node.children.some(hasRightToLeft);
  return node.type === 'text' && node.dir === 'rtl';
}

/** What measures a text, and the font families that it is set in. */
interface Typesetter {
  readonly renderer: Renderer;
  readonly fontFamily: string;
}

/**
 * Returns a layout whose right-to-left texts do not exceed their maximum number of lines. The renderer's own
 * truncation leaves hardly a letter of the last line.
 */
async function cutLines(
  node: PictureNode,
  measured: MeasuredNode | undefined,
  typesetter: Typesetter,
): Promise<PictureNode> {
  if (node.type === 'container') {
    const children: PictureNode[] = [];
    for (const [index, child] of node.children.entries())
      children.push(await cutLines(child, measured?.children[index], typesetter));
    return { ...node, children };
  }
  if (node.type === 'image') return node;
  const { renderer, fontFamily } = typesetter;
  const { lineClamp, ...style } = node.style;
  const width = measured?.width;
  if (node.dir !== 'rtl' || lineClamp === undefined || width === undefined) return node;
  const fits = async (text: string): Promise<boolean> => {
    const alone: PictureNode = {
      type: 'container',
      style: { display: 'flex', width, fontFamily },
      children: [{ ...node, text, style: { ...style, flex: 1 } }],
    };
    const { children } = await renderer.measure(alone, { width: pictureSize.width });
    return countLines(children[0], style.fontSize ?? 0) <= lineClamp;
  };
  const { text } = node;
  if (await fits(text)) return node;
  const ends = [...text.matchAll(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}]*?\s+/gu)].map(
    ({ index }) => index,
  );
  // Finds the largest number of words that fits.
  let [kept, tooMany] = [0, ends.length];
  while (tooMany - kept > 1) {
    const half = Math.floor((kept + tooMany) / 2);
    if (await fits(shorten(text, ends[half]))) kept = half;
    else tooMany = half;
  }
  return { ...node, text: shorten(text, ends[kept]) };
}

/** Returns the number of lines of a text; runs of two fonts in one line are at slightly different heights. */
function countLines(measured: MeasuredNode | undefined, fontSize: number): number {
  const middles = (measured?.runs ?? []).map(({ y, height }) => y + height / 2);
  return middles
    .sort((a, b) => a - b)
    .filter((middle, index) => middle - (middles[index - 1] ?? -Infinity) > fontSize / 2).length;
}

function shorten(text: string, end = 0): string {
  return `${text.slice(0, end)}…`;
}

async function openRenderer(
  fonts: readonly PictureFont[],
  look: Pick<Look, 'fonts'>,
): Promise<Renderer> {
  const renderer = new Renderer();
  for (const face of faces) {
    const folder = dirname(require.resolve(`@fontsource/${face.package}/package.json`));
    for (const script of face.scripts)
      for (const weight of weights)
        await renderer.registerFont({
          name: face.family,
          weight,
          data: readFileSync(join(folder, getFaceFile(face, script, weight))),
        });
  }
  const files = new Map(Object.values(look.fonts).map(({ path, base64 }) => [path, base64]));
  for (const font of fonts) {
    const base64 = files.get(font.path);
    if (base64 === undefined) continue;
    await renderer.registerFont({
      name: nameFamily(font).replaceAll('"', ''),
      ...(font.weight === null ? {} : { weight: font.weight }),
      ...(font.ranges.length === 0
        ? {}
        : { unicodeRange: font.ranges.map(([from, to]): [number, number] => [from, to]) }),
      data: Buffer.from(base64, 'base64'),
    });
  }
  return renderer;
}
