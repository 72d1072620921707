import { claimAnchor, quotationAnchor } from '../views/page/anchors.ts';
import type { ViewContext } from '../views/page/context.ts';
import { labelWhen } from '../views/cards/eventCard.ts';
import { getArticleUrl } from '../views/lists/partLinks.ts';
import { readQuotation } from '../views/prose/passages.ts';
import { getArticleDependencies } from '../views/dependencies.ts';
import { groupStatements, type Statement } from '../views/actor/statements.ts';
import { listDayEnds } from '../views/dates/dayEnds.ts';
import type { DependencyKey } from '../model/fingerprints.ts';
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
    records: listStatementRuns(context).map(({ period, dependencies, statements }) => ({
      period,
      count: statements.length,
      dependencies,
      render: () =>
        statements.map(({ one }) => printJson(statementToJson(one, context))).join(',\n    '),
    })),
    toFile: (records, _, parts) => listInJson('claims', records, parts),
  };
}

/** Consecutive statements of an article about events of the same year. */
export interface StatementRun {
  readonly period: string;
  readonly dependencies: readonly DependencyKey[];
  /** Each with its position among all statements of the article, from 1. */
  readonly statements: readonly { readonly one: Statement; readonly position: number }[];
}

/**
 * Returns all statements, in the order of the articles. A statement in a lead belongs to the year of the
 * article.
 */
export function listStatementRuns(context: ViewContext): StatementRun[] {
  const { site } = context.archive;
  return groupStatements(context.archive).flatMap(({ article, statements }) => {
    const runs: { period: string; statements: { one: Statement; position: number }[] }[] = [];
    for (const [index, one] of statements.entries()) {
      const period = getPeriod(one.event?.when ?? article.published, site.zone);
      const run = runs.at(-1);
      if (run?.period === period) run.statements.push({ one, position: index + 1 });
      else runs.push({ period, statements: [{ one, position: index + 1 }] });
    }
    const dependencies = getArticleDependencies(article, context);
    // Several runs have the same dependencies but different text.
    return runs.map((run, index) => ({
      ...run,
      dependencies: runs.length === 1 ? dependencies : [...dependencies, `=${index} ${run.period}`],
    }));
  });
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
