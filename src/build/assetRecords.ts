import { join } from 'node:path';
import { readChecksummed, writeChecksummed } from './checksummedCache.ts';

/**
 * The record of a cached asset: the fingerprint of its dependencies, the key of its input, and the hash
 * of its content.
 */
export type AssetRecord = readonly [dependencies: string, key: string, content: string];

/** Returns a state folder's records of cached assets by path; none if they are missing or damaged. */
export function readAssetRecords(state: string): Readonly<Record<string, AssetRecord>> {
  return (readChecksummed(getRecordsFile(state)) ?? {}) as Readonly<Record<string, AssetRecord>>;
}

/** Writes the records of cached assets into a state folder. */
export function writeAssetRecords(
  state: string,
  records: Readonly<Record<string, AssetRecord>>,
): void {
  writeChecksummed(getRecordsFile(state), records);
}

function getRecordsFile(state: string): string {
  return join(state, 'made.json');
}
