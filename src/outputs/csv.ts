import { stringify } from 'csv-stringify/sync';
import type { NewsEvent } from '../model/archive.ts';
import type { ViewContext } from '../views/context.ts';
import { listSources, viewEventCard } from '../views/eventCard.ts';
import { listStatements } from '../views/statements.ts';
import { statementToJson } from './claimsJson.ts';
import { eventToFacts } from './eventsJson.ts';

/** Gives `/data/events.csv` as text: one line for each event, in the order of the timeline. */
export function renderEventsCsv(context: ViewContext): string {
  return printCsv(context.archive.events.map((event) => eventToRow(event, context)));
}

/** Gives `/data/claims.csv` as text: one line for each claim and quotation, as `claims.json` has them. */
export function renderClaimsCsv(context: ViewContext): string {
  const rows = listStatements(context.archive).map((statement) => {
    const { url, exact, ...row } = statementToJson(statement, context);
    return { ...row, exact: String(exact), url: context.at.absolute(url) };
  });
  return printCsv(rows);
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

/** Prints rows as RFC 4180 has it; a cell that a spreadsheet might take for a formula begins with an apostrophe. */
function printCsv(rows: readonly Row[]): string {
  return stringify([...rows], {
    header: true,
    columns: Object.keys(rows[0] ?? {}),
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { string: breakFormula },
  });
}

/** Blanks and line breaks before a formula do not keep every spreadsheet from reading it. */
function breakFormula(cell: string): string {
  return /^\s+[=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
