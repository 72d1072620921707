import { hash as digest } from 'node:crypto';

/** Returns a short hash of some texts. */
export function hash(parts: readonly string[]): string {
  return digest('sha256', parts.join('\0')).slice(0, 24);
}
