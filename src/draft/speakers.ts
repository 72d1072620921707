import type { ActorId } from '../model/ids.ts';
import type { Known } from './known.ts';
import { findUnknownNames } from './unknownNames.ts';
import type { Sentence } from './paragraph.ts';
import type { Quoted } from './quotations.ts';
import { speechVerbs } from './speechVerbs.ts';

/** The assumed speaker of a quotation, in the article's spelling or words, and where or to whom it was said. */
export interface Speaker {
  readonly type: 'actor' | 'unknown' | 'nobody';
  readonly id: ActorId | null;
  readonly name: string;
  readonly where: string | null;
  /** True if a pronoun was traced back; the editor is asked to check. */
  readonly isGuess: boolean;
}

/** Somebody whom a sentence names: an actor, or an unknown name. */
interface Named {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly id: ActorId | null;
  readonly isPerson: boolean;
  readonly isPossessive: boolean;
}

/** The speaker's name if the article names none, or in words that aren't understood. */
export const nobody = 'nobody known';

/**
 * Returns the speaker of a quotation in a sentence of a paragraph, based on the verb of speech in that
 * sentence. A pronoun is traced back within the paragraph; without either, the speaker is unknown.
 */
export function findSpeaker(
  sentences: readonly Sentence[],
  index: number,
  quoted: Quoted,
  known: Known,
): Speaker {
  const sentence = sentences[index];
  if (!sentence) return noSpeaker(null);
  const found = findInSentence(sentence, quoted, known);
  if (found?.type === 'named')
    return createSpeaker(found.named, findWhere(sentence, quoted, found.named, known), false);
  if (found?.type === 'words')
    return {
      type: 'nobody',
      id: null,
      name: found.words,
      where: findWhere(sentence, quoted, null, known),
      isGuess: false,
    };
  const isContinued = found === null && isQuotationAlone(sentence);
  if (found === null && !isContinued) return noSpeaker(null);
  const where = isContinued ? null : findWhere(sentence, quoted, null, known);
  return followBack(sentences, index, known, where, isContinued) ?? noSpeaker(where);
}

type Found =
  | { readonly type: 'named'; readonly named: Named }
  | { readonly type: 'words'; readonly words: string }
  | { readonly type: 'pronoun' };

const verb = new RegExp(`\\b(?:${speechVerbs})\\b`, 'iu');
const pronoun = /\b(?:he|she|they|it)\b/i;
// “A senior officer”, “one of the pilots”: an unnamed speaker.
const unnamed = new RegExp(
  `\\b((?:an?|the|one|another|some) (?:[\\p{Ll}-]+ ){0,4}[\\p{Ll}-]{3,}(?: (?:of|for|from|to) [\\p{L}\\s’'-]{2,40}?)?) (?:${speechVerbs})\\b`,
  'iu',
);

const unnamedBehind = new RegExp(
  `^(?:${speechVerbs}) ((?:an?|the|one|another) (?:(?!(?:on|in|at|of|who|from|with|to|by|for|and|as)\\b)[\\p{Ll}-]{2,}\\s?){1,3})`,
  'iu',
);
const nearPronoun = /\b(?:he|she|they)(?: \p{Ll}+){0,1} $/iu;

function findInSentence(sentence: Sentence, quoted: Quoted, known: Known): Found | null {
  const others = sentence.quoted;
  const next = others.find(({ start }) => start >= quoted.end)?.start ?? sentence.own.length;
  const previous = others.filter(({ end }) => end <= quoted.start).at(-1)?.end ?? 0;
  const after = sentence.own.slice(quoted.end, next);
  const before = sentence.own.slice(previous, quoted.start);
  const whole = sentence.own.slice(0, quoted.start);
  // “…,” she said: words after a quotation's comma belong to it, words after its full stop don't.
  const isLed = /[,!?…]$/.test(quoted.text.trim()) || /^\s*,/.test(after);
  const behind = () => (/^\s*[.;]/.test(after) ? null : findAround(after, known, true));
  const inFront = () =>
    findAround(before, known, previous > 0) ??
    (previous > 0 ? findAround(whole, known, false) : null);
  return isLed ? (behind() ?? inFront()) : (inFront() ?? behind());
}

/** Returns the speaker in words next to a quotation: after it the nearest name, before it the subject. */
function findAround(words: string, known: Known, isBehind: boolean): Found | null {
  const according = /\baccording to\s+/i.exec(words);
  const spoken = verb.exec(words);
  if (!spoken && !according) return null;
  const names = listNamed(words, known).filter(({ isPossessive }) => !isPossessive);
  if (according) {
    const named = names.find(({ start }) => start >= according.index + according[0].length);
    if (named) return { type: 'named', named };
  }
  if (!spoken) return null;
  const subject = words.slice(0, spoken.index);
  const inFront = names.filter(({ end }) => end <= spoken.index);
  // “said Ana Brandt”: if nothing precedes the verb, its subject follows.
  if (isBehind && /^[\s,–—-]*$/.test(subject)) {
    const rest = names.filter(({ start }) => start >= spoken.index);
    const from = spoken.index + spoken[0].length;
    const bare = findBareNameBehind(words, from);
    const free = listFree(rest, words.slice(0, rest.at(-1)?.end ?? 0), from);
    const others = rest.filter(({ isPerson }) => !isPerson);
    const found = free.find(({ isPerson }) => isPerson) ?? free[0] ?? others[0];
    const named = bare && !(found && found.start <= bare.start) ? bare : found;
    if (named) return { type: 'named', named };
    const unnamedSpeaker = unnamedBehind.exec(words.slice(spoken.index))?.[1]?.trim();
    const [whose] = rest;
    if (unnamedSpeaker !== undefined && whose && isOf.test(words.slice(from, whose.start)))
      return { type: 'words', words: words.slice(from, whose.end).trim() };
    if (unnamedSpeaker !== undefined) return { type: 'words', words: unnamedSpeaker };
    return pronoun.test(words.slice(spoken.index, spoken.index + spoken[0].length + 6))
      ? { type: 'pronoun' }
      : null;
  }
  // “In a letter to City Hall she wrote”: a pronoun directly before the verb is its subject.
  if (nearPronoun.test(subject)) return { type: 'pronoun' };
  const named =
    findSubject(inFront, subject) ??
    findBareNameFirst(subject) ??
    (inFront.some(({ end }) => /^[\s,]*$/.test(subject.slice(end)))
      ? undefined
      : findBareName(subject));
  if (named) return { type: 'named', named };
  const unnamedSpeaker = unnamed.exec(words.slice(0, spoken.index + spoken[0].length))?.[1];
  if (unnamedSpeaker !== undefined) return { type: 'words', words: lowerFirst(unnamedSpeaker) };
  return pronoun.test(subject) ? { type: 'pronoun' } : null;
}

/**
 * Returns the subject among the names before a verb of speech. Names that belong to an office or place don't
 * count (“the leader of the Guild, Ana Brandt, said”), unless there is no other.
 */
function findSubject(names: readonly Named[], subject: string): Named | undefined {
  const free = listFree(names, subject, 0);
  // “Ministry of Defence spokesman Rui Sal said”: the name directly before the verb, after the speaker's role.
  const last = free.at(-1);
  const isApposed =
    last !== undefined &&
    /^\s*,?\s*$/.test(subject.slice(last.end)) &&
    /\p{Ll}{4,}\s$/u.test(subject.slice(0, last.start));
  if (last?.isPerson && isApposed) return last;
  return (
    free.find(({ isPerson }) => isPerson) ??
    free[0] ??
    // “In a statement Ana Brandt said” has its subject there. “A spokesman for Ana Brandt said” has another,
    // whom the article doesn't name. An organisation's spokesperson counts as the organisation.
    names.find(({ isPerson, start }) => isPerson && !isGoverned(subject.slice(0, start))) ??
    names.find(({ isPerson }) => !isPerson)
  );
}

/**
 * Returns the names that no preposition governs, back to `from`; a name in between ends a preposition's
 * scope.
 */
function listFree(names: readonly Named[], text: string, from: number): Named[] {
  const masked = names.reduce(
    (rest, { start, end }) => rest.slice(0, start) + '|'.repeat(end - start) + rest.slice(end),
    text,
  );
  return names.filter(({ start }) => !isOfSomething(masked.slice(from, start)));
}

// “Of the ”, and “for Mayor ” with a title before the name.
const isOf =
  /\b(?:of|for|to|from|with)(?:\s+(?:the|an?|its|his|her|their))?(?:\s+\p{Lu}[\p{L}.-]*)*\s*$/u;

/** Returns whether a preposition directly precedes a name, apart from an article or title. */
function isGoverned(before: string): boolean {
  const text = before.replace(calendarWords, '|');
  return (
    isOf.test(text) ||
    /\b(?:by|behind|under)(?:\s+\p{Lu}[\p{L}.-]*)*\s*$/iu.test(text) ||
    /\b(?:in|at|on|against|near|outside)(?:\s+(?:the|its|his|her|their))?\s*$/i.test(text)
  );
}

const calendarWords =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\b/g;

/** Returns whether a preposition precedes the next name, without a comma between. */
function isOfSomething(before: string): boolean {
  const phrase = before.split(/,/).at(-1) ?? '';
  return /\b(?:of|for|at|in|from|with|to|against|by|on|behind|under)(?:\s+(?:the|an?|its|his|her|their))?(?:\s+[\p{L}-]+){0,4}\s*$/iu.test(
    phrase,
  );
}

const bareName = String.raw`(?:(?:al|el|Al|El)[- ])?\p{Lu}[\p{L}\p{M}]+(?:[-’']\p{L}[\p{L}\p{M}]+)*`;
const noName =
  /^(?:He|She|They|It|We|I|You|Who|That|This|Which|There|Then|But|And|Both|One|Others?|Officials?|Police|Witnesses|Sources|Residents|Nobody|Everybody|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** Returns an unknown one-word name directly before a verb of speech, such as “Merin” or “al-Bahri”. */
function findBareName(subject: string): Named | undefined {
  const match = new RegExp(`(?<![\\p{L}\\p{M}-])(${bareName})\\s*,?\\s*$`, 'u').exec(subject);
  return match?.[1] === undefined ? undefined : createBareName(match[1], match.index);
}

/** Matches “Al-Hajj, the leader of the party, said”. */
function findBareNameFirst(subject: string): Named | undefined {
  const first = /^[\s,]*((?:Al|El|al|el)-\p{Lu}[\p{L}\p{M}'’-]+),\s/u.exec(subject);
  return first?.[1] === undefined
    ? undefined
    : createBareName(first[1], first[0].indexOf(first[1]));
}

function findBareNameBehind(words: string, from: number): Named | undefined {
  const match = new RegExp(`^\\s+(${bareName})(?=[,.;\\s]|$)(?!\\s\\p{Lu})`, 'u').exec(
    words.slice(from),
  );
  if (match?.[1] === undefined) return undefined;
  return createBareName(match[1], from + match[0].length - match[1].length);
}

function createBareName(name: string, start: number): Named | undefined {
  if (noName.test(name)) return undefined;
  const end = start + name.length;
  return { name, start, end, id: null, isPerson: true, isPossessive: false };
}

/** Returns whether a sentence is only a quotation, so that the previous speaker continues. */
function isQuotationAlone(sentence: Sentence): boolean {
  return !/[\p{L}\p{N}]/u.test(sentence.own);
}

function followBack(
  sentences: readonly Sentence[],
  index: number,
  known: Known,
  where: string | null,
  isContinued: boolean,
): Speaker | undefined {
  for (let back = index - 1; back >= 0; back -= 1) {
    const sentence = sentences[back];
    if (!sentence) continue;
    const last = sentence.quoted.at(-1);
    if (last) {
      const speaker = findSpeaker(sentences, back, last, known);
      if (speaker.type !== 'nobody' || speaker.name !== nobody)
        return isContinued ? speaker : { ...speaker, where, isGuess: true };
    }
    const names = listNamed(sentence.own, known).filter(({ isPossessive }) => !isPossessive);
    const named = names.find(({ isPerson }) => isPerson);
    if (named) return createSpeaker(named, where, true);
  }
  return undefined;
}

function listNamed(words: string, known: Known): Named[] {
  const matches = known.findNames(words);
  const actors = matches.flatMap(({ owner, start, end }) =>
    owner.type === 'actor'
      ? [{ start, end, id: owner.id, isPerson: known.isPerson(owner.id) }]
      : [],
  );
  const unknown = findUnknownNames(words, matches).map(({ start, end }) => {
    return { start, end, id: null, isPerson: true };
  });
  return [...actors, ...unknown]
    .sort((a, b) => a.start - b.start)
    .map((named) => ({
      ...named,
      name: words.slice(named.start, named.end).replace(/['’]s$/, ''),
      isPossessive:
        /['’]s?$/.test(words.slice(named.start, named.end)) ||
        /^['’](?!\p{L}{2})/u.test(words.slice(named.end)),
    }));
}

function createSpeaker({ id, name }: Named, where: string | null, isGuess: boolean): Speaker {
  return { type: id === null ? 'unknown' : 'actor', id, name, where, isGuess };
}

function noSpeaker(where: string | null): Speaker {
  return { type: 'nobody', id: null, name: nobody, where, isGuess: false };
}

/** Returns where or to whom it was said: “on Twitter”, “in a statement”, “to Harbour Radio”. */
function findWhere(
  sentence: Sentence,
  quoted: Quoted,
  speaker: Named | null,
  known: Known,
): string | null {
  const own = sentence.own;
  const place =
    /\b(on (?:Twitter|X|Facebook|Telegram|Instagram|Truth Social|Mastodon|Bluesky|television|state television|radio)|in an? (?:\p{L}+ )?(?:statement|speech|interview|letter|message|video|post|tweet|sermon|press conference|email)|at a (?:press|news) conference|by (?:phone|telephone|megaphone|email|letter))\b/iu.exec(
      own,
    )?.[1];
  if (place !== undefined) return lowerFirst(place);
  const told = /\btold\s+/i.exec(own);
  if (told) {
    const rest = own.slice(told.index + told[0].length);
    const listener =
      /^(?:the )?(?:[\p{Lu}][\p{L}\p{N}’'.-]*)(?: (?:of |the |al-)?[\p{Lu}][\p{L}\p{N}’'.-]*){0,4}/u.exec(
        rest,
      )?.[0];
    // “Told reporters outside the toll house”: the audience comes first, and the place isn't part of it.
    const reporters = /^(?:reporters|journalists)\b/iu.exec(rest)?.[0];
    if (reporters !== undefined) return `to ${reporters}`;
    const named = known.findNames(rest)[0];
    const isListener = named && named.start < 20 && named.owner.type !== 'place';
    const outlet = isListener ? rest.slice(named.start, named.end) : listener;
    if (outlet !== undefined && outlet !== speaker?.name)
      return `to ${outlet.replace(/[’'.]+$/, '')}`;
  }
  return /\btweeted\b/i.test(own.slice(Math.max(quoted.start - 80, 0))) ? 'on Twitter' : null;
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
