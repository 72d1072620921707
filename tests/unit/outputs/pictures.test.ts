import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import { describe, expect, test } from 'vitest';
import { drawPicture } from '../../../src/outputs/pictures/drawPicture.ts';
import { findUndrawn } from '../../../src/model/pictureLetters.ts';
import { faces, getFaceFile, weights } from '../../../src/outputs/pictures/faces.ts';
import type { PictureNode } from '../../../src/outputs/pictures/pictureNode.ts';
import { layOutPicture, pictureSize } from '../../../src/outputs/pictures/pictureTree.ts';
import {
  viewActorPicture,
  viewArticlePicture,
  viewEventPicture,
  type PictureView,
} from '../../../src/views/sharing/pictureView.ts';
import { viewPalette } from '../../../src/views/page/lookView.ts';
import { readCodePoints } from './readCmap.ts';
import { createDigest, createViewContext } from '../createViewContext.ts';

const golden = join(import.meta.dirname, '../../golden/pictures/arabic.png');

const palette = viewPalette(createViewContext({}));

const thai = createRequire(import.meta.url).resolve(
  '@fontsource/noto-serif-thai/files/noto-serif-thai-latin-600-normal.woff2',
);

/** Rounding differences between machines: less than the dot of a letter. */
const tolerance = 0.00003;

/** Arabic alone and among Latin letters, with digits and punctuation: what renderers get wrong first. */
const arabic: PictureView = {
  over: 'about 22 December 2020',
  title: { text: 'The hashtag «مصطفى الكاظمي» (Mustafa al-Kadhimi), 25 December', language: null },
  also: [{ text: 'قال قيس الخزعلي في 25 ديسمبر: "Kata’ib Hezbollah" لا تحكم.', language: 'ar' }],
  sources: 'Sources: The Harbour Post, العربية',
  marks: ['date disputed', 'accounts differ'],
  site: 'The harbour',
  direction: 'ltr',
};

/** Returns the pixels of a PNG, four bytes each. */
async function readPixels(png: Uint8Array): Promise<Uint8Array> {
  const { width, height } = pictureSize;
  const image = { type: 'image', src: png, width, height } as const;
  return new Renderer().render(image, { width, height, format: 'raw' });
}

/** Returns the share of pixels that visibly differ between two pictures. */
async function compare(a: Uint8Array, b: Uint8Array): Promise<number> {
  const [one, other] = await Promise.all([readPixels(a), readPixels(b)]);
  expect(one).toHaveLength(other.length);
  let different = 0;
  for (let at = 0; at < one.length; at += 4) {
    const gap = [0, 1, 2].map((by) => Math.abs((one[at + by] ?? 0) - (other[at + by] ?? 0)));
    if (Math.max(...gap) > 32) different += 1;
  }
  return different / (one.length / 4);
}

describe('drawPicture(view, palette)', () => {
  test('draws Arabic among Latin letters as in the reviewed picture', async () => {
    const drawn = await drawPicture(arabic, palette);
    if (process.env.UPDATE && !process.env.CI) writeFileSync(golden, drawn);
    expect(await compare(drawn, readFileSync(golden))).toBeLessThan(tolerance);
  });

  test('fills right-to-left lines of a long text with as many whole words as fit', async () => {
    const words = 'منقول عن صحيفة الجسر وصحيفة النهر ومجلة الميناء الشهرية ووكالة البحر'.split(' ');
    const draw = (sources: string) =>
      drawPicture({ ...arabic, marks: [], site: 'الرصيف', direction: 'rtl', sources }, palette);
    const cut = (count: number) =>
      Array.from({ length: count }, (_, index) => words[index % words.length]).join(' ');
    const drawn = await draw(cut(40));
    // One line has some twelve words.
    expect(await compare(drawn, await draw(`${cut(20)}…`))).toBeGreaterThan(tolerance);
    expect(await compare(drawn, await draw(`${cut(24)}…`))).toBeLessThan(tolerance);
  });

  test('draws a different picture if one letter differs', async () => {
    const other = {
      ...arabic,
      title: { ...arabic.title, text: arabic.title.text.replace('ظ', 'ط') },
    };
    const share = await compare(await drawPicture(other, palette), readFileSync(golden));
    expect(share).toBeGreaterThan(tolerance);
  });

  test('draws in the colours of the site’s theme', async () => {
    const context = createViewContext(
      {},
      { 'theme.css': ':root { --paper: #003366; --ink: #fff }' },
    );
    const own = viewPalette(context);
    expect(own).toMatchObject({ paper: '#003366', ink: '#ffffff', accent: palette.accent });
    const [red, green, blue] = await readPixels(await drawPicture(arabic, own)).then((pixels) =>
      // A corner, below the accent line.
      pixels.subarray((620 * 1200 + 5) * 4),
    );
    expect([red, green, blue]).toEqual([0x00, 0x33, 0x66]);
  });

  test('draws with the site’s own fonts, and falls back to ours for other letters', async () => {
    const look = { 'fonts/thai.woff2': readFileSync(thai) };
    const theme = (range = '') =>
      `@font-face { font-family: "Quay"; src: url(fonts/thai.woff2); font-weight: 400 900;${range} }\n:root { --reading: Quay, serif }\n`;
    const draw = (css: string) => {
      const context = createViewContext({}, { 'theme.css': css, ...look });
      return drawPicture(arabic, viewPalette(context), context.archive.look);
    };
    const usual = await drawPicture(arabic, palette);
    const own = await draw(theme());
    expect(await compare(own, usual)).toBeGreaterThan(0.005);
    // No letter of the picture is Thai.
    expect(await compare(await draw(theme(' unicode-range: U+0E00-0E7F')), usual)).toBe(0);
    // The Arabic, which the font lacks, is unchanged.
    expect(await compare(own, readFileSync(golden))).toBeLessThan(0.2);
  });

  test('draws the site’s logo instead of its name', async () => {
    const draw = (svg: string) => {
      const context = createViewContext({}, { 'logo.svg': svg });
      return drawPicture(arabic, viewPalette(context), context.archive.look);
    };
    const mark = (body: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">${body}</svg>`;
    const pixels = await readPixels(await draw(mark('<path fill="#00f" d="M0 0h20v10H0z"/>')));
    const blue = Array.from({ length: pixels.length / 4 }, (_, at) => at).filter(
      (at) => pixels[at * 4 + 2] === 255 && pixels[at * 4] === 0,
    );
    // The whole logo, twice as wide as high, at the end of the last line.
    expect(blue.length).toBe(112 * 56);
    expect(Math.max(...blue.map((at) => at % 1200))).toBe(1200 - 56 - 1);
  });

  test('draws from the right for right-to-left languages', () => {
    const view: PictureView = {
      ...arabic,
      title: { text: 'The quay', language: 'en' },
      direction: 'rtl',
    };
    const list = (node: PictureNode): PictureNode[] =>
      node.type !== 'container' ? [node] : [node, ...node.children.flatMap(list)];
    const nodes = list(layOutPicture(view, palette));
    for (const node of nodes) {
      if (node.type === 'text') {
        expect(node.style.textAlign).toBe('right');
        expect(node.dir).toBe(node.text === 'The quay' ? undefined : 'rtl');
      } else if (node.type === 'container') expect(node.style.flexDirection).not.toBe('row');
    }
    const rows = nodes.filter(
      (node) => node.type === 'container' && node.style.flexDirection === 'row-reverse',
    );
    expect(rows.length).toBeGreaterThan(1);
  });

  test('draws the same bytes again, in the size that is shared', async () => {
    const drawn = Buffer.from(await drawPicture(arabic, palette));
    expect(Buffer.compare(drawn, await drawPicture(arabic, palette))).toBe(0);
    // A PNG stores its width and height here.
    expect([drawn.readUInt32BE(16), drawn.readUInt32BE(20)]).toEqual([1200, 630]);
  });
});

describe('the text of a picture', () => {
  const actors = {
    'actors/warden.md':
      '---\nname: Ana Warden\nkind: person\nrole: Keeper of the quay\nnames: { ar: آنا }\n---\n',
  };

  test('of an event has the date with its doubt, headline, sources and marks', () => {
    const context = createViewContext({
      a: createDigest(['id: a\ndate: 2024-05-10~\ncertainty: purported']),
      b: createDigest(['id: a\ndate: 2024-05-20'], 'city-ledger'),
    });
    const [event] = context.archive.events;
    expect(viewEventPicture(event!, context)).toEqual({
      over: 'About 10 May or 20 May 2024',
      title: { text: 'a', language: null },
      also: [],
      sources: 'Reported by City Ledger; unverified in The Harbour Post.',
      marks: ['date disputed'],
      site: context.archive.site.title,
      direction: 'ltr',
    });
  });

  test('of an actor has the role, the name in each script, and who names it', () => {
    const digest = createDigest(['id: a\ndate: 2024-05-10\nactors: warden']);
    const named = digest.replace('It happened.', 'Ana Warden came.');
    const context = createViewContext({ a: named }, actors);
    expect(viewActorPicture(context.archive.actorById.get('warden')!, context)).toMatchObject({
      over: 'Keeper of the quay',
      title: { text: 'Ana Warden' },
      also: [{ text: 'آنا', language: 'ar' }],
      sources: 'Source: The Harbour Post',
    });
  });

  test('of an article has its own and the English title, and a note if its date is not as printed', () => {
    const front =
      '---\ntitle: إغلاق الرصيف\ntitle-en: Quay closed\nlanguage: ar\nsource: harbour-post\npublished: 2024-05-11\ndating: The print says June.\nadded: 2024-07-01\n---\n\nA lead.\n';
    const context = createViewContext({ a: front });
    expect(viewArticlePicture(context.archive.articleById.get('a')!, context)).toMatchObject({
      over: '11 May 2024',
      title: { text: 'إغلاق الرصيف', language: 'ar' },
      also: [{ text: 'Quay closed (our translation)', language: null }],
      sources: 'Source: The Harbour Post',
      marks: ['date worked out'],
    });
  });

  test('names a few of many sources, and counts the others', () => {
    const sources = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [
        `sources/s${index}.md`,
        `---\nname: S${index}\n---\n`,
      ]),
    );
    const digests = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [
        `d${index}`,
        createDigest(['id: a\ndate: 2024-05-10'], `s${index}`),
      ]),
    );
    const context = createViewContext(digests, sources);
    expect(viewEventPicture(context.archive.events[0]!, context).sources).toBe(
      'Sources: S0, S1, S2 and three more',
    );
  });
});

describe('findUndrawn(text)', () => {
  const require = createRequire(import.meta.url);
  const list = join(import.meta.dirname, '../../../src/model/pictureRanges.ts');

  test('knows exactly the characters that the fonts have (UPDATE=1 writes the list)', () => {
    const points = new Set<number>();
    for (const face of faces)
      for (const script of face.scripts) {
        const folder = dirname(require.resolve(`@fontsource/${face.package}/package.json`));
        const own = weights.map((weight) =>
          readCodePoints(readFileSync(join(folder, getFaceFile(face, script, weight)))),
        );
        for (const point of own[0] ?? []) if (own.every((one) => one.has(point))) points.add(point);
      }
    const ranges = toRanges([...points].sort((a, b) => a - b));
    const text = `/** The characters of the picture fonts, in hexadecimal; a test generates them from the fonts. */\nexport const pictureRanges =\n  '${ranges}';\n`;
    if (process.env.UPDATE && !process.env.CI) writeFileSync(list, text);
    else expect(readFileSync(list, 'utf8')).toBe(text);
  });

  test.each([
    'Забастовка в порту',
    'Απεργία στο λιμάνι',
    'الإضراب في الميناء',
    'שביתה בנמל',
    'बंदरगाह में हड़ताल',
    'การประท้วงที่ท่าเรือ',
    'გაფიცვა ნავსადგურში',
    'Đình công ở cảng, “naïve” – 20 €…',
    'A\u030A \u2067x\u2069\u200F',
  ])('finds nothing in %s', (text) => {
    expect(findUndrawn(text)).toEqual([]);
  });

  test('finds each letter that no font has once', () => {
    expect(findUndrawn('港口罢工 in 港 🛥')).toEqual(['港', '口', '罢', '工', '🛥']);
  });
});

function toRanges(points: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  const print = (point: number) => point.toString(16);
  return ranges
    .map(([first, last]) => (first === last ? print(first) : `${print(first)}-${print(last)}`))
    .join(' ');
}

describe('a picture of text that no font can draw', () => {
  const digest = createDigest(['id: strike\ndate: 2024-05-10']);

  test('has the translation of a headline instead', () => {
    const { archive, ...context } = createViewContext(
      {
        strike: digest.replace(
          'title: A digest',
          'title: 港口罢工\ntitle-en: A strike at the port\nlanguage: zh',
        ),
      },
      { 'sources/harbour-post.md': '---\nname: 港口报\n---\n' },
    );
    const view = viewArticlePicture(archive.articles[0]!, { archive, ...context });
    expect(view.title.text).toContain('A strike at the port');
    expect([view.also, view.sources, view.site]).toEqual([[], '', archive.site.title]);
  });

  test('has the name of the site if there is no translation', () => {
    const context = createViewContext({ strike: digest.replace('## strike', '## 港口罢工') });
    const view = viewEventPicture(context.archive.eventById.get('strike')!, context);
    expect(view.title.text).toBe(context.archive.site.title);
    expect(view.over).toBe('10 May 2024');
  });
});
