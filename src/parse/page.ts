import type { NameIn, NamedDraft, PageDraft } from '../model/drafts.ts';
import type { EdtfDate } from '../model/dates/edtfDate.ts';
import type { LocateItems, LocateValue } from './frontMatter.ts';
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
  { located, locatedItems }: { located: LocateValue; locatedItems: LocateItems },
): PageDraft {
  return {
    at: source.at(1, 1),
    id,
    formerly: locatedItems(values.formerly, 'formerly'),
    retracted: values.retracted ?? null,
    corrections: values.corrections ?? [],
    days: listPageDays(values, located),
  };
}

/** Returns the name properties from front matter. */
export function readNames(
  values: NamedValues,
  located: LocateValue,
  locatedItems: LocateItems,
): Pick<NamedDraft, 'name' | 'spellings' | 'names' | 'wikidata'> {
  return {
    name: located(values.name ?? '', 'name'),
    spellings: locatedItems(values.spellings, 'spellings'),
    wikidata: values.wikidata ?? null,
    names: Object.entries(values.names ?? {}).map(([language, name]): NameIn => ({
      language,
      name: located(name, 'names', language),
    })),
  };
}
