import { createHash } from 'node:crypto';
import type {
  Archive,
  Article,
  Claim,
  NewsEvent,
  Quotation,
  Speaker,
  Subject,
} from '../../model/archive.ts';
import { compare } from '../../model/lists.ts';
import { defineQuery } from '../../model/tracedArchive.ts';
import { listKnownIds } from './eventIds.ts';

// An anchor links to a statement. It is based on the first ids of article and speaker, so it stays when they
// are renamed. Empty elements keep anchors from ids in between, or from before two pages were merged.

/**
 * Returns the anchor of a claim: `c-` and eight hex digits of the SHA-256 of article, speaker and text, so no
 * edit elsewhere changes it. If a speaker repeats the same words in an article, the hash of all but one also
 * covers where they are said and what they are about. A reworded claim keeps the anchor that its `formerly`
 * names first.
 */
export function claimAnchor(claim: Claim, archive: Archive): string {
  return listClaimAnchors(claim, archive)[0];
}

/** Returns the anchor of a quotation: `q-` and eight hex digits, as for a claim. */
export function quotationAnchor(quotation: Quotation, archive: Archive): string {
  return listQuotationAnchors(quotation, archive)[0];
}

/** An anchor, followed by the former anchors of the same words. */
type Anchors = readonly [string, ...string[]];

/** Returns every anchor that a claim may have been published with, the current one first. */
export function listClaimAnchors(claim: Claim, archive: Archive): Anchors {
  return findAnchors(archive, claim.article).of.get(claim) ?? listPlain(toSaid(claim), archive);
}

/** Returns every anchor that a quotation may have been published with, the current one first. */
export function listQuotationAnchors(quotation: Quotation, archive: Archive): Anchors {
  return (
    findAnchors(archive, quotation.article).of.get(quotation) ??
    listPlain(toSaid(quotation), archive)
  );
}

/** Returns the former anchors that an event's account may have been published with on its article's page. */
export function listFormerAnchors(event: NewsEvent): string[] {
  return listKnownIds(event).filter((id) => id !== event.id);
}

/** Returns a claim's anchor, assuming that its speaker doesn't repeat the words in the article. */
export function plainClaimAnchor(claim: Claim, archive: Archive): string {
  return listPlain(toSaid(claim), archive)[0];
}

/** A statement, and where it is made. */
interface Said {
  readonly type: 'c' | 'q';
  readonly words: Claim | Quotation;
  readonly text: string;
  /** The event whose account has it; null in a lead. */
  readonly section: string | null;
}

function toSaid(words: Claim | Quotation, section: string | null = null): Said {
  return 'says' in words
    ? { type: 'c', words, text: words.says, section }
    : { type: 'q', words, text: words.text, section };
}

/** The anchors of an article's statements; as text, only the anchors, which identify the statements. */
interface AnchorsOfWords {
  readonly of: ReadonlyMap<Claim | Quotation, Anchors>;
  readonly toJSON: () => readonly Anchors[];
}

/** Returns the anchors of all statements in an article, unique on the page. */
const findAnchors = defineQuery('anchors', (archive, id: string): AnchorsOfWords => {
  const article = archive.articleById.get(id);
  const of = article ? assignAnchors(article, archive) : new Map<Claim | Quotation, Anchors>();
  return { of, toJSON: () => [...of.values()] };
});

function assignAnchors(article: Article, archive: Archive): AnchorsOfWords['of'] {
  const said = listSaid(article, archive).map((one) => ({
    ...one,
    plain: listPlain(one, archive),
    place: sayPlace(one, archive),
  }));
  const anchors = new Map<Claim | Quotation, Anchors>();
  for (const group of Map.groupBy(said, ({ plain: [own] }) => own).values()) {
    // File order doesn't matter: statements that are equal in everything are interchangeable.
    const sorted = [...group].sort((a, b) => compare(a.place, b.place));
    for (const [index, one] of sorted.entries()) {
      const same = sorted.slice(0, index).filter(({ place }) => place === one.place).length;
      const own = index === 0 ? one.plain : listWithPlace(one, same, archive);
      anchors.set(one.words, own);
    }
  }
  return anchors;
}

function listSaid({ id, lead, events }: Article, { eventById }: Archive): Said[] {
  const sections = events.flatMap((event) => {
    const account = eventById.get(event)?.accounts.find(({ article }) => article.id === id);
    return account ? [{ section: event, text: account.text }] : [];
  });
  return [{ section: null, text: lead }, ...sections].flatMap(({ section, text }) =>
    text.passages.flatMap((passage) => {
      if (passage.type === 'prose') return [];
      return [toSaid(passage.type === 'claim' ? passage.claim : passage.quotation, section)];
    }),
  );
}

/** Returns what distinguishes a statement from the same words elsewhere in its article, based on first ids. */
function sayPlace({ words, section }: Said, archive: Archive): string {
  const where = section === null ? '' : (listEventIds(section, archive)[0] ?? '');
  if (!('says' in words)) return JSON.stringify([where, words.where ?? '']);
  const [about = ''] = listSubjectIds(words.about, archive);
  return JSON.stringify([where, about, words.on, words.answer ?? '']);
}

function listPlain({ type, words, text }: Said, archive: Archive): Anchors {
  const made = listAnchors(
    type,
    listArticleIds(words, archive),
    listSpeakerNames(words.speaker, archive),
    [[text]],
  );
  const [first, ...rest] = 'says' in words ? words.formerly : [];
  return first === undefined
    ? made
    : ([...new Set([first, ...rest, ...made])] as [string, ...string[]]);
}

/**
 * Like `listPlain`, but the hash covers the place of the words; `same` counts earlier statements that are
 * equal in everything.
 */
function listWithPlace({ type, words, text, section }: Said, same: number, archive: Archive) {
  const sections = section === null ? [''] : listEventIds(section, archive);
  const count = same === 0 ? [] : [String(same)];
  const places =
    'says' in words
      ? sections.flatMap((id) =>
          listSubjectIds(words.about, archive).map((about) => [
            text,
            id,
            about,
            words.on,
            words.answer ?? '',
            ...count,
          ]),
        )
      : sections.map((id) => [text, id, words.where ?? '', ...count]);
  return listAnchors(
    type,
    listArticleIds(words, archive),
    listSpeakerNames(words.speaker, archive),
    places,
  );
}

function listAnchors(
  type: 'c' | 'q',
  articles: readonly string[],
  speakers: readonly string[],
  rests: readonly (readonly string[])[],
): Anchors {
  const [first = '', ...rest] = articles.flatMap((id) =>
    speakers.flatMap((name) => rests.map((words) => `${type}-${digest([id, name, ...words])}`)),
  );
  return [first, ...rest];
}

function listArticleIds({ article }: Claim | Quotation, archive: Archive): readonly string[] {
  return archive.articleById.get(article)?.ids ?? [article];
}

function listEventIds(id: string, { eventById }: Archive): readonly string[] {
  const event = eventById.get(id);
  return event ? listKnownIds(event) : [id];
}

function listSubjectIds({ type, id }: Subject, archive: Archive): readonly string[] {
  return type === 'event' ? listEventIds(id, archive) : (archive.actorById.get(id)?.ids ?? [id]);
}

function listSpeakerNames(speaker: Speaker, archive: Archive): readonly string[] {
  switch (speaker.type) {
    case 'article':
      return [''];
    case 'nobody':
      return [speaker.as];
    case 'actor':
      return archive.actorById.get(speaker.id)?.ids ?? [speaker.id];
    case 'source':
      return archive.sourceById.get(speaker.id)?.ids ?? [speaker.id];
  }
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 8);
}
