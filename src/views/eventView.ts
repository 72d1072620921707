import type { Account, Claim, NewsEvent } from '../model/archive.ts';
import { isAhead } from '../model/mergeAccounts.ts';
import { claimAnchor } from './anchors.ts';
import {
  linkActor,
  linkEvent,
  linkPlace,
  linkSource,
  type NamedLink,
  type ViewContext,
} from './context.ts';
import { boundLabel, dateLabel, exactDatetime, labelDate } from './dateLabel.ts';
import { listSources, listWitnesses, viewEventDate, type DateView } from './eventCard.ts';
import { viewHistory, type HistoryView } from './historyView.ts';
import { describeSpeaker, renderText, type SpeakerView } from './passages.ts';

export interface AccountView {
  readonly anchor: string;
  readonly source: NamedLink;
  readonly article: NamedLink;
  readonly byline: string | null;
  readonly published: string;
  readonly title: string;
  readonly date: DateView;
  readonly words: string | null;
  readonly known: readonly string[];
  readonly record: readonly string[];
  readonly certainty: string;
  readonly html: string;
}

export interface ClaimView {
  /** Null where the article itself says it. */
  readonly speaker: SpeakerView | null;
  readonly source: NamedLink;
  readonly url: string;
  readonly answer: string | null;
  readonly says: string;
  readonly withdrawn: string | null;
}

export interface PointView {
  readonly on: string;
  readonly differ: boolean;
  readonly claims: readonly ClaimView[];
}

export interface EventView {
  readonly history: HistoryView;
  readonly id: string;
  readonly title: string;
  readonly date: DateView;
  readonly dateNote: string;
  readonly timesDiffer: boolean;
  readonly certainty: string;
  readonly place: NamedLink | null;
  readonly differingPlaces: readonly NamedLink[];
  readonly actors: readonly NamedLink[];
  readonly mentioned: readonly NamedLink[];
  readonly accounts: readonly AccountView[];
  readonly points: readonly PointView[];
  readonly ground: string;
  readonly why: string | null;
  readonly unknown: readonly string[];
  readonly partOf: NamedLink | null;
  readonly parts: readonly NamedLink[];
  readonly before: NamedLink | null;
  readonly after: NamedLink | null;
}

/** Gives what the page of one event says. `index` is its place on the timeline. */
export function viewEvent(event: NewsEvent, index: number, context: ViewContext): EventView {
  const { archive } = context;
  const before = archive.events[index - 1];
  const after = archive.events[index + 1];
  return {
    id: event.id,
    title: event.title,
    date: viewEventDate(event, context),
    dateNote: noteDate(event, context),
    timesDiffer: event.timesDiffer,
    certainty: context.certainties[event.certainty].sentence,
    place: event.place && linkPlace(event.place, context),
    differingPlaces: event.place ? [] : event.places.map((id) => linkPlace(id, context)),
    actors: event.actors.map((id) => linkActor(id, context)),
    mentioned: event.mentioned.map((id) => linkActor(id, context)),
    accounts: event.accounts.map((account) => viewAccount(account, context)),
    points: event.points.map(({ on, differ, claims }) => ({
      on,
      differ,
      claims: claims.map((claim) => viewClaim(claim, context)),
    })),
    ground: noteGround(event),
    why: event.ruling?.why ?? null,
    unknown: event.ruling?.unknown ?? [],
    history: viewHistory(event.ruling, context),
    partOf: event.partOf && linkEvent(event.partOf, context),
    parts: event.parts.map((id) => linkEvent(id, context)),
    before: before ? linkEvent(before.id, context) : null,
    after: after ? linkEvent(after.id, context) : null,
  };
}

/** Gives one account as an event's or an article's page shows it. */
export function viewAccount(account: Account, context: ViewContext): AccountView {
  const { article } = account;
  return {
    anchor: article.id,
    source: linkSource(article.source, context),
    article: { id: article.id, name: article.title, url: context.at.article(article.id) },
    byline: article.by,
    published: labelDate(article.published, context.dates),
    title: account.title,
    date: viewAccountDate(account, context),
    words: account.words,
    known: noteBasis(account, context),
    record: account.record,
    certainty: context.certainties[account.certainty].sentence,
    html: renderText(account.text, context, account.event, 1),
  };
}

/** Gives a claim as a table of points shows it, with where it was said. */
export function viewClaim(claim: Claim, context: ViewContext): ClaimView {
  const article = context.archive.articleById.get(claim.article);
  const source = linkSource(article?.source ?? '', context);
  return {
    speaker:
      claim.speaker.type === 'article'
        ? null
        : describeSpeaker(claim.speaker, claim.article, context),
    source,
    url: `${context.at.article(claim.article)}#${claimAnchor(claim)}`,
    answer: claim.answer,
    says: claim.says,
    withdrawn: claim.withdrawn && labelDate(claim.withdrawn, context.dates),
  };
}

function viewAccountDate(account: Account, context: ViewContext): DateView {
  const { archive, dates } = context;
  if (!account.when.date)
    return {
      label: boundLabel(account.article.published, isAhead(account.certainty), dates),
      datetime: null,
    };
  const place =
    account.place === null ? null : (archive.placeById.get(account.place)?.name ?? null);
  return {
    label: dateLabel(account.when, archive.site.zone, dates, place),
    datetime: exactDatetime(account.when),
  };
}

function noteBasis({ basis, when, why, article }: Account, { dates }: ViewContext): string[] {
  const notes = {
    stated: when.date ? ['The article states this date.'] : [],
    reckoned: [
      `Reckoned from the article’s words and its publication, ${labelDate(article.published, dates)}.`,
    ],
    record: ['Dated from the public record.'],
    estimate: ['An editor’s estimate.'],
  }[basis];
  return why ? [...notes, why] : notes;
}

function noteDate(event: NewsEvent, context: ViewContext): string {
  const sources = (ids: readonly string[]) =>
    listed([
      ...new Set(
        ids.map(
          (id) => linkSource(context.archive.articleById.get(id)?.source ?? '', context).name,
        ),
      ),
    ]);
  switch (event.origin.type) {
    case 'ruling':
      return 'An editor’s ruling; each account’s own date stands below.';
    case 'disputed':
      return 'The accounts give dates that cannot all be right; each stands below.';
    case 'accounts':
      if (event.accounts.length === 1)
        return `As ${sources(event.origin.articles)} gives it, in the only account.`;
      return event.origin.articles.length === event.accounts.length
        ? 'As all accounts have it together.'
        : `As ${sources(event.origin.articles)} gives it: the narrowest date that all accounts allow.`;
  }
}

function noteGround(event: NewsEvent): string {
  const articles = event.accounts.length;
  const sources = listSources(event).length;
  const witnesses = listWitnesses(event).length;
  if (witnesses === 1 && sources > 1)
    return `One independent source: the other articles draw on it.`;
  if (sources === 1)
    return articles === 1
      ? 'One source only: a single article.'
      : `One source only, in ${articles} articles.`;
  return witnesses === sources
    ? `${articles} articles of ${sources} sources.`
    : `${articles} articles of ${sources} sources, ${witnesses} of them independent.`;
}

function listed(names: readonly string[]): string {
  return names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
