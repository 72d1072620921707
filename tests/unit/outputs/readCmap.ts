import { brotliDecompressSync } from 'node:zlib';

// Reads which characters a font has, directly from WOFF2 (W3C) and OpenType's `cmap`.

/** Returns the code points for which a WOFF2 font has a glyph. Throws if the file isn't such a font. */
export function readCodePoints(woff2: Buffer): Set<number> {
  if (woff2.toString('latin1', 0, 4) !== 'wOF2') throw new Error('No WOFF2.');
  const tables = woff2.readUInt16BE(12);
  let at = 48;
  let offset = 0;
  let cmap: { offset: number; length: number } | undefined;
  const readBase128 = (): number => {
    let value = 0;
    for (;;) {
      const byte = woff2.readUInt8(at);
      at += 1;
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  };
  for (let index = 0; index < tables; index += 1) {
    const flags = woff2.readUInt8(at);
    at += 1;
    const tag = flags & 0x3f;
    if (tag === 0x3f) at += 4;
    const length = readBase128();
    // Glyphs and their locations (10, 11) are transformed unless the version is 3, all other tables if it isn't 0.
    const version = flags >> 6;
    const isTransformed = tag === 10 || tag === 11 ? version !== 3 : version !== 0;
    const stored = isTransformed ? readBase128() : length;
    if (tag === 0) cmap = { offset, length: stored };
    offset += stored;
  }
  if (!cmap) throw new Error('No cmap.');
  const size = woff2.readUInt32BE(20);
  const data = brotliDecompressSync(woff2.subarray(at, at + size));
  return readCmap(data.subarray(cmap.offset, cmap.offset + cmap.length));
}

function readCmap(cmap: Buffer): Set<number> {
  const points = new Set<number>();
  const subtables = cmap.readUInt16BE(2);
  for (let index = 0; index < subtables; index += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) readSegments(table, points);
    if (format === 12) readGroups(table, points);
  }
  return points;
}

function readSegments(table: Buffer, points: Set<number>): void {
  const count = table.readUInt16BE(6) / 2;
  for (let segment = 0; segment < count; segment += 1) {
    const end = table.readUInt16BE(14 + 2 * segment);
    const start = table.readUInt16BE(16 + 2 * count + 2 * segment);
    const delta = table.readUInt16BE(16 + 4 * count + 2 * segment);
    const place = 16 + 6 * count + 2 * segment;
    const range = table.readUInt16BE(place);
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const glyph =
        range === 0
          ? (point + delta) & 0xffff
          : table.readUInt16BE(place + range + 2 * (point - start));
      if (glyph !== 0) points.add(point);
    }
  }
}

function readGroups(table: Buffer, points: Set<number>): void {
  const count = table.readUInt32BE(12);
  for (let group = 0; group < count; group += 1) {
    const start = table.readUInt32BE(16 + 12 * group);
    const end = table.readUInt32BE(20 + 12 * group);
    for (let point = start; point <= end; point += 1) points.add(point);
  }
}
