import { join } from 'node:path';
import { readChecksummed, writeChecksummed } from './checksummedCache.ts';
import type { TraceRecord } from './traces.ts';

/** The record of a cached asset: the key of its input, and the hash of its content. */
export type AssetRecord = readonly [key: string, content: string];

/** The records of a site's cached assets. */
export interface AssetRecords {
  /** The fingerprint of what all pages share; the traces hold only while it stays the same. */
  readonly common: string;
  readonly traces: TraceRecord;
  /** By path. */
  readonly assets: Readonly<Record<string, AssetRecord>>;
}

/** Returns a state folder's records of cached assets; undefined if they are missing or damaged. */
export function readAssetRecords(state: string): AssetRecords | undefined {
  return readChecksummed(getRecordsFile(state)) as AssetRecords | undefined;
}

/** Writes the records of cached assets into a state folder. */
export function writeAssetRecords(state: string, records: AssetRecords): void {
  writeChecksummed(getRecordsFile(state), records);
}

function getRecordsFile(state: string): string {
  return join(state, 'assets.json');
}
