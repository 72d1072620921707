import type { ActorId, PlaceId } from '../model/ids.ts';
import { getSingleDay } from '../model/dates/dateRanges.ts';
import type { DayNumber } from '../model/dates/dayRanges.ts';
import { parseEdtf } from '../model/dates/parseEdtf.ts';
import { printDay } from '../model/dates/printDays.ts';
import type { DateContext } from './dates/dateText.ts';
import { findDatePhrases } from './dates/findDatePhrases.ts';
import type { DatePhrase } from './dates/leadIns.ts';
import type { Known } from './known.ts';
import { splitParagraph, type Sentence } from './paragraph.ts';
import { findSpeaker, type Speaker } from './speakers.ts';
import { findUnknownNames } from './unknownNames.ts';

/** A quotation with its assumed speaker. */
export interface QuotedWords {
  readonly text: string;
  readonly speaker: Speaker;
}

/** A sentence that dates an event, from which a section of a skeleton is created. None of its prose is kept. */
export interface Statement {
  readonly phrase: DatePhrase;
  /** The words of the earlier phrase whose day applies to an hour without one. */
  readonly dayFrom: string | null;
  /** The sentence's own words, lower-cased, for comparing events; they aren't printed. */
  readonly vocabulary: ReadonlySet<string>;
  readonly actors: readonly ActorId[];
  readonly place: PlaceId | null;
  readonly isPurported: boolean;
  readonly quotations: readonly QuotedWords[];
  /** The number of the paragraph in the article, from 1. */
  readonly paragraph: number;
}

/** The content of an article's paragraphs: dated statements, other quotations, and unknown names. */
export interface Statements {
  readonly dated: readonly Statement[];
  readonly undated: readonly QuotedWords[];
  readonly unknownNames: readonly string[];
}

/**
 * Returns the statements in an article's paragraphs, based on its day of publication. A quotation belongs to
 * its own dated sentence, else to the nearest one in its paragraph.
 */
export function findStatements(
  paragraphs: readonly string[],
  context: DateContext,
  known: Known,
): Statements {
  const days: NamedDay[] = [];
  const all = paragraphs.map((paragraph, index) =>
    readParagraph(splitParagraph(paragraph), index + 1, context, days, known),
  );
  return {
    dated: all.flatMap(({ dated }) => dated),
    undated: all.flatMap(({ undated }) => undated),
    // German capitalises every noun, so names can't be recognised.
    unknownNames: context.language === 'de' ? [] : listUnknown(paragraphs, known),
  };
}

/** A day that the article has named, with its words; null if it isn't a single day. */
interface NamedDay {
  readonly day: DayNumber | null;
  readonly words: string;
  readonly paragraph: number;
}

function isHeading(own: string, [phrase, ...more]: readonly DatePhrase[]): boolean {
  if (phrase?.date == null || more.length > 0) return false;
  return !/[\p{L}\p{N}]/u.test(own.slice(0, phrase.start) + own.slice(phrase.end));
}

function nameDay({ date, words, isAhead, isHourAlone }: DatePhrase, paragraph: number): NamedDay[] {
  if (isHourAlone || isAhead) return [];
  const parsed = date === null ? undefined : parseEdtf(date);
  return [{ day: (parsed && getSingleDay(parsed)) ?? null, words, paragraph }];
}

function readParagraph(
  sentences: readonly Sentence[],
  paragraph: number,
  context: DateContext,
  days: NamedDay[],
  known: Known,
): { dated: Statement[]; undated: QuotedWords[] } {
  const years: number[] = [];
  const phrases = sentences.map(({ own }) => {
    const here = findDatePhrases(own, { ...context, years }).map((phrase) =>
      // A question states nothing: “And on Saturday?”
      own.trimEnd().endsWith('?') ? { ...phrase, date: null, isAhead: false } : phrase,
    );
    const found = here.map((phrase) => placeHour(phrase, paragraph, days, here));
    // A day on its own line is the heading of what follows.
    if (sentences.length === 1 && isHeading(own, here)) days.length = 0;
    days.push(...here.flatMap((phrase) => nameDay(phrase, paragraph)));
    years.push(
      ...[...own.matchAll(/(?<![\d,.])(?:19|20)\d\d(?!\d)/g)].map(([year]) => Number(year)),
    );
    // Two phrases of a sentence with the same meaning are one statement.
    return found.filter(
      ({ date, time, words }, index) =>
        found.findIndex((other) =>
          date === null ? other.words === words : other.date === date && other.time === time,
        ) === index,
    );
  });
  const quotations = new Map<number, QuotedWords[]>();
  const undated: QuotedWords[] = [];
  sentences.forEach((sentence, index) => {
    for (const quoted of sentence.quoted) {
      // A single word in quotation marks signals distance, it isn't quoted speech.
      if (!/\p{L}\S*\s+\S*\p{L}/u.test(quoted.text)) continue;
      const words = {
        text: quoted.text.trim(),
        speaker: findSpeaker(sentences, index, quoted, known),
      };
      const dated = findNearestDated(phrases, index);
      if (dated === undefined) undated.push(words);
      else quotations.set(dated, [...(quotations.get(dated) ?? []), words]);
    }
  });
  const dated = sentences.flatMap((sentence, index) =>
    (phrases[index] ?? []).map(({ dayFrom, ...phrase }, order): Statement => ({
      phrase,
      dayFrom,
      vocabulary: listWords(sentence.own),
      ...findParties(sentence, known, order === 0 ? (quotations.get(index) ?? []) : []),
      isPurported: /\bpurport(?:s|ed|edly|ing)?\b/i.test(sentence.own),
      quotations: order === 0 ? (quotations.get(index) ?? []) : [],
      paragraph,
    })),
  );
  return { dated, undated };
}

/** Returns the significant words of a text, lower-cased: those of at least four letters. */
export function listWords(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}]{4,}/gu) ?? []);
}

/**
 * Returns a phrase with its day, if it is only an hour: the only day of its sentence, else the one named
 * earlier in the paragraph, else the only one in the article. If the sentence or paragraph also mentions a
 * time that isn't such a day (“the next day”), the hour may belong to that, so its day is left open.
 */
function placeHour(
  phrase: DatePhrase,
  paragraph: number,
  days: readonly NamedDay[],
  here: readonly DatePhrase[],
): DatePhrase & { readonly dayFrom: string | null } {
  const isOpen = { ...phrase, dayFrom: null };
  if (!phrase.isHourAlone || phrase.isAhead || here.some(({ isAhead }) => isAhead)) return isOpen;
  const sentence = here.flatMap((other) => nameDay(other, paragraph));
  const own = days.filter((named) => named.paragraph === paragraph);
  const candidates =
    sentence.length > 0 ? sentence : own.length > 0 ? own : days.filter(({ day }) => day !== null);
  const [first] = candidates;
  if (first?.day == null || candidates.some(({ day }) => day !== first.day)) return isOpen;
  return { ...phrase, date: printDay(first.day), dayFrom: first.words };
}

/** Returns the nearest dated sentence in the same paragraph, the earlier of two; undefined if there is none. */
function findNearestDated(
  phrases: readonly (readonly unknown[])[],
  index: number,
): number | undefined {
  const dated = phrases.flatMap((found, other) => (found.length > 0 ? [other] : []));
  return dated.sort((a, b) => Math.abs(a - index) - Math.abs(b - index) || a - b)[0];
}

function findParties(
  { own }: Sentence,
  known: Known,
  quotations: readonly QuotedWords[],
): { actors: ActorId[]; place: PlaceId | null } {
  const owners = known.findNames(own).map(({ owner }) => owner);
  const actors = owners.flatMap((owner) => (owner.type === 'actor' ? [owner.id] : []));
  const places = owners.flatMap((owner) => (owner.type === 'place' ? [owner.id] : []));
  // Of a place and the place around it, the narrower is more precise.
  const [first] = places;
  const narrower = places.find(
    (place) => first !== undefined && known.listAround(place).includes(first),
  );
  // If the sentence has only a pronoun, the date belongs to what was said.
  const speakers = quotations.flatMap(({ speaker }) => speaker.id ?? []);
  return {
    actors: [...new Set(actors.length > 0 ? actors : speakers)],
    place: narrower ?? first ?? null,
  };
}

function listUnknown(paragraphs: readonly string[], known: Known): string[] {
  const names = new Map<string, boolean>();
  for (const { own } of paragraphs.flatMap(splitParagraph)) {
    const matches = known.findNames(own);
    for (const { name, start } of findUnknownNames(own, matches))
      if (known.findSources(name).length === 0 && known.findSources(`The ${name}`).length === 0)
        names.set(name, names.get(name) === false ? false : mayBeTwo(name, own.slice(0, start)));
  }
  // “Captain Toll” is the Berrick Toll whom the article names in full elsewhere.
  const isSurname = (name: string) =>
    !name.includes(' ') && [...names.keys()].some((whole) => whole.endsWith(` ${name}`));
  return [...names].flatMap(([name, isDoubtful]) => {
    if (isSurname(name)) return [];
    const parts = splitName(name, [...names.keys()], isDoubtful).filter(
      (part) => part === name || !names.has(part),
    );
    return isDoubtful && parts[0] === name ? [`${name} (perhaps two names)`] : parts;
  });
}

/** “In Vila Nova Sofia Teles wept”: a place and a person, or a place of three words. */
function mayBeTwo(name: string, before: string): boolean {
  const capitals = name.match(/(?:^| )\p{Lu}/gu) ?? [];
  return capitals.length >= 3 && /^(?:In|At|From|Near|Outside|Around|Across)\s+$/.test(before);
}

/** “Vila Nova Sofia Teles” is two names if the article has “Sofia Teles” or “Vila Nova” alone. */
function splitName(name: string, names: readonly string[], isDoubtful: boolean): string[] {
  const other = names.find(
    (one) => one.includes(' ') && (name.startsWith(`${one} `) || name.endsWith(` ${one}`)),
  );
  if (other === undefined) return [name];
  const rest = name.startsWith(`${other} `)
    ? name.slice(other.length + 1)
    : name.slice(0, -other.length - 1);
  // “Bank of Porto Velho” is one name, though the town is another; so is “Omar Al Farsi”, whom “Al Farsi”
  // later means.
  const isOne = /(?:^|\s)\p{Ll}+$|^\p{Ll}/u.test(rest) || !(isDoubtful || rest.includes(' '));
  return isOne ? [name] : [rest, other];
}
