import { quotationAnchor } from '../page/anchors.ts';
import { type NamedLink, type Teller, type ViewContext, linkEvent } from '../page/context.ts';
import { viewEventDate } from '../cards/eventCard.ts';
import { getArticleUrl } from '../lists/partLinks.ts';
import { describeSpeaker, readQuotation } from '../prose/passages.ts';
import { takeLast, weighWords } from '../lists/longList.ts';
import { viewClaim } from '../cards/pointsView.ts';
import { findSubject, type Statement } from './statements.ts';
import { statementFrame, statementsBytes } from '../lists/budgets.ts';

/** Something that an actor said, with a link to where. */
export interface StatementView {
  /** True for a quotation: the speaker's own words, or our translation of them. */
  readonly exact: boolean;
  /** True if we translated the quotation. */
  readonly isOurs: boolean;
  /** The language (BCP 47) of a quotation that is left in a language other than the site's. */
  readonly language: string | null;
  /** The speaker, on somebody else's page. */
  readonly speaker: string | null;
  readonly text: string;
  /** The point that the claim answers. */
  readonly on: string | null;
  /** The audience or channel: in the quotation's words, or as the claim states it. */
  readonly where: string | null;
  /** True for a claim by the actor in the article's words: its event is what it is about. */
  readonly isParaphrased: boolean;
  readonly event: NamedLink | null;
  readonly date: string | null;
  readonly source: NamedLink;
  readonly url: string;
  readonly withdrawn: string | null;
}

/** Returns a statement for the page of its speaker. */
function viewStatement(statement: Statement, tell: Teller, context: ViewContext): StatementView {
  const { article } = statement;
  const event = findSubject(statement, context.archive);
  const link = event && linkEvent(event.id, context);
  const date = event && viewEventDate(event, context).label;
  const source = tell(article.id);
  if (statement.type === 'claim') {
    const { as, ...claim } = viewClaim(statement.claim, tell, context);
    const { on, says, url, withdrawn } = claim;
    const own = { exact: false, isOurs: false, language: null };
    const said = { ...own, speaker: null, text: says, on, where: as };
    return { ...said, isParaphrased: true, event: link, date, source, url, withdrawn };
  }
  const { quotation } = statement;
  return {
    exact: true,
    ...readQuotation(quotation, context),
    speaker: null,
    // The page adds its own quotation marks.
    text: stripQuotationMarks(quotation.text),
    on: null,
    where: quotation.where,
    isParaphrased: false,
    event: link,
    date,
    source,
    url: getArticleUrl(article.id, quotationAnchor(quotation, context.archive), context),
    withdrawn: null,
  };
}

/** Removes quotation marks if a single pair encloses the whole text. */
function stripQuotationMarks(text: string): string {
  const inner = /^(?:“([^“”]*)”|"([^"]*)"|„([^„“]*)“|«([^«»]*)»)$/u.exec(text);
  // French puts spaces inside its quotation marks.
  return inner?.slice(1).join('').trim() ?? text;
}

/** Returns a statement for the page of somebody whom it names, with its speaker and its answer. */
export function viewNamingStatement(
  statement: Statement,
  tell: Teller,
  context: ViewContext,
): StatementView {
  const view = viewStatement(statement, tell, context);
  const { speaker } = statement.type === 'claim' ? statement.claim : statement.quotation;
  const answer = statement.type === 'claim' ? statement.claim.answer : null;
  return {
    ...view,
    isParaphrased: false,
    speaker:
      speaker.type === 'article'
        ? null
        : describeSpeaker(speaker, statement.article.id, context).name,
    text: answer === null ? view.text : context.pages.statements.answered(answer, view.text),
  };
}

/** Returns the speaker's latest statements that fit on a page, and the bytes they use. */
export function takeStatements(
  statements: readonly Statement[],
  tell: Teller,
  context: ViewContext,
): { readonly shown: readonly StatementView[]; readonly more: number; readonly bytes: number } {
  const weigh = ({ text, on, where }: StatementView) =>
    statementFrame + weighWords([text, on, where]);
  const views = statements.map((statement) => viewStatement(statement, tell, context));
  const { last, more } = takeLast(views, statementsBytes, weigh);
  return { shown: last, more, bytes: last.reduce((sum, view) => sum + weigh(view), 0) };
}
