import { hash } from 'node:crypto';

/** Returns the SHA-256 (hex) of a text in UTF-8 or of bytes. */
export function hashContent(content: string | Uint8Array): string {
  return hash('sha256', content);
}

/** Returns a hash of several texts (32 hex digits); their order matters. */
export function hashParts(parts: readonly string[]): string {
  return hashContent(parts.join('\0')).slice(0, 32);
}
