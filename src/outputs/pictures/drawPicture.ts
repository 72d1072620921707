import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import type { Look } from '../../model/look.ts';
import type { Palette, PictureFont } from '../../views/page/lookView.ts';
import type { PictureView } from '../../views/sharing/pictureView.ts';
import { faces, getFaceFile, weights } from './faces.ts';
import { layOutPicture, logoSource, nameFamily, pictureSize } from './pictureTree.ts';

const require = createRequire(import.meta.url);

/** A renderer, and the faces of a site's own that it knows besides ours. */
let opened: { readonly fonts: string; readonly renderer: Promise<Renderer> } | undefined;

/**
 * Returns a picture as a PNG, the same on every machine: its type comes from packages, or from the site's own files
 * that `look` has.
 */
export async function drawPicture(
  view: PictureView,
  palette: Palette,
  look: Pick<Look, 'fonts' | 'logo'> = { fonts: new Map(), logo: null },
): Promise<Uint8Array> {
  const fonts = JSON.stringify(palette.fonts);
  // Opened once: reading the faces takes longer than drawing with them.
  if (opened?.fonts !== fonts) opened = { fonts, renderer: openRenderer(palette.fonts, look) };
  const renderer = await opened.renderer;
  const images = look.logo ? [{ src: logoSource, data: Buffer.from(look.logo.svg) }] : [];
  return renderer.render(layOutPicture(view, palette), { ...pictureSize, format: 'png', images });
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
  const files = new Map([...look.fonts.values()].map(({ path, base64 }) => [path, base64]));
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
