import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { GenerationWriter } from './writeGeneration.ts';

const compressible = /\.(?:bib|css|csv|html|ics|js|json|ris|svg|txt|webmanifest|xml)$/;
const asGzip = promisify(gzip);
const asBrotli = promisify(brotliCompress);

/** Maximum number of files compressed at once; Node compresses in four threads. */
const MAX_CONCURRENT = 8;

/** The compressed formats, by the suffix that a server looks for beside a file. */
const formats: readonly {
  readonly ending: string;
  readonly compress: (content: Buffer) => Promise<Buffer>;
}[] = [
  {
    ending: '.gz',
    compress: async (content) => {
      const packed = await asGzip(content, { level: 9 });
      // Byte 9 of gzip names the operating system; 255 (unknown) keeps the bytes the same on all of them.
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
 * Writes the compressed forms of each text file in a generation whose other files are complete. Keeps those
 * of unchanged files only if `isWhole` says that the generation's last build finished; otherwise they may be
 * of an older text.
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
  for (let start = 0; start < work.length; start += MAX_CONCURRENT) {
    const made = await Promise.all(
      work.slice(start, start + MAX_CONCURRENT).map(async ({ path, to, compress }) => ({
        to,
        content: await compress(await readFile(join(generation, path))),
      })),
    );
    for (const { to, content } of made) writer.write(to, content);
  }
}
