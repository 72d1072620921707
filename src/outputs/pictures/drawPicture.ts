import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Renderer } from '@takumi-rs/core';
import type { PictureView } from '../../views/pictureView.ts';
import { layOutPicture, pictureSize } from './pictureTree.ts';

const { resolve } = createRequire(import.meta.url);
const weights = [400, 600];
const readingScripts = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'];

let opened: Promise<Renderer> | undefined;

/** Takes what a picture says; gives it as a PNG, the same on every machine: its type comes from packages. */
export async function drawPicture(view: PictureView): Promise<Uint8Array> {
  const renderer = await (opened ??= openRenderer());
  return renderer.render(layOutPicture(view), { ...pictureSize, format: 'png' });
}

/** Opened once: reading the faces takes longer than drawing with them. */
async function openRenderer(): Promise<Renderer> {
  const renderer = new Renderer();
  for (const weight of weights) {
    for (const script of readingScripts)
      await renderer.registerFont({
        name: 'Reading',
        weight,
        data: readFace(
          `@fontsource/source-serif-4/files/source-serif-4-${script}-${weight}-normal`,
        ),
      });
    await renderer.registerFont({
      name: 'Naskh',
      weight,
      data: readFace(
        `@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-${weight}-normal`,
      ),
    });
  }
  return renderer;
}

function readFace(path: string): Uint8Array {
  return readFileSync(resolve(`${path}.woff2`));
}
