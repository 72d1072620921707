/**
 * Returns a page's bytes as text, in the encoding given by a byte order mark, the server (`charset`) or the
 * page itself, in this order, else in UTF-8. Returns undefined if the encoding is unknown or doesn't fit.
 */
export function decodePage(bytes: Uint8Array, charset?: string): string | undefined {
  const named = findMark(bytes) ?? charset ?? findNamed(bytes) ?? 'utf-8';
  try {
    return new TextDecoder(named, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function findMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return undefined;
}

/**
 * A page declares its encoding within its first 1,024 bytes (HTML Standard); saved pages have more before it.
 */
function findNamed(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1];
}
