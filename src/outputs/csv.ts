import { stringify } from 'csv-stringify/sync';
import type { NewsEvent } from '../model/archive.ts';
import type { ViewContext } from '../views/context.ts';
import { listSources, viewEventCard } from '../views/eventCard.ts';
import { readsOfArticle, readsOfEvent } from '../views/reads.ts';
import { groupStatements, type Statement } from '../views/statements.ts';
import { statementToJson } from './claimsJson.ts';
import { eventToFacts } from './eventsJson.ts';
import type { FileRecord, Records } from './records.ts';

/** Gives `/data/events.csv` as its entries, one line for each event, in the order of the timeline. */
export function listEventsCsv(context: ViewContext): Records {
  return listInCsv(
    eventColumns,
    context.archive.events.map((event) => ({
      reads: readsOfEvent(event, context),
      render: () => printCsv([eventToRow(event, context)], eventColumns),
    })),
  );
}

/**
 * Gives `/data/claims.csv` as its entries, one for each article in which something is said: a line for each claim
 * and quotation, as `claims.json` has them.
 */
export function listClaimsCsv(context: ViewContext): Records {
  return listInCsv(
    claimColumns,
    groupStatements(context.archive).map(({ article, statements }) => ({
      reads: readsOfArticle(article, context),
      render: () =>
        printCsv(
          statements.map((one) => claimToRow(one, context)),
          claimColumns,
        ),
    })),
  );
}

function claimToRow(statement: Statement, context: ViewContext): Row {
  const { url, exact, ...row } = statementToJson(statement, context);
  return { ...row, exact: String(exact), url: context.at.absolute(url) };
}

function eventToRow(event: NewsEvent, context: ViewContext): Row {
  const { url, actors, mentioned, ...facts } = eventToFacts(event, context);
  return {
    ...facts,
    actors: actors.join(';'),
    mentioned: mentioned.join(';'),
    articles: event.accounts.map(({ article }) => article.id).join(';'),
    sources: listSources(event).join(';'),
    disputes: event.points
      .filter(({ differ }) => differ)
      .map(({ on }) => on.replaceAll(';', ','))
      .join(';'),
    summary: viewEventCard(event, context).summary,
    url: context.at.absolute(url),
  };
}

type Row = Readonly<Record<string, string | null>>;

const eventColumns = [
  'id',
  'title',
  'date',
  'dateLabel',
  'time',
  'certainty',
  'place',
  'actors',
  'mentioned',
  'articles',
  'sources',
  'disputes',
  'summary',
  'url',
];

const claimColumns = [
  'id',
  'kind',
  'by',
  'as',
  'where',
  'article',
  'source',
  'event',
  'date',
  'dateLabel',
  'about',
  'on',
  'answer',
  'text',
  'withdrawn',
  'exact',
  'url',
];

function listInCsv(columns: readonly string[], records: readonly FileRecord[]): Records {
  return { head: `${columns.join(',')}\r\n`, records, separator: '', tail: '' };
}

/** Prints rows as RFC 4180 has it; a cell that a spreadsheet might take for a formula begins with an apostrophe. */
function printCsv(rows: readonly Row[], columns: readonly string[]): string {
  return stringify([...rows], {
    columns: [...columns],
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { string: breakFormula },
  });
}

/** Blanks and line breaks before a formula do not keep every spreadsheet from reading it. */
function breakFormula(cell: string): string {
  return /^\s+[=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
