import type { RecordsNote } from './generationKeys.ts';
import type { KnownFingerprints } from './knownFingerprints.ts';
import { updateRecords } from './updateRecords.ts';
import type { GenerationWriter } from './writeGeneration.ts';
import { getListPath, type Measure } from '../outputs/dataParts.ts';
import { listLists } from '../outputs/listFiles.ts';
import type { ViewContext } from '../views/page/context.ts';

/** Updates the files that list the archive and returns their layouts. */
export function updateLists(
  context: ViewContext,
  writer: GenerationWriter,
  fingerprints: KnownFingerprints,
): Record<string, RecordsNote> {
  return Object.fromEntries(
    listLists(context, measureKnown(fingerprints)).map(({ path, records }) => [
      path,
      updateRecords(path, records(), writer, fingerprints.records[path], fingerprints.of),
    ]),
  );
}

/**
 * Returns a function that measures an entry of a list in bytes, without rendering those that the last build
 * rendered.
 */
function measureKnown(fingerprints: KnownFingerprints): Measure {
  const lengths = new Map<string, Map<string, number>>();
  for (const [path, { entries }] of Object.entries(fingerprints.records)) {
    const list = getListPath(path);
    const known = lengths.get(list) ?? new Map<string, number>();
    for (const [fingerprint, length] of entries) known.set(fingerprint, length);
    lengths.set(list, known);
  }
  return (list, { dependencies, render }) =>
    lengths.get(list)?.get(fingerprints.of(dependencies)) ?? Buffer.byteLength(render());
}
