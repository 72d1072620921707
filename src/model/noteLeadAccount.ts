import type { ElementContent } from 'hast';
import type { Account, LinkedText, NewsEvent } from './archive.ts';
import { isDone } from './mergeAccounts.ts';
import { listStanding } from './standing.ts';
import { splitSentences } from './sentences.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/**
 * Returns notices on an event's lead account: it needs a title if another account denies the event, and more
 * than one sentence if another tells it more fully. `language` is the site's (BCP 47).
 */
export function noteLeadAccount(event: NewsEvent, language: string): Problem[] {
  const { id, accounts, certainty, summary, titleBy } = event;
  const standing = listStanding(accounts);
  const leadAccount = accounts.find(({ article }) => article.id === event.lead);
  if (!leadAccount) return [];
  const problems: Problem[] = [];
  if (titleBy !== null) {
    const list = (isOwn: (certainty: Account['certainty']) => boolean) =>
      standing.filter((one) => isOwn(one.certainty)).map(({ article }) => article.id);
    const facts = { id, done: list(isDone), denied: list((one) => one === 'denied') };
    problems.push(createProblem('title-disputed', leadAccount.at, facts));
  }
  const fuller = standing.filter((one) => one !== leadAccount && !isShort(one.text, language));
  // In a dispute, each side has its own sentence.
  const isAlone = summary === null && certainty !== 'disputed' && fuller.length > 0;
  if (isAlone && isShort(leadAccount.text, language)) {
    const others = fuller.map(({ article }) => article.id);
    problems.push(createProblem('lead-short', leadAccount.at, { id, others }));
  }
  return problems;
}

/** Returns whether a text is at most one sentence, without quotations and claims. */
function isShort({ passages }: LinkedText, language: string): boolean {
  if (passages.some(({ type }) => type !== 'prose')) return false;
  const prose = passages.flatMap((passage) => (passage.type === 'prose' ? passage.nodes : []));
  const paragraphs = prose.map(toWords).filter((words) => words.trim() !== '');
  return paragraphs.length < 2 && splitSentences(paragraphs[0] ?? '', language).length < 2;
}

/** Returns the plain text of a node. */
export function toWords(node: ElementContent): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
  return node.type === 'element' ? node.children.map(toWords).join('') : '';
}
