import type { RecordsNote } from './generationKeys.ts';
import type { GenerationUpdate } from './generationUpdate.ts';
import { updateRecords } from './updateRecords.ts';
import { getListPath, getRecordId, type Measure } from '../outputs/dataParts.ts';
import { listLists } from '../outputs/listFiles.ts';
import type { ViewContext } from '../views/page/context.ts';

/** Updates the files that list the archive and returns their layouts. */
export function updateLists(
  context: ViewContext,
  update: GenerationUpdate,
): Record<string, RecordsNote> {
  return Object.fromEntries(
    listLists(context, measureKnown(update)).map(({ path, records }) => [
      path,
      updateRecords(path, records(), update),
    ]),
  );
}

/**
 * Returns a function that measures an entry of a list in bytes, without rendering those that have not changed
 * since the last build.
 */
function measureKnown({ known, traces }: GenerationUpdate): Measure {
  // A database contains entries of other lists, whose lengths it doesn't note.
  const lengths = new Map(
    Object.entries(known.records).flatMap(([path, { entries }]) =>
      entries.filter(([id]) => id.startsWith(getRecordId(getListPath(path), ''))),
    ),
  );
  return (list, { id, render }) => {
    const key = getRecordId(list, id);
    const length = traces.isSame(key) ? lengths.get(key) : undefined;
    return length ?? Buffer.byteLength(render());
  };
}
