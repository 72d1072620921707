import type {
  Account,
  Claim,
  NewsEvent,
  Point,
  Quotation,
  RetractedEvent,
} from '../model/archive.ts';
import { titleEvent, type ViewContext } from '../views/page/context.ts';
import { labelDate, labelTimeOfDay } from '../views/dates/dateLabel.ts';
import { viewEventDate } from '../views/cards/eventCard.ts';
import { renderText } from '../views/prose/passages.ts';
import { proseToText } from '../views/page/proseText.ts';
import { listDayEnds } from '../views/dates/dayEnds.ts';
import { getPeriod } from '../views/dates/yearParts.ts';
import { listInJson, printJson, printRecords, toWhole, type DatedList } from './records.ts';
import { speakerToJson, subjectToJson } from './speakers.ts';
import type {
  AccountJson,
  ClaimJson,
  DisputeJson,
  EventJson,
  QuotationJson,
  RetractedJson,
} from './schemas.ts';
import { getWrittenAnswer } from '../model/silence.ts';

/**
 * Returns `/data/events.json` as text: all events in timeline order, with dates in EDTF. Missing values are
 * null.
 */
export function renderEventsJson(context: ViewContext): string {
  return printRecords(toWhole(listEventsJson(context)));
}

/** Returns the entries of `/data/events.json`, one per event. */
export function listEventsJson(context: ViewContext): DatedList {
  const { events, site } = context.archive;
  return {
    records: events.map((event) => ({
      period: getPeriod(event.when, site.zone),
      count: 1,
      id: event.id,
      render: () => printJson(eventToJson(event, context)),
    })),
    toFile: (records, _, parts) => listInJson('events', records, parts),
  };
}

/** Returns `/events/ID.json` as text: one event in the form it has in `events.json`. */
export function renderEventJson(event: NewsEvent, context: ViewContext): string {
  return `${JSON.stringify(eventToJson(event, context), null, 2)}\n`;
}

/** Returns the data of an event itself, without its accounts, with dates in EDTF. Missing values are null. */
export function eventToFacts(
  event: NewsEvent,
  context: ViewContext,
): Omit<EventJson, 'accounts' | 'disputes' | 'retracted'> {
  return {
    id: event.id,
    url: context.at.event(event.id),
    title: titleEvent(event, context),
    date: event.when.date.written,
    dateLabel: viewEventDate(event, context).label,
    ...listDayEnds(event.when, context.archive.site.zone),
    time: labelTimeOfDay(event.when.time),
    certainty: event.certainty,
    place: event.place,
    actors: [...event.actors],
    mentioned: [...event.mentioned],
  };
}

function eventToJson(event: NewsEvent, context: ViewContext): EventJson {
  return {
    ...eventToFacts(event, context),
    accounts: event.accounts.map((account) => accountToJson(account, context)),
    // Those about its actors, too, wherever they are answered.
    disputes: [...event.points, ...event.actorPoints]
      .filter(({ differ }) => differ)
      .map(disputeToJson),
    retracted: event.ruling?.retracted ?? null,
  };
}

/** Returns `/events/ID.json` for a retracted event without accounts. */
export function renderRetractedJson(event: RetractedEvent, context: ViewContext): string {
  const data: RetractedJson = {
    id: event.id,
    url: context.at.event(event.id),
    title: event.title,
    date: event.date?.written ?? null,
    dateLabel: event.date && labelDate(event.date, context.dates),
    ...listDayEnds(event.date, context.archive.site.zone),
    time: null,
    certainty: null,
    place: null,
    actors: [],
    mentioned: [],
    accounts: [],
    disputes: [],
    retracted: event.retracted,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

function accountToJson(account: Account, context: ViewContext): AccountJson {
  return {
    article: account.article.id,
    source: account.article.source,
    date: account.when.date?.written ?? null,
    time: labelTimeOfDay(account.when.time),
    when: account.words,
    basis: account.when.date ? account.basis : null,
    why: account.why,
    certainty: account.certainty,
    title: account.title,
    text: proseToText(account.text),
    html: renderText(account.text, context, account.event),
    claims: account.claims.map(claimToJson),
    quotations: account.quotations.map(quotationToJson),
  };
}

function claimToJson(claim: Claim): ClaimJson {
  return {
    ...speakerToJson(claim.speaker),
    about: subjectToJson(claim.about),
    on: claim.on,
    answer: getWrittenAnswer(claim),
    says: claim.says,
  };
}

function quotationToJson({ speaker, text, where }: Quotation): QuotationJson {
  return { ...speakerToJson(speaker), text, where };
}

function disputeToJson({ on, about, claims }: Point): DisputeJson {
  return {
    on,
    about: subjectToJson(about),
    claims: claims.map((claim) => ({
      article: claim.article,
      ...speakerToJson(claim.speaker),
      answer: getWrittenAnswer(claim),
      says: claim.says,
    })),
  };
}
