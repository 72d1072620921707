import { claimAnchor, quotationAnchor } from '../views/page/anchors.ts';
import type { ViewContext } from '../views/page/context.ts';
import { labelWhen } from '../views/cards/eventCard.ts';
import { getArticleUrl } from '../views/lists/partLinks.ts';
import { readQuotation } from '../views/prose/passages.ts';
import { readsOfArticle } from '../views/reads.ts';
import { groupStatements, type Statement } from '../views/actor/statements.ts';
import { listDayEnds } from '../views/dates/dayEnds.ts';
import type { Cell } from '../model/prints.ts';
import { getPeriod } from '../views/dates/yearParts.ts';
import { listInJson, printJson, printRecords, toWhole, type DatedList } from './records.ts';
import { speakerToJson, subjectToJson } from './speakers.ts';
import type { StatementJson } from './schemas.ts';
import { getWrittenAnswer } from '../model/silence.ts';

/** Returns `/data/claims.json` as text: all claims and quotations, dates in EDTF; what is unsaid is null. */
export function renderClaimsJson(context: ViewContext): string {
  return printRecords(toWhole(listClaimsJson(context)));
}

/** Returns `/data/claims.json` as its entries, one for what an article says of events of one year after another. */
export function listClaimsJson(context: ViewContext): DatedList {
  return {
    records: listStatementRuns(context).map(({ period, reads, statements }) => ({
      period,
      count: statements.length,
      reads,
      render: () =>
        statements.map(({ one }) => printJson(statementToJson(one, context))).join(',\n    '),
    })),
    toFile: (records, _, parts) => listInJson('claims', records, parts),
  };
}

/** What an article says, one after the other, of events of the same year. */
export interface StatementRun {
  readonly period: string;
  readonly reads: readonly Cell[];
  /** Each with its place among all that the article says, from 1. */
  readonly statements: readonly { readonly one: Statement; readonly position: number }[];
}

/** Returns all that is said, in the order of the articles. What is said in a lead is of the article's own year. */
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
    const reads = readsOfArticle(article, context);
    // Several are made from the same, and each is another.
    return runs.map((run, index) => ({
      ...run,
      reads: runs.length === 1 ? reads : [...reads, `=${index} ${run.period}`],
    }));
  });
}

/** Returns one claim or quotation as the data have it. */
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
