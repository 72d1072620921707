import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import type { Palette } from '../../views/page/lookView.ts';
import type { PictureView } from '../../views/sharing/pictureView.ts';
import { faces, getFaceFile, weights } from './faces.ts';
import { layOutPicture, pictureSize } from './pictureTree.ts';

const require = createRequire(import.meta.url);

let opened: Promise<Renderer> | undefined;

/** Returns a picture as a PNG, the same on every machine: its type comes from packages. */
export async function drawPicture(view: PictureView, palette: Palette): Promise<Uint8Array> {
  const renderer = await (opened ??= openRenderer());
  return renderer.render(layOutPicture(view, palette), { ...pictureSize, format: 'png' });
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
