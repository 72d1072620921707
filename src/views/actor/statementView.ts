import { quotationAnchor } from '../page/anchors.ts';
import { type NamedLink, type Teller, type ViewContext, linkEvent } from '../page/context.ts';
import { viewEventDate } from '../cards/eventCard.ts';
import { getArticleUrl } from '../lists/partLinks.ts';
import { describeSpeaker, readQuotation } from '../prose/passages.ts';
import { takeLast, weighWords } from '../lists/longList.ts';
import { viewClaim } from '../cards/pointsView.ts';
import { findSubject, type Statement } from './statements.ts';
import { statementFrame, statementsBytes } from '../lists/budgets.ts';

/** Something that an actor said, where it was said. */
export interface StatementView {
  /** True for a quotation: the words are the speaker's own, or our translation of them. */
  readonly exact: boolean;
  /** True where the words of a quotation are our translation. */
  readonly isOurs: boolean;
  /** The language (BCP 47) of a quotation that was left in another than the site's. */
  readonly language: string | null;
  /** Who says it, on the page of somebody else. */
  readonly speaker: string | null;
  readonly text: string;
  /** The point that a claim speaks to. */
  readonly on: string | null;
  /** To whom or by what way: a quotation's own words for it, or a claim's for its channel. */
  readonly where: string | null;
  readonly event: NamedLink | null;
  readonly date: string | null;
  readonly source: NamedLink;
  readonly url: string;
  readonly withdrawn: string | null;
}

/** Returns a statement as the pages of whoever made it list it. */
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
    return { ...said, event: link, date, source, url, withdrawn };
  }
  const { quotation } = statement;
  return {
    exact: true,
    ...readQuotation(quotation, context),
    speaker: null,
    // The page sets quotation marks of its own.
    text: stripQuotationMarks(quotation.text),
    on: null,
    where: quotation.where,
    event: link,
    date,
    source,
    url: getArticleUrl(article.id, quotationAnchor(quotation, context.archive), context),
    withdrawn: null,
  };
}

/** Takes the marks off words that one pair of them encloses whole, and leaves any others. */
function stripQuotationMarks(text: string): string {
  const inner = /^(?:“([^“”]*)”|"([^"]*)"|„([^„“]*)“|«([^«»]*)»)$/u.exec(text);
  // French sets spaces inside its marks.
  return inner?.slice(1).join('').trim() ?? text;
}

/** Returns a statement as the page of somebody whom it names lists it: with who says it, and its answer. */
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
    speaker:
      speaker.type === 'article'
        ? null
        : describeSpeaker(speaker, statement.article.id, context).name,
    text: answer === null ? view.text : context.pages.statements.answered(answer, view.text),
  };
}

/** Returns the last of somebody's statements, as many as a page has room for, and how much of that they take. */
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
