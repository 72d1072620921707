import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { GenerationWriter } from './writeGeneration.ts';

const compressible = /\.(?:bib|css|csv|html|ics|js|json|ris|svg|txt|webmanifest|xml)$/;
const asGzip = promisify(gzip);
const asBrotli = promisify(brotliCompress);

/** So many files are compressed at once: Node has four threads for it. */
const AT_ONCE = 8;

/** How a file is compressed, by the ending that a server looks for beside it. */
const formats: readonly {
  readonly ending: string;
  readonly compress: (content: Buffer) => Promise<Buffer>;
}[] = [
  {
    ending: '.gz',
    compress: async (content) => {
      const packed = await asGzip(content, { level: 9 });
      // The system it was made on, which the format names, is nobody's business: the bytes are the same on all.
      packed[9] = 255;
      return packed;
    },
  },
  {
    ending: '.br',
    compress: (content) =>
      asBrotli(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  },
];

/**
 * Takes the writer of a generation in which all files stand, and its folder; sets beside each text its
 * compressed forms. Those of files that did not change are kept, if `isWhole` says that the last build of the
 * generation came to its end: else they may be of an older text.
 */
export async function compressFiles(
  writer: GenerationWriter,
  generation: string,
  isWhole: boolean,
): Promise<void> {
  const work = writer
    .list()
    .filter(({ path }) => compressible.test(path))
    .flatMap(({ path, isChanged }) =>
      formats.map(({ ending, compress }) => ({ path, to: path + ending, isChanged, compress })),
    )
    .filter(({ to, isChanged }) => {
      if (isChanged || !isWhole || !writer.has(to)) return true;
      writer.keep(to);
      return false;
    });
  for (let start = 0; start < work.length; start += AT_ONCE) {
    const made = await Promise.all(
      work.slice(start, start + AT_ONCE).map(async ({ path, to, compress }) => ({
        to,
        content: await compress(await readFile(join(generation, path))),
      })),
    );
    for (const { to, content } of made) writer.write(to, content);
  }
}
