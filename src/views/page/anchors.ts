import { createHash } from 'node:crypto';
import type { Archive, Claim, NewsEvent, Quotation, Speaker } from '../../model/archive.ts';
import { listKnownIds } from './eventIds.ts';

// Whoever links to what was said links to an anchor: it is made from the first ids of article and speaker, and
// stays when they are renamed. What was published under ids between, or before two pages became one, is answered
// by empty elements.

/** Returns the anchor of a claim: `c-` and eight hex digits of the SHA-256 of article, speaker and text, which no edit elsewhere changes. */
export function claimAnchor(claim: Claim, archive: Archive): string {
  return listClaimAnchors(claim, archive)[0];
}

/** Returns the anchor of a quotation: `q-` and eight hex digits, as for a claim. */
export function quotationAnchor(quotation: Quotation, archive: Archive): string {
  return listQuotationAnchors(quotation, archive)[0];
}

/** An anchor, and the others that the same words have had. */
type Anchors = readonly [string, ...string[]];

/** Returns every anchor that a claim may have been published with, its own first. */
export function listClaimAnchors({ article, speaker, says }: Claim, archive: Archive): Anchors {
  return listAnchors('c', article, speaker, says, archive);
}

/** Returns every anchor that a quotation may have been published with, its own first. */
export function listQuotationAnchors(
  { article, speaker, text }: Quotation,
  archive: Archive,
): Anchors {
  return listAnchors('q', article, speaker, text, archive);
}

/** Returns the anchors that an event's account may have been published with on the page of its article, besides its present one. */
export function listFormerAnchors(event: NewsEvent): string[] {
  return listKnownIds(event).filter((id) => id !== event.id);
}

function listAnchors(
  type: 'c' | 'q',
  article: string,
  speaker: Speaker,
  text: string,
  archive: Archive,
): Anchors {
  const articles = archive.articleById.get(article)?.ids ?? [article];
  const speakers = listSpeakerNames(speaker, archive);
  const [first = '', ...rest] = articles.flatMap((id) =>
    speakers.map((name) => `${type}-${digest([id, name, text])}`),
  );
  return [first, ...rest];
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
