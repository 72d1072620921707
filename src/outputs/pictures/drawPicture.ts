import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Renderer, type MeasuredNode } from '@takumi-rs/core';
import type { Palette } from '../../views/page/lookView.ts';
import type { PictureView } from '../../views/sharing/pictureView.ts';
import { faces, getFaceFile, weights } from './faces.ts';
import { fontFamily, layOutPicture, pictureSize, type PictureNode } from './pictureTree.ts';

const require = createRequire(import.meta.url);

let opened: Promise<Renderer> | undefined;

/** Returns a picture as a PNG, the same on every machine: its type comes from packages. */
export async function drawPicture(view: PictureView, palette: Palette): Promise<Uint8Array> {
  const renderer = await (opened ??= openRenderer());
  const tree = layOutPicture(view, palette);
  const cut = hasRightToLeft(tree)
    ? await cutLines(tree, await renderer.measure(tree, pictureSize), renderer)
    : tree;
  return renderer.render(cut, { ...pictureSize, format: 'png' });
}

function hasRightToLeft(node: PictureNode): boolean {
  return node.type === 'text' ? node.dir === 'rtl' : node.children.some(hasRightToLeft);
}

/** Returns a layout whose texts from right to left have no more lines than they may: of the last of them the renderer's own cut leaves hardly a letter. */
async function cutLines(
  node: PictureNode,
  measured: MeasuredNode | undefined,
  renderer: Renderer,
): Promise<PictureNode> {
  if (node.type === 'container') {
    const children: PictureNode[] = [];
    for (const [index, child] of node.children.entries())
      children.push(await cutLines(child, measured?.children[index], renderer));
    return { ...node, children };
  }
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
  // As many words as there is room for.
  let [kept, tooMany] = [0, ends.length];
  while (tooMany - kept > 1) {
    const half = Math.floor((kept + tooMany) / 2);
    if (await fits(shorten(text, ends[half]))) kept = half;
    else tooMany = half;
  }
  return { ...node, text: shorten(text, ends[kept]) };
}

/** Returns how many lines a text has; runs of two faces in one line are at slightly different heights. */
function countLines(measured: MeasuredNode | undefined, fontSize: number): number {
  const middles = (measured?.runs ?? []).map(({ y, height }) => y + height / 2);
  return middles
    .sort((a, b) => a - b)
    .filter((middle, index) => middle - (middles[index - 1] ?? -Infinity) > fontSize / 2).length;
}

function shorten(text: string, end = 0): string {
  return `${text.slice(0, end)}…`;
}

/** Opened once: reading the faces takes longer than drawing with them. */
async function openRenderer(): Promise<Renderer> {
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
  return renderer;
}
