import type { Account, NewsEvent } from '../../model/archive.ts';
import type { Certainty } from '../../model/drafts.ts';
import { isAhead, isDone, mergeCertainties } from '../../model/mergeAccounts.ts';
import { isDayKnown } from '../../model/publication.ts';
import { listStanding } from '../../model/standing.ts';
import { splitSentences } from '../../model/sentences.ts';
import { labelDate } from '../dates/dateLabel.ts';
import { linkSource, nameAccount, type NamedLink, type ViewContext } from '../page/context.ts';
import { findSentenceNaming, proseToText } from '../page/proseText.ts';
import { getVerdict } from './marks.ts';
import { maxTellers, sideLength, summaryLength } from '../lists/budgets.ts';

// Attributes a sentence that is printed apart from its account. If several sources tell the event, the
// sentence names its source; a disputed event always has a sentence from each side.

/** Sources that agree on whether a disputed event happened. */
interface Side {
  /** Their verdict: “reported”, “denied”. */
  readonly certainty: string;
  /** The sentence is the first source's. */
  readonly sources: readonly NamedLink[];
  readonly sentence: string;
}

/** What may be printed about an event apart from its accounts. */
export interface Telling {
  /** The sentences of an editor, of one source, or of both sides with a name each. */
  readonly summary: string;
  /** The ruling's own sentence. */
  readonly own: string | null;
  readonly sides: readonly Side[];
  readonly plans: string | null;
}

/** Most certain first; accounts that only announce the event come last. */
const order: readonly Certainty[] = [
  'confirmed',
  'reported',
  'purported',
  'denied',
  'due',
  'announced',
  'planned',
  'threatened',
];

/** Returns the sentences about an event that can stand alone, with their sources. */
export function viewTelling(event: NewsEvent, context: ViewContext): Telling {
  const { telling } = context.pages;
  const plans = sayPlans(event, context);
  if (event.certainty === 'disputed') {
    const sides = listSides(event, context);
    const said = sides.map(({ certainty, sources, sentence }) =>
      telling.side(
        sources.map(({ name }) => name),
        certainty,
        sentence,
      ),
    );
    return {
      summary: [event.summary, ...said, plans].filter((text) => text !== null).join(' '),
      own: event.summary,
      sides,
      plans,
    };
  }
  const lead = event.accounts.find(({ article }) => article.id === event.lead);
  const sentence = lead ? sayAlone(lead, summaryLength, context) : '';
  return {
    summary: event.summary ?? attribute(lead, sentence, event, context),
    own: event.summary,
    sides: [],
    plans,
  };
}

/** Returns an event's lead account and its first sentence. */
export function viewLead(
  event: NewsEvent,
  { archive }: ViewContext,
): { readonly sentence: string; readonly account: Account } | null {
  const account = event.accounts.find(({ article }) => article.id === event.lead);
  if (!account) return null;
  return { sentence: firstSentences(proseToText(account.text), 1, archive.site.language), account };
}

/**
 * Returns the sentence in which an account first names the subject of one of our URLs (`actor:ID`,
 * `place:ID`), with its source if several tell the event. Only the lead account can say it below its own
 * heading; below an editor's, any account of its stance. Returns null if none names it, or if the event is
 * disputed.
 */
export function sayNaming(event: NewsEvent, url: string, context: ViewContext): string | null {
  if (event.certainty === 'disputed') return null;
  const { language } = context.archive.site;
  const lead = event.accounts.find(({ article }) => article.id === event.lead);
  const alike = listStanding(event.accounts).filter(
    ({ certainty }) =>
      lead && event.title !== lead.title && getStance(certainty) === getStance(lead.certainty),
  );
  for (const account of new Set([...(lead ? [lead] : []), ...alike])) {
    const sentence = findSentenceNaming(account.text, url, language);
    if (sentence !== null) return attribute(account, sentence, event, context);
  }
  return null;
}

/** Returns a sentence on how certain an event is: by its accounts, or by an editor who overrules them. */
export function sayCertainty(event: NewsEvent, { certainties, pages }: ViewContext): string {
  const standing = listStanding(event.accounts);
  const { name, sentence } = certainties[getVerdict(event)];
  return mergeCertainties(standing.map(({ certainty }) => certainty)) === event.certainty
    ? sentence
    : pages.telling.ruled(name);
}

/** Returns whether all accounts are equally certain, so that there is nothing to compare. */
export function isOneCertainty({ accounts }: NewsEvent): boolean {
  return new Set(accounts.map(({ certainty }) => certainty)).size === 1;
}

/**
 * Returns who says how certain an event is, and who announced it: “Confirmed by City Ledger; reported by
 * Pilot.” Null if only one source tells it.
 */
export function sayWho(event: NewsEvent, context: ViewContext): string | null {
  const holders = sayHolders(event, context);
  const plans = sayPlans(event, context);
  return holders === null || plans === null ? holders : `${holders} ${plans}`;
}

/** Returns who says how certain an event is, without who only announced it. Null if only one source tells it. */
export function sayHolders(event: NewsEvent, context: ViewContext): string | null {
  if (event.accounts.length < 2 || countSources(event) < 2) return null;
  const told = listTelling(event);
  const groups = order.flatMap((certainty) => {
    const names = nameAll(
      told.filter((account) => account.certainty === certainty),
      event,
      context,
    );
    const named = names.slice(0, names.length > maxTellers + 1 ? maxTellers : names.length);
    const verdict = getVerdict({ certainty, kind: event.kind });
    return names.length > 0
      ? [{ certainty: verdict, names: named, more: names.length - named.length }]
      : [];
  });
  return context.pages.telling.who(groups);
}

/** Returns whole sentences from the start of a text: at least one, at most about `length` characters. */
export function firstSentences(text: string, length: number, language: string): string {
  const [paragraph = ''] = text.split('\n\n');
  const sentences = splitSentences(paragraph, language).map(({ text: words }) => words);
  let taken = '';
  for (const sentence of sentences) {
    if (taken !== '' && taken.length + sentence.trimEnd().length > length) break;
    taken += sentence;
  }
  return taken.trim();
}

function sayAlone({ text }: Account, length: number, { archive }: ViewContext): string {
  return firstSentences(proseToText(text), length, archive.site.language);
}

function attribute(
  account: Account | undefined,
  sentence: string,
  event: NewsEvent,
  context: ViewContext,
): string {
  if (!account || sentence === '') return sentence;
  // A claimed name always appears with those who claim it.
  const isOneSource = countSources(event) < 2 && account.text.namedAs.length === 0;
  return isOneSource
    ? sentence
    : context.pages.telling.said(nameAccount(account, event.accounts, context), sentence);
}

function countSources({ accounts }: NewsEvent): number {
  return new Set(accounts.map(({ article }) => article.source)).size;
}

/** Once an event has happened or is denied, accounts that announced it describe another time. */
function listTelling({ accounts }: NewsEvent): readonly Account[] {
  const standing = listStanding(accounts);
  const past = standing.filter(({ certainty }) => !isAhead(certainty));
  return past.length > 0 ? past : standing;
}

function getStance(certainty: Certainty): 'done' | 'denied' | 'ahead' {
  return isDone(certainty) ? 'done' : certainty === 'denied' ? 'denied' : 'ahead';
}

function listSides(event: NewsEvent, context: ViewContext): Side[] {
  return order.flatMap((certainty) => {
    if (isAhead(certainty)) return [];
    const own = listStanding(event.accounts).filter((account) => account.certainty === certainty);
    const [first] = own;
    if (!first) return [];
    const names = nameAll(own, event, context);
    return [
      {
        certainty: sayStance(certainty, own, event, context),
        sources: names.map((name) => linkNamed(name, own, event, context)),
        sentence: sayAlone(first, sideLength, context),
      },
    ];
  });
}

/** A denial from before an event denies the plan: its author couldn't know what happened later. */
function sayStance(
  certainty: Certainty,
  own: readonly Account[],
  { when }: NewsEvent,
  { certainties, dates, pages }: ViewContext,
): string {
  const happened = when.spans[0]?.from ?? -Infinity;
  const [first] = own;
  const isBefore = own.every(
    ({ article }) => isDayKnown(article) && article.publication.to <= happened,
  );
  return certainty === 'denied' && first && isBefore
    ? pages.telling.deniedBefore(labelDate(first.article.published, dates))
    : certainties[certainty].name;
}

function linkNamed(
  name: string,
  accounts: readonly Account[],
  event: NewsEvent,
  context: ViewContext,
): NamedLink {
  const account = accounts.find((one) => nameAccount(one, event.accounts, context) === name);
  return { ...linkSource(account?.article.source ?? '', context), name };
}

function nameAll(
  accounts: readonly Account[],
  event: NewsEvent,
  context: ViewContext,
): readonly string[] {
  return [...new Set(accounts.map((account) => nameAccount(account, event.accounts, context)))];
}

/**
 * Returns who announced an event that others say happened or deny. They aren't a side of the dispute, but
 * they aren't left out either.
 */
function sayPlans(event: NewsEvent, context: ViewContext): string | null {
  const { certainties, pages } = context;
  const standing = listStanding(event.accounts);
  const past = standing.filter(({ certainty }) => !isAhead(certainty));
  const plans = standing.filter(({ certainty }) => isAhead(certainty));
  if (past.length === 0 || plans.length === 0) return null;
  const first = Math.min(
    ...past.map(({ article }) => (isDayKnown(article) ? article.publication.from : -Infinity)),
  );
  const isEarlier = plans.every(
    ({ article }) => isDayKnown(article) && article.publication.from < first,
  );
  const said = plans.map((account) =>
    pages.telling.plan(
      nameAccount(account, event.accounts, context),
      certainties[account.certainty].name,
    ),
  );
  return pages.telling[isEarlier ? 'before' : 'ahead'](said);
}
