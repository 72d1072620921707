import type { Account, Claim, NewsEvent } from './archive.ts';
import { printTimeOfDay } from './dates/timeOfDay.ts';
import type { RulingDraft } from './drafts.ts';
import { parseEventIdPrompt, type EventId } from './ids.ts';
import type { EventMemo } from './memory.ts';
import { mergeAccounts, type ResolvedRuling } from './mergeAccounts.ts';
import { noteAnswers } from './nearAnswers.ts';
import { listBareOfEvent } from './noteBareNames.ts';
import { noteLeadAccount } from './noteLeadAccount.ts';
import { notePictureLetters } from './notePictureLetters.ts';
import { notePoints } from './notePoints.ts';
import type { Registry } from './registry.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/** What decides an event besides its accounts. */
export interface EventFacts {
  readonly ruling: ResolvedRuling | null;
  readonly draft: RulingDraft | undefined;
  /** The claims about it. */
  readonly claims: readonly Claim[];
}

/** What the merging of every event depends on. */
export interface MergeContext {
  readonly zone: string;
  readonly language: string;
  readonly registry: Registry;
  /** True if any actor has names that others only claim: then no text has one without its source. */
  readonly hasClaimedNames: boolean;
}

/** A merged event, undefined if nothing dates it, and what was noted of it. */
export interface MergeResult extends Pick<EventMemo, 'problems' | 'notices' | 'bare'> {
  readonly event: NewsEvent | undefined;
}

/** Merges the accounts of one event, and notes their problems. */
export function mergeEvent(
  id: EventId,
  own: readonly Account[],
  { ruling, draft, claims }: EventFacts,
  { zone, language, registry, hasClaimedNames }: MergeContext,
): MergeResult {
  const problems: Problem[] = [];
  const [first] = own;
  const event = mergeAccounts(own, ruling, claims, zone, (place) => registry.listAround(place));
  if (!event) {
    // The prompt of a skeleton already asks for the date.
    if (parseEventIdPrompt(id) === undefined && first)
      problems.push(createProblem('event-undated', first.at, { id }));
    return { event, problems, notices: [], bare: [] };
  }
  problems.push(
    ...noteRuledTime(event, ruling),
    ...noteDispute(event, ruling),
    ...notePoints(id, event.points),
    ...noteLeadAccount(event, language),
    ...noteAnswers(id, event.points),
  );
  return {
    event,
    problems,
    notices: notePictureLetters(event),
    bare: hasClaimedNames ? listBareOfEvent(event, draft) : [],
  };
}

function noteRuledTime({ when }: NewsEvent, ruling: ResolvedRuling | null): Problem[] {
  if (!ruling?.time || ruling.date || when.time === ruling.time.value) return [];
  const found = printTimeOfDay(ruling.time.value);
  const expected = `a single day as the date, but the date is ${when.date.written}: rule on the \`date\` too`;
  return [createProblem('event-time', ruling.time.at, { found, expected })];
}

function noteDispute(event: NewsEvent, ruling: ResolvedRuling | null): Problem[] {
  const last = event.accounts.at(-1);
  return event.origin.type === 'disputed' && ruling?.reasons.date === undefined && last
    ? [createProblem('date-disputed', last.at, { id: event.id, dates: listDates(event) })]
    : [];
}

/** Maximum number of accounts whose dates a message names. */
const maxDates = 12;

function listDates({ accounts }: NewsEvent): string {
  const dates = accounts
    .slice(0, maxDates)
    .map(({ article, when }) => `${article.id} ${when.date?.written ?? 'by its publication'}`)
    .join(', ');
  const more = accounts.length - maxDates;
  return more > 0 ? `${dates} and ${more} more` : dates;
}
