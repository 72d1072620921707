import type { GenerationFingerprints } from './generationKeys.ts';
import type { Shards } from './shards.ts';
import type { Traces } from './traces.ts';
import type { GetSiteWorkers } from './workerPool.ts';
import type { GenerationWriter } from './writeGeneration.ts';
import type { Archive } from '../model/archive.ts';
import type { Fingerprints } from '../model/fingerprints.ts';

/** An update of a generation: what writes its files, tells which have changed, and makes those. */
export interface GenerationUpdate {
  readonly writer: GenerationWriter;
  /** The archive, traced: it records what is read of it. */
  readonly archive: Archive;
  /** The fingerprint of what all pages share. */
  readonly common: string;
  readonly fingerprints: Fingerprints;
  readonly traces: Traces;
  /** The page keys and the layouts of lists that the last build of the generation recorded. */
  readonly known: Pick<GenerationFingerprints, 'pages' | 'records'>;
  readonly shards: Shards;
  readonly getWorkers: GetSiteWorkers;
}
