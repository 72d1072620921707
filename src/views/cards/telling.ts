import type { Account, NewsEvent } from '../../model/archive.ts';
import type { Certainty } from '../../model/drafts.ts';
import { isAhead, isDone, mergeCertainties } from '../../model/mergeAccounts.ts';
import { isDayKnown } from '../../model/publication.ts';
import { listStanding } from '../../model/standing.ts';
import { splitSentences } from '../../model/sentences.ts';
import { labelDate } from '../dates/dateLabel.ts';
import { linkSource, nameAccount, type NamedLink, type ViewContext } from '../page/context.ts';
import { findSentenceNaming, proseToText } from '../page/proseText.ts';
import { maxTellers, sideLength, summaryLength } from '../lists/budgets.ts';

// Whose words a sentence is that stands apart from its account. Where several sources tell an event it is
// printed with its source's name, and a disputed event has no sentence without the other side's.

/** Those who say the same of whether a disputed event happened. */
interface Side {
  /** What they say: “reported”, “denied”. */
  readonly certainty: string;
  /** The first is the one whose sentence it is. */
  readonly sources: readonly NamedLink[];
  readonly sentence: string;
}

/** What may be printed of an event apart from its accounts. */
export interface Telling {
  /** One text: an editor's or one source's sentences, or those of both sides, each with a name. */
  readonly summary: string;
  /** The sentence of the ruling. */
  readonly own: string | null;
  readonly sides: readonly Side[];
  readonly plans: string | null;
}

/** From the surest on; those that have an event ahead come last. */
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

/** Returns the sentences about an event that may stand alone, and whose they are. */
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

/** Returns the first sentence of the account that speaks for an event, and that account. */
export function viewLead(
  event: NewsEvent,
  { archive }: ViewContext,
): { readonly sentence: string; readonly account: Account } | null {
  const account = event.accounts.find(({ article }) => article.id === event.lead);
  if (!account) return null;
  return { sentence: firstSentences(proseToText(account.text), 1, archive.site.language), account };
}

/**
 * Returns the sentence in which an account first names what one of our URLs (`actor:ID`, `place:ID`) is of,
 * with its source's name where several tell the event; null where none does, or where it is disputed.
 */
export function sayNaming(event: NewsEvent, url: string, context: ViewContext): string | null {
  if (event.certainty === 'disputed') return null;
  const { language } = context.archive.site;
  const lead = event.accounts.find(({ article }) => article.id === event.lead);
  const alike = listStanding(event.accounts).filter(
    ({ certainty }) => lead && getStance(certainty) === getStance(lead.certainty),
  );
  for (const account of new Set([...(lead ? [lead] : []), ...alike])) {
    const sentence = findSentenceNaming(account.text, url, language);
    if (sentence !== null) return attribute(account, sentence, event, context);
  }
  return null;
}

/** Returns how sure an event is, in a sentence: by its accounts, or by an editor where they would leave it otherwise. */
export function sayCertainty(event: NewsEvent, { certainties, pages }: ViewContext): string {
  const standing = listStanding(event.accounts);
  const { name, sentence } = certainties[event.certainty];
  return mergeCertainties(standing.map(({ certainty }) => certainty)) === event.certainty
    ? sentence
    : pages.telling.ruled(name);
}

/** Says whether all accounts are equally sure, so that nothing is left to be said of who is how sure. */
export function isOneCertainty({ accounts }: NewsEvent): boolean {
  return new Set(accounts.map(({ certainty }) => certainty)).size === 1;
}

/**
 * Returns who says how surely that an event happened: “Confirmed by Rudaw; reported by VOA.” Null where only
 * one source tells it.
 */
export function sayWho(event: NewsEvent, context: ViewContext): string | null {
  const { pages } = context;
  if (event.accounts.length < 2 || countSources(event) < 2) return null;
  const told = listTelling(event);
  const groups = order.flatMap((certainty) => {
    const names = nameAll(
      told.filter((account) => account.certainty === certainty),
      event,
      context,
    );
    const named = names.slice(0, names.length > maxTellers + 1 ? maxTellers : names.length);
    return names.length > 0 ? [{ certainty, names: named, more: names.length - named.length }] : [];
  });
  const plans = sayPlans(event, context);
  return [pages.telling.who(groups), ...(plans === null ? [] : [plans])].join(' ');
}

/** Returns whole sentences from the start of a text, at least one, of about `length` characters at most. */
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
  // A name that is only claimed never stands without those who claim it.
  const isOneSource = countSources(event) < 2 && account.text.namedAs.length === 0;
  return isOneSource
    ? sentence
    : context.pages.telling.said(nameAccount(account, event.accounts, context), sentence);
}

function countSources({ accounts }: NewsEvent): number {
  return new Set(accounts.map(({ article }) => article.source)).size;
}

/** Of an event that is done or denied, those that have it ahead tell of another time. */
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

/** A denial from before an event denies what was to be: it could not know what others have done since. */
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

/** Who had ahead what others have done or deny: no side of a dispute, but not kept back either. */
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
