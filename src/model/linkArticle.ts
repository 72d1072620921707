import type {
  Account,
  Article,
  Claim,
  LinkedPassage,
  LinkedText,
  NameGiven,
  Quotation,
  Speaker,
  Spelled,
  Subject,
  When,
} from './archive.ts';
import { createUndatedWhen, createWhen } from './createWhen.ts';
import type {
  AccountDraft,
  ArticleDraft,
  ClaimDraft,
  QuotationDraft,
  TextDraft,
} from './drafts.ts';
import type { ActorId, ArticleId, EventId, SourceId } from './ids.ts';
import { countSpellings, linkNames, type FindNames, type SectionNames } from './linkText.ts';
import { isAhead } from './mergeAccounts.ts';
import { isWrittenIn } from './scripts.ts';
import type { Registry } from './registry.ts';
import { findWrongWeekday } from './weekdays.ts';
import { getSingleDay } from './dates/dateRanges.ts';
import { dateToSpans } from './dates/dateSpans.ts';
import type { EdtfDate } from './dates/edtfDate.ts';
import { printDay } from './dates/printDays.ts';
import type { Span } from './dates/spans.ts';
import { printClock } from './dates/timeOfDay.ts';
import { listClockMoments, momentToMinute } from './dates/zoneClock.ts';
import type { Located } from '../problems/sourceLocation.ts';
import { withLocation } from '../problems/fault.ts';
import { createProblem } from '../problems/problem.ts';
import { silence } from './silence.ts';

/** Returns the article and its accounts from a digest's draft. `zone` is the story's (IANA). */
export function linkArticle(
  draft: ArticleDraft,
  registry: Registry,
  zone: string,
): { article: Article; accounts: Account[] } {
  const id = draft.id as ArticleId;
  const lead = linkText(draft.lead, registry, { article: id, event: null });
  const spelt = draft.spelt.flatMap(({ id: owner, spellings }) =>
    linkSpelt(owner, spellings, registry),
  );
  const speaker: Speaker = { type: 'article' };
  const article: Article = {
    id,
    title: draft.title.value,
    translation: findTranslation(draft, registry),
    source: registry.resolveSource(draft.source) ?? (draft.source.value as SourceId),
    published: draft.published.value,
    publication: getPublication(draft.published.value, draft.updated?.value ?? null, zone),
    updated: draft.updated?.value ?? null,
    added: draft.added,
    by: draft.by,
    url: draft.url,
    archived: draft.archived,
    language: draft.language,
    place: (draft.place && registry.resolvePlace(draft.place)) ?? null,
    dateline: draft.dateline,
    dating: draft.dating,
    via: draft.via,
    drawsOn: draft.drawsOn.flatMap((other) => registry.resolveArticle(other) ?? []),
    lead,
    spelled: [
      ...listOwnSpellings(lead, draft.language),
      ...spelt.filter((one) => !one.isClaimed).map(toSpelled),
    ],
    namedAs: [
      ...lead.namedAs,
      ...spelt.filter((one) => one.isClaimed).map((one) => ({ ...toSpelled(one), speaker })),
    ],
    events: draft.accounts.flatMap(({ id: { value } }) => (value === '' ? [] : [value as EventId])),
    ids: registry.idsOf('article', draft),
    corrections: draft.corrections,
    retracted: draft.retracted,
  };
  const accounts = draft.accounts.map((account) =>
    withLocation(
      () => account.at,
      () => linkAccount(account, article, registry, zone),
    ),
  );
  return { article, accounts: accounts.filter(({ event }) => event !== '') };
}

/**
 * Returns the spellings that may be the article's own; a name in another script than the article's language
 * is ours.
 */
export function listOwnSpellings(
  { spelled }: Pick<LinkedText, 'spelled'>,
  language: string | null,
): readonly Spelled[] {
  return language === null
    ? spelled
    : spelled.filter(({ spelling }) => isWrittenIn(spelling, language));
}

/** Returns the title in the site's language. Reports translations into other languages as unknown fields. */
function findTranslation({ translations }: ArticleDraft, registry: Registry): string | null {
  const language = registry.site?.language ?? null;
  if (language === null) return null;
  const own = new Intl.Locale(language).language;
  for (const other of translations.filter((one) => one.language !== own)) {
    const found = `title-${other.language}`;
    const nearest = `title-${own}`;
    registry.problems.push(createProblem('field-unknown', other.at, { found, nearest, known: [] }));
  }
  return translations.find((one) => one.language === own)?.title.value ?? null;
}

/** The location of a text: its article, and the event of its account. */
export interface Section {
  readonly article: ArticleId | null;
  readonly event: EventId | null;
}

/** Returns a text with linked names, resolved speakers and checked links. */
export function linkText(draft: TextDraft, registry: Registry, section: Section): LinkedText {
  for (const { type, id, at } of draft.links) resolveLink(type, { value: id, at }, registry);
  const named: SectionNames = {
    actors: new Set(),
    places: new Set(),
    linked: new Set(),
    spelled: [],
    namedAs: [],
  };
  const given: NameGiven[] = [];
  const giveNames = (speaker: Speaker | undefined) => {
    const names = named.namedAs.splice(0);
    if (speaker) given.push(...names.map((name) => ({ ...name, speaker })));
  };
  const find: FindNames = (text) => registry.findNames(text);
  const passages = draft.passages.flatMap((passage): LinkedPassage[] => {
    switch (passage.type) {
      case 'prose': {
        const nodes = linkNames(passage.nodes, find, named);
        giveNames({ type: 'article' });
        return [{ type: 'prose', nodes }];
      }
      case 'quotation': {
        const { text, speaker } = passage.quotation;
        if (speaker.type === 'name') countSpellings(speaker.name.value, find, named);
        giveNames({ type: 'article' });
        const names = countSpellings(text, find, named);
        const quotation = linkQuotation(passage.quotation, registry, section);
        giveNames(quotation?.speaker);
        return quotation ? [{ type: 'quotation', quotation: { ...quotation, names } }] : [];
      }
      case 'claim': {
        const { says, answer } = passage.claim;
        const names = countSpellings(says.value, find, named);
        // An answer is the editor's own short form: it shows whom a claim names, but not how the article
        // spells the name.
        const inAnswer = countSpellings(answer ?? '', find, { ...named, spelled: [] });
        const claim = linkClaim(passage.claim, registry, section);
        giveNames(claim?.speaker);
        return claim
          ? [{ type: 'claim', claim: { ...claim, names: [...new Set([...names, ...inAnswer])] } }]
          : [];
      }
    }
  });
  const { actors, places, spelled } = named;
  return { passages, actors: [...actors], places: [...places], spelled, namedAs: given };
}

function linkAccount(
  draft: AccountDraft,
  article: Article,
  registry: Registry,
  zone: string,
): Account {
  const event = draft.id.value as EventId;
  const ownZone = draft.zone?.value ?? zone;
  const when = draft.date
    ? createWhen(draft.date.value, draft.time?.value ?? null, ownZone)
    : createUndatedWhen(article.publication, isAhead(draft.certainty), ownZone);
  checkDate(draft, article, registry, when);
  const text = linkText(draft.text, registry, {
    article: article.id,
    event: event === '' ? null : event,
  });
  return {
    article,
    event,
    at: draft.at,
    title: draft.title,
    when,
    words: draft.when?.value ?? null,
    basis: draft.basis ?? (draft.record.length > 0 ? 'record' : draft.when ? 'reckoned' : 'stated'),
    record: draft.record,
    why: draft.why,
    after: draft.after.flatMap((other) => registry.resolveEvent(other) ?? []),
    distinct: draft.distinct.flatMap((other) => registry.resolveEvent(other) ?? []),
    partOf: (draft.partOf && registry.resolveEvent(draft.partOf)) ?? null,
    actors: [...new Set(draft.actors.flatMap((name) => registry.resolveActor(name) ?? []))],
    place: (draft.place && registry.resolvePlace(draft.place)) ?? null,
    certainty: draft.certainty,
    kind: draft.kind,
    text,
    claims: text.passages.flatMap((passage) => (passage.type === 'claim' ? [passage.claim] : [])),
    quotations: text.passages.flatMap((passage) =>
      passage.type === 'quotation' ? [passage.quotation] : [],
    ),
  };
}

function checkDate(draft: AccountDraft, article: Article, registry: Registry, when: When): void {
  if (!draft.date) return;
  const weekday = draft.when && findWrongWeekday(draft.when.value, when.days, getMinute(when));
  if (draft.when && weekday) {
    const facts = { found: draft.when.value, weekday, date: draft.date.value.written };
    registry.problems.push(createProblem('event-weekday', draft.when.at, facts));
  }
  reportClockChange({ ...draft, date: draft.date }, when.zone, registry);
  const earliest = when.spans[0]?.from ?? -Infinity;
  if (earliest >= article.publication.to && !isAhead(draft.certainty)) {
    const published = (article.updated ?? article.published).written;
    registry.problems.push(
      createProblem('event-too-late', draft.date.at, { date: draft.date.value.written, published }),
    );
  }
}

/** Reports an hour that the zone's clocks skipped or repeated on that day. */
function reportClockChange(
  { date, time }: AccountDraft & { date: Located<EdtfDate> },
  zone: string,
  { problems }: Registry,
): void {
  const minute = time?.value.type === 'clock' ? time.value.minute : getOwnMinute(date.value);
  const day = getSingleDay(date.value);
  if (minute === undefined || day === undefined) return;
  const [first, second] = listClockMoments(day, minute, zone);
  const { at } = time ?? date;
  const found = printClock(minute);
  if (first === undefined) {
    const expected = `another time: on ${printDay(day)} clocks in ${zone} went forward past this one`;
    problems.push(createProblem('event-time', at, { found, expected }));
  } else if (second !== undefined) {
    const moment = new Date(second).toISOString().replace('.000Z', 'Z');
    problems.push(
      createProblem('hour-twice', at, { found, zone, day: printDay(day), second: moment }),
    );
  }
}

/** Returns the minute of a date's hour, if no offset fixes the moment. */
function getOwnMinute(date: EdtfDate): number | undefined {
  return date.type === 'single' && date.clock?.offset === null ? date.clock.minute : undefined;
}

/** Returns the minute of the day at which an hour or part of the day begins, null if there is none. */
function getMinute({ time, spans, zone }: When): number | null {
  const from = spans[0]?.from;
  return time === null || from === undefined ? null : momentToMinute(from, zone);
}

function getPublication(published: EdtfDate, updated: EdtfDate | null, zone: string): Span {
  const first = dateToSpans(published, null, zone);
  const last = updated ? dateToSpans(updated, null, zone) : first;
  return {
    from: first[0]?.from ?? -Infinity,
    to: Math.max(first.at(-1)?.to ?? Infinity, last.at(-1)?.to ?? Infinity),
  };
}

function linkSpelt(
  owner: ArticleDraft['spelt'][number]['id'],
  spellings: ArticleDraft['spelt'][number]['spellings'],
  registry: Registry,
) {
  // Places may be spelt differently too, but only actors' pages list who uses which spelling.
  const isActor = registry.isActor(owner.value);
  const place = isActor ? undefined : registry.findPlace(owner.value);
  const actor = place ? undefined : registry.resolveActor(owner);
  return spellings.flatMap(({ value: spelling, at }) => {
    const entry = registry.findSpelling(spelling);
    if (entry && (actor ?? place) && entry.owner.id !== (actor ?? place)) {
      registry.problems.push(
        createProblem('spelling-shared', at, {
          found: spelling,
          owner: entry.owner.id,
          first: `${entry.at.file}:${entry.at.line}:${entry.at.column}`,
        }),
      );
    }
    const isClaimed = entry?.owner.type === 'actor' && entry.owner.use === 'claimed';
    return actor ? [{ actor, spelling, isClaimed }] : [];
  });
}

function toSpelled({ actor, spelling }: Spelled): Spelled {
  return { actor, spelling };
}

function resolveLink(
  type: string,
  id: { value: string; at: ClaimDraft['at'] },
  registry: Registry,
): void {
  if (type === 'event') registry.resolveEvent(id);
  else if (type === 'article') registry.resolveArticle(id);
  else if (type === 'source') registry.resolveSource(id);
  else if (type === 'place') registry.resolvePlaceId(id);
  else registry.resolveActorId(id);
}

function linkQuotation(
  draft: QuotationDraft,
  registry: Registry,
  { article }: Section,
): Omit<Quotation, 'names'> | undefined {
  const speaker = findQuoted(draft, registry);
  return (
    speaker && {
      article: article ?? ('' as ArticleId),
      speaker,
      text: draft.text,
      nodes: draft.nodes,
      where: draft.where,
    }
  );
}

function findQuoted({ speaker }: QuotationDraft, registry: Registry): Speaker | undefined {
  if (speaker.type === 'nobody') return speaker;
  if (speaker.type === 'actor') {
    const id = registry.resolveActor(speaker.id);
    return id && { type: 'actor', id, as: speaker.as };
  }
  const found = registry.findSpeaker(speaker.name.value);
  if (found) return { ...found, as: null };
  if (registry.hasUnread('actor')) return undefined;
  const mistaken = registry.explainMistaken('actor', speaker.name.value);
  const facts = {
    found: speaker.name.value,
    nearest: mistaken === undefined ? registry.suggest('actor', speaker.name.value) : undefined,
    repair:
      mistaken ??
      'Add the spelling to the actor’s file, or write [words for the speaker](actor:ID), or (actor:-) for someone unnamed.',
  };
  registry.problems.push(createProblem('speaker-unknown', speaker.name.at, facts));
  return undefined;
}

function linkClaim(
  draft: ClaimDraft,
  registry: Registry,
  { article, event }: Section,
): Omit<Claim, 'names'> | undefined {
  const about = findSubject(draft, registry, event);
  const speaker = findClaimant(draft, registry);
  if (!about || !speaker || !article) return undefined;
  return {
    article,
    speaker,
    about,
    on: draft.on.value,
    answer: draft.answer === silence ? null : draft.answer,
    isSilent: draft.answer === silence,
    says: draft.says.value,
    withdrawn: draft.withdrawn?.value ?? null,
    formerly: draft.formerly,
    at: draft.at,
  };
}

function findClaimant({ by, as }: ClaimDraft, registry: Registry): Speaker | undefined {
  if (by) {
    const found = registry.findSpeaker(by.value);
    if (found) return { ...found, as };
    registry.resolveActor(by);
    return undefined;
  }
  return as === null ? { type: 'article' } : { type: 'nobody', as };
}

function findSubject(
  { about }: ClaimDraft,
  registry: Registry,
  event: EventId | null,
): Subject | undefined {
  if (!about) return event ? { type: 'event', id: event } : undefined;
  if (about.value.startsWith('actor:')) {
    const id = registry.resolveActor({
      value: about.value.slice('actor:'.length).trim(),
      at: about.at,
    });
    return id && { type: 'actor', id: id satisfies ActorId };
  }
  const id = registry.resolveEvent({ value: about.value.replace(/^event:\s*/, ''), at: about.at });
  return id && { type: 'event', id };
}
