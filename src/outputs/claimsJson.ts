import { claimAnchor, quotationAnchor } from '../views/page/anchors.ts';
import type { ViewContext } from '../views/page/context.ts';
import { labelWhen } from '../views/cards/eventCard.ts';
import { getArticleUrl } from '../views/lists/partLinks.ts';
import { readQuotation } from '../views/prose/passages.ts';
import type { Archive, Article } from '../model/archive.ts';
import { listStatementsIn, type Statement } from '../views/actor/statements.ts';
import { listDayEnds } from '../views/dates/dayEnds.ts';
import { getPeriod } from '../views/dates/yearParts.ts';
import { listInJson, printJson, printRecords, toWhole, type DatedList } from './records.ts';
import { speakerToJson, subjectToJson } from './speakers.ts';
import type { StatementJson } from './schemas.ts';
import { getWrittenAnswer } from '../model/silence.ts';

/**
 * Returns `/data/claims.json` as text: all claims and quotations, with dates in EDTF. Missing values are
 * null.
 */
export function renderClaimsJson(context: ViewContext): string {
  return printRecords(toWhole(listClaimsJson(context)));
}

/**
 * Returns the entries of `/data/claims.json`, each for consecutive statements of one article about events of
 * one year.
 */
export function listClaimsJson(context: ViewContext): DatedList {
  return {
    records: listStatementRuns(context).map(({ id, period, count, list }) => ({
      id,
      period,
      count,
      render: () =>
        list()
          .map(({ one }) => printJson(statementToJson(one, context)))
          .join(',\n    '),
    })),
    toFile: (records, _, parts) => listInJson('claims', records, parts),
  };
}

/** Consecutive statements of an article about events of the same year. */
export interface StatementRun {
  /** Its article and number, unique among all. */
  readonly id: string;
  readonly period: string;
  readonly count: number;
  /** Returns its statements, each with its position among all statements of the article, from 1. */
  readonly list: () => readonly Positioned[];
}

interface Positioned {
  readonly one: Statement;
  readonly position: number;
}

/**
 * Returns all statements, in the order of the articles. A statement in a lead belongs to the year of the
 * article.
 */
export function listStatementRuns(context: ViewContext): StatementRun[] {
  const { archive } = context;
  return archive.articles.flatMap((article) =>
    splitStatements(article, archive).map(({ period, statements }, index) => ({
      id: `${article.id} ${index}`,
      period,
      count: statements.length,
      // Asked again, so that whoever prints them reads the article.
      list: () => splitStatements(article, archive)[index]?.statements ?? [],
    })),
  );
}

function splitStatements(
  article: Article,
  archive: Archive,
): { readonly period: string; readonly statements: readonly Positioned[] }[] {
  const runs: { period: string; statements: Positioned[] }[] = [];
  for (const [index, one] of listStatementsIn(article, archive).entries()) {
    const period = getPeriod(one.event?.when ?? article.published, archive.site.zone);
    const run = runs.at(-1);
    if (run?.period === period) run.statements.push({ one, position: index + 1 });
    else runs.push({ period, statements: [{ one, position: index + 1 }] });
  }
  return runs;
}

/** Returns one claim or quotation in the form it has in the data. */
export function statementToJson(statement: Statement, context: ViewContext): StatementJson {
  const { article, event, when } = statement;
  const { speaker } = statement.type === 'claim' ? statement.claim : statement.quotation;
  const claim = statement.type === 'claim' ? statement.claim : null;
  const id =
    statement.type === 'claim'
      ? claimAnchor(statement.claim, context.archive)
      : quotationAnchor(statement.quotation, context.archive);
  return {
    id,
    url: getArticleUrl(article.id, id, context),
    kind: statement.type,
    exact: statement.type === 'quotation' && !readQuotation(statement.quotation, context).isOurs,
    ...speakerToJson(speaker),
    where: statement.type === 'quotation' ? statement.quotation.where : null,
    article: article.id,
    source: article.source,
    event: event?.id ?? null,
    date: when?.date?.written ?? null,
    dateLabel: when && labelWhen(when, context),
    ...listDayEnds(when ?? null, context.archive.site.zone),
    about: claim && subjectToJson(claim.about),
    on: claim?.on ?? null,
    answer: claim ? getWrittenAnswer(claim) : null,
    text: statement.type === 'claim' ? statement.claim.says : statement.quotation.text,
    withdrawn: claim?.withdrawn?.written ?? null,
  };
}
