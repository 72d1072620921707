import type { ActorId, PlaceId } from '../model/ids.ts';
import type { DayNumber } from '../model/dayRanges.ts';
import { findDatePhrases, type DatePhrase } from './datePhrases.ts';
import type { Known } from './known.ts';
import { splitSentences, type Sentence } from './sentences.ts';
import { findSpeaker, type Speaker } from './speakers.ts';
import { findUnknownNames } from './unknownNames.ts';

/** A quotation with whoever is taken to speak it. */
export interface QuotedWords {
  readonly text: string;
  readonly speaker: Speaker;
}

/** A sentence that says when something happened: what a section of a skeleton is made from. None of its prose is kept. */
export interface Statement {
  readonly phrase: DatePhrase;
  readonly actors: readonly ActorId[];
  readonly place: PlaceId | null;
  readonly isPurported: boolean;
  readonly quotations: readonly QuotedWords[];
  /** The number of its paragraph in the article, from 1. */
  readonly paragraph: number;
}

/** What an article's paragraphs hold: dated statements, the quotations of no dated statement, and names nobody has. */
export interface Statements {
  readonly dated: readonly Statement[];
  readonly undated: readonly QuotedWords[];
  readonly unknownNames: readonly string[];
}

/**
 * Takes an article's paragraphs and the day on which it appeared, null where nobody knows it; gives what they
 * state. A quotation goes with the dated sentence it stands in, else with the nearest of its paragraph.
 */
export function findStatements(
  paragraphs: readonly string[],
  published: DayNumber | null,
  known: Known,
): Statements {
  const all = paragraphs.map((paragraph, index) =>
    readParagraph(splitSentences(paragraph), index + 1, published, known),
  );
  return {
    dated: all.flatMap(({ dated }) => dated),
    undated: all.flatMap(({ undated }) => undated),
    unknownNames: listUnknown(paragraphs, known),
  };
}

function readParagraph(
  sentences: readonly Sentence[],
  paragraph: number,
  published: DayNumber | null,
  known: Known,
): { dated: Statement[]; undated: QuotedWords[] } {
  const phrases = sentences.map(({ own }) => {
    const found = findDatePhrases(own, published);
    // Two phrases of one sentence that come to the same are one statement.
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
      // A single word in quotation marks is the article's distance, not what somebody said.
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
    (phrases[index] ?? []).map((phrase, order): Statement => ({
      phrase,
      ...findParties(sentence, known, order === 0 ? (quotations.get(index) ?? []) : []),
      isPurported: /\bpurport(?:s|ed|edly|ing)?\b/i.test(sentence.own),
      quotations: order === 0 ? (quotations.get(index) ?? []) : [],
      paragraph,
    })),
  );
  return { dated, undated };
}

/** Gives the dated sentence nearest to one of the same paragraph, the earlier of two; undefined where none is. */
function findNearestDated(phrases: readonly DatePhrase[][], index: number): number | undefined {
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
  // Of a place and the one it lies in the narrower says more.
  const [first] = places;
  const narrower = places.find(
    (place) => first !== undefined && known.listAround(place).includes(first),
  );
  // Where the sentence has no more than a pronoun, what is dated is what was said.
  const speakers = quotations.flatMap(({ speaker }) => speaker.id ?? []);
  return {
    actors: [...new Set(actors.length > 0 ? actors : speakers)],
    place: narrower ?? first ?? null,
  };
}

function listUnknown(paragraphs: readonly string[], known: Known): string[] {
  const names = new Map<string, number>();
  for (const { own } of paragraphs.flatMap(splitSentences)) {
    const matches = known.findNames(own);
    for (const { name } of findUnknownNames(own, matches))
      if (known.findSources(name).length === 0 && known.findSources(`The ${name}`).length === 0)
        names.set(name, (names.get(name) ?? 0) + 1);
  }
  return [...names.keys()];
}
