import { claimAnchor, quotationAnchor } from '../views/page/anchors.ts';
import type { ViewContext } from '../views/page/context.ts';
import { labelWhen } from '../views/cards/eventCard.ts';
import { getArticleUrl } from '../views/lists/partLinks.ts';
import { readQuotation } from '../views/prose/passages.ts';
import { readsOfArticle } from '../views/reads.ts';
import { groupStatements, type Statement } from '../views/actor/statements.ts';
import { listDayEnds } from './dayEnds.ts';
import { listInJson, printJson, printRecords, type Records } from './records.ts';
import { speakerToJson, subjectToJson } from './speakers.ts';
import type { StatementJson } from './schemas.ts';
import { getWrittenAnswer } from '../model/silence.ts';

/** Returns `/data/claims.json` as text: all claims and quotations, dates in EDTF; what is unsaid is null. */
export function renderClaimsJson(context: ViewContext): string {
  return printRecords(listClaimsJson(context));
}

/** Returns `/data/claims.json` as its entries, one for each article in which something is said. */
export function listClaimsJson(context: ViewContext): Records {
  return listInJson(
    'claims',
    groupStatements(context.archive).map(({ article, statements }) => ({
      reads: readsOfArticle(article, context),
      render: () =>
        statements.map((one) => printJson(statementToJson(one, context))).join(',\n    '),
    })),
  );
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
