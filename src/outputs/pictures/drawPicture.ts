import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import type { Palette } from '../../views/lookView.ts';
import type { PictureView } from '../../views/pictureView.ts';
import { layOutPicture, pictureSize } from './pictureTree.ts';

const require = createRequire(import.meta.url);
const reading = dirname(require.resolve('@fontsource/source-serif-4/package.json'));
const naskh = dirname(require.resolve('@fontsource/noto-naskh-arabic/package.json'));
const weights = [400, 600];
const readingScripts = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'];

let opened: Promise<Renderer> | undefined;

/** Returns a picture as a PNG, the same on every machine: its type comes from packages. */
export async function drawPicture(view: PictureView, palette: Palette): Promise<Uint8Array> {
  const renderer = await (opened ??= openRenderer());
  return renderer.render(layOutPicture(view, palette), { ...pictureSize, format: 'png' });
}

/** Opened once: reading the faces takes longer than drawing with them. */
async function openRenderer(): Promise<Renderer> {
  const renderer = new Renderer();
  for (const weight of weights) {
    for (const script of readingScripts)
      await renderer.registerFont({
        name: 'Reading',
        weight,
        data: readFace(reading, `source-serif-4-${script}-${weight}-normal`),
      });
    await renderer.registerFont({
      name: 'Naskh',
      weight,
      data: readFace(naskh, `noto-naskh-arabic-arabic-${weight}-normal`),
    });
  }
  return renderer;
}

function readFace(folder: string, name: string): Uint8Array {
  return readFileSync(join(folder, 'files', `${name}.woff2`));
}
