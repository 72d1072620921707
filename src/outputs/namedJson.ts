import type { Named, PageHistory } from '../model/archive.ts';
import type { ViewContext } from '../views/page/context.ts';
import type { NamedJson } from './schemas.ts';
import { textToJson } from './textJson.ts';

/** Returns what actors, sources and places have in common, in the form it has in the data. */
export function namedToJson(named: Named, context: ViewContext): NamedJson {
  return {
    name: named.name,
    spellings: [...named.spellings],
    names: named.names.map(({ language, name }) => ({ language, name })),
    wikidata: named.wikidata,
    ...historyToJson(named),
    text: textToJson(named.text, context),
  };
}

/** Returns a page's ids, corrections and retraction in the form they have in the data. */
export function historyToJson({
  ids,
  corrections,
  retracted,
}: PageHistory): Pick<NamedJson, 'ids' | 'corrections' | 'retracted'> {
  return {
    ids: [...ids],
    corrections: corrections.map(({ date, reason }) => ({ date, reason })),
    retracted: retracted && { date: retracted.date, reason: retracted.reason },
  };
}
