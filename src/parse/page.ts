import type { NameIn, NamedDraft, PageDraft } from '../model/drafts.ts';
import type { EdtfDate } from '../model/dates/edtfDate.ts';
import type { Placed } from '../problems/place.ts';
import type { SourceText } from './sourceText.ts';
import { listPageDays } from './statedDays.ts';

// Stand-ins for unreadable required values. They never reach a page: an error has been reported for each, and
// errors prevent an archive.
export const unreadDay = '';
export const unreadDate: EdtfDate = {
  type: 'lasting',
  written: '',
  from: 'unknown',
  to: 'unknown',
};

type PlacedItems = <T>(values: readonly T[] | undefined, key: string) => Placed<T>[];
type PlacedValue = <T>(value: T, ...path: (string | number)[]) => Placed<T>;

interface PageValues {
  readonly formerly?: string[] | undefined;
  readonly retracted?: { date: string; reason: string } | undefined;
  readonly corrections?: { date: string; reason: string }[] | undefined;
  readonly reviewed?: string | undefined;
}

interface NamedValues extends PageValues {
  readonly name?: string;
  readonly spellings?: string[] | undefined;
  readonly names?: Record<string, string> | undefined;
  readonly wikidata?: string | undefined;
}

/** Returns the page properties from front matter. */
export function readPage(
  source: SourceText,
  id: string,
  values: PageValues,
  { placed, placedItems }: { placed: PlacedValue; placedItems: PlacedItems },
): PageDraft {
  return {
    at: source.at(1, 1),
    id,
    formerly: placedItems(values.formerly, 'formerly'),
    retracted: values.retracted ?? null,
    corrections: values.corrections ?? [],
    days: listPageDays(values, placed),
  };
}

/** Returns the name properties from front matter. */
export function readNames(
  values: NamedValues,
  placed: PlacedValue,
  placedItems: PlacedItems,
): Pick<NamedDraft, 'name' | 'spellings' | 'names' | 'wikidata'> {
  return {
    name: placed(values.name ?? '', 'name'),
    spellings: placedItems(values.spellings, 'spellings'),
    wikidata: values.wikidata ?? null,
    names: Object.entries(values.names ?? {}).map(([language, name]): NameIn => ({
      language,
      name: placed(name, 'names', language),
    })),
  };
}
