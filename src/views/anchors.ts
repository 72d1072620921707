import { createHash } from 'node:crypto';
import type { Claim, Quotation, Speaker } from '../model/archive.ts';

/** Gives the anchor of a claim: `c-` and eight hex digits of the SHA-256 of article, speaker and text, which no edit elsewhere changes. */
export function claimAnchor({ article, speaker, says }: Claim): string {
  return `c-${digest([article, printSpeaker(speaker), says])}`;
}

/** Gives the anchor of a quotation: `q-` and eight hex digits, as for a claim. */
export function quotationAnchor({ article, speaker, text }: Quotation): string {
  return `q-${digest([article, printSpeaker(speaker), text])}`;
}

function printSpeaker(speaker: Speaker): string {
  if (speaker.type === 'article') return '';
  return speaker.type === 'nobody' ? speaker.as : speaker.id;
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 8);
}
