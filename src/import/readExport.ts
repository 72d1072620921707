import type { Known } from '../draft/known.ts';
import { textToMarkdown } from './markdown.ts';
import type { ClaimFacts, Entry, Fault, QuotationFacts, Reading } from './entries.ts';
import type { Row, Table } from './table.ts';

// Converts a built site's own tables, `data/events.csv` and `data/claims.csv`, back into digests.

/** Returns whether a table is a site's exported list of events. */
export function isEventsExport({ columns }: Table): boolean {
  return ['id', 'dateLabel', 'certainty', 'articles', 'sources'].every((name) =>
    columns.includes(name),
  );
}

/** Returns whether a table is a site's exported list of claims. */
export function isClaimsExport({ columns }: Table): boolean {
  return ['id', 'kind', 'article', 'event', 'on', 'answer'].every((name) => columns.includes(name));
}

/**
 * Returns an account of each event in each article that tells it, with the article's source and statements
 * from the table of claims.
 */
export function readExport(events: Table, claims: Table | null, known: Known): Reading {
  const faults: Fault[] = [];
  const left: string[] = [];
  const statements = claims?.rows ?? [];
  const sources = new Map(statements.map((row) => [get(row, 'article'), get(row, 'source')]));
  const entries = events.rows.flatMap((row) => {
    const articles = list(row, 'articles');
    if (articles.length === 0)
      faults.push({
        where: row.where,
        column: 'articles',
        message: 'Expected the id of an article.',
      });
    const own = list(row, 'sources');
    return articles.map((article, at) => {
      const here = statements.filter(
        (said) => get(said, 'article') === article && get(said, 'event') === get(row, 'id'),
      );
      // Sources are listed once each, in the order of the articles.
      const inOrder = own.length === articles.length ? own[at] : undefined;
      const source = sources.get(article) ?? (own.length === 1 ? own[0] : inOrder) ?? null;
      return readAccount(row, here, { article, source, known });
    });
  });
  const lead = statements.filter((row) => get(row, 'event') === '');
  left.push(...lead.map(({ where }) => `${where}: a claim outside an event is not imported.`));
  return { entries, faults, left, unknown: [], site: null };
}

/** Returns an article's account of an event, as far as the tables have it. */
function readAccount(
  row: Row,
  statements: readonly Row[],
  of: { readonly article: string; readonly source: string | null; readonly known: Known },
): Entry {
  // Statements have the date of their own account.
  const date = statements.map((said) => get(said, 'date')).find((own) => own !== '');
  const isOwn = date !== undefined && date !== get(row, 'date');
  return {
    where: row.where,
    digest: {
      key: of.article,
      id: of.article,
      title: null,
      source: of.source,
      published: null,
      url: null,
    },
    id: get(row, 'id'),
    title: get(row, 'title'),
    date: date ?? (get(row, 'date') || null),
    time: isOwn ? null : get(row, 'time') || null,
    when: null,
    basis: 'stated',
    certainty: get(row, 'certainty') || null,
    actors: list(row, 'actors'),
    place: get(row, 'place') || null,
    partOf: null,
    text: textToMarkdown(stripSource(get(row, 'summary'), of.known)),
    statements: statements.map((said) =>
      get(said, 'kind') === 'claim' ? toClaim(said) : toQuotation(said),
    ),
  };
}

/** An exported sentence starts with the name of its source if several sources tell the event. */
function stripSource(summary: string, known: Known): string {
  const source = known.sources.find(({ name }) => summary.startsWith(`${name}: `));
  return source ? summary.slice(source.name.length + 2) : summary;
}

function toClaim(row: Row): ClaimFacts {
  const about = get(row, 'about');
  return {
    type: 'claim',
    says: get(row, 'text'),
    on: get(row, 'on') || null,
    answer: get(row, 'answer') || null,
    by: get(row, 'by') || null,
    as: get(row, 'as') || null,
    about: about === '' || about === get(row, 'event') ? null : about,
    withdrawn: get(row, 'withdrawn') || null,
  };
}

function toQuotation(row: Row): QuotationFacts {
  return {
    type: 'quotation',
    text: get(row, 'text'),
    by: get(row, 'by') || null,
    as: get(row, 'as') || null,
    where: get(row, 'where') || null,
  };
}

/** Returns a cell without the apostrophe that keeps spreadsheets from evaluating a formula. */
function get({ cells }: Row, column: string): string {
  return (cells.get(column.toLowerCase()) ?? '').replace(/^'(?=\s*[=+\-@＝＋－＠])/, '');
}

function list(row: Row, column: string): string[] {
  return get(row, column)
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
