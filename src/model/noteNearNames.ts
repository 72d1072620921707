import type { ElementContent } from 'hast';
import type { Archive } from './archive.ts';
import type { ArticleDraft, TextDraft } from './drafts.ts';
import { NearNameIndex, type NearName } from './nearNames.ts';
import { foldText, NameIndex } from './names.ts';
import { createProblem, type Problem } from '../problems/problem.ts';
import type { SourceLocation } from '../problems/sourceLocation.ts';

/** Returns the first location of words in the prose of a file; undefined if they aren't found. */
export type Locate = (file: string, words: string) => SourceLocation | undefined;

interface Owner {
  readonly id: string;
  /** The file in the content folder, for the fix. */
  readonly file: string;
  /** The key in that file to add the name to. */
  readonly key: 'spellings' | 'named-as';
}

/** A name in a digest's prose that resembles a spelling, and how often it occurs. */
interface Hit {
  readonly near: NearName<Owner>;
  readonly times: number;
}

/** The similar names in a digest, and the words that it declares to be nobody's name. */
export interface NearNames {
  readonly hits: readonly Hit[];
  readonly nobodys: readonly string[];
}

/**
 * Returns a function that finds names in a digest that resemble the site's. Names in the digest's `spelt` are
 * intentional.
 */
export function createNearFinder(named: NamedPages): (draft: ArticleDraft) => NearNames {
  const { near, known } = indexNames(named);
  return (draft) => ({
    hits: findHits(draft, near, known),
    nobodys: listNobodys(draft).map(pad),
  });
}

/**
 * Returns the words that decide whether a match is a name at all: a plain word is also written in lower case.
 */
export function listDoubtful(digests: readonly NearNames[]): string[] {
  const words = digests.flatMap(({ hits }) => hits.flatMap(({ near }) => near.differing ?? []));
  return [...new Set(words)].sort();
}

/**
 * Notes each name in the prose of a digest that resembles a spelling but is none: once for each digest, at
 * its first occurrence. Words that the text declares to be nobody's name are intentional.
 */
export function noteNearNames(
  digests: readonly (NearNames & { readonly at: SourceLocation })[],
  plain: ReadonlySet<string>,
  locate: Locate,
): Problem[] {
  const nobodys = digests.flatMap((digest) => digest.nobodys);
  return digests.flatMap(({ hits, at }) =>
    hits.flatMap(({ near: { name, spelling, owner, differing }, times }) => {
      // A word that also occurs in lower case is a capitalised plain word.
      if (differing !== null && plain.has(differing)) return [];
      if (nobodys.some((words) => words.includes(pad(name)))) return [];
      const facts = { found: name.replace(/\s+/gu, ' '), times, nearest: spelling, ...owner };
      return [createProblem('spelling-near', locate(at.file, name) ?? at, facts)];
    }),
  );
}

/** The pages whose names are compared. */
export type NamedPages = Pick<Archive, 'actors' | 'places' | 'sources'>;

function indexNames({ actors, places, sources }: NamedPages): {
  near: NearNameIndex<Owner>;
  known: NameIndex<string>;
} {
  const near = new NearNameIndex<Owner>();
  const known = new NameIndex<string>();
  const nowhere = { file: '', line: 1, column: 1 };
  const folders = [
    { folder: 'actors', list: actors },
    { folder: 'places', list: places },
    { folder: 'sources', list: sources },
  ] as const;
  for (const { folder, list } of folders) {
    for (const { id, name, spellings, names } of list) {
      for (const spelling of [name, ...spellings, ...names.map((one) => one.name)]) {
        known.add(spelling, `${folder}/${id}`, nowhere);
        // Prose never links sources, so a similar name breaks nothing.
        if (folder !== 'sources')
          near.add(spelling, { id, file: `${folder}/${id}.md`, key: 'spellings' });
      }
    }
  }
  for (const { id, namedAs } of actors) {
    for (const { text } of namedAs) {
      known.add(text, `actors/${id}`, nowhere);
      near.add(text, { id, file: `actors/${id}.md`, key: 'named-as' });
    }
  }
  return { near, known };
}

function findHits(
  draft: ArticleDraft,
  index: NearNameIndex<Owner>,
  known: NameIndex<string>,
): Hit[] {
  const spelt = new Set(
    draft.spelt.flatMap(({ spellings }) => spellings.map(({ value }) => foldText(value))),
  );
  const hits = new Map<string, Hit>();
  for (const text of listTexts(draft).flatMap(({ passages }) =>
    passages.flatMap((passage) => (passage.type === 'prose' ? listProse(passage.nodes) : [])),
  )) {
    const found = index.find(text);
    if (found.length === 0) continue;
    const matches = known.find(text);
    for (const near of found) {
      if (spelt.has(foldText(near.name)) || isKnown(near, matches)) continue;
      const key = foldText(near.name);
      const first = hits.get(key);
      hits.set(key, { near: first?.near ?? near, times: (first?.times ?? 0) + 1 });
    }
  }
  return [...hits.values()];
}

/** Returns whether known names cover the whole match, or its differing word. */
function isKnown(
  { name, start, differing }: NearName<Owner>,
  matches: readonly { readonly start: number; readonly end: number }[],
): boolean {
  const words = [...name.matchAll(/\S+/gu)].filter(
    ([word]) => differing === null || foldText(word).replace(/\p{M}/gu, '').includes(differing),
  );
  const isCovered = (from: number, to: number) =>
    matches.some((match) => match.start < to && match.end > from);
  return (
    words.length > 0 &&
    words.every(({ 0: word, index }) => isCovered(start + index, start + index + word.length))
  );
}

function listTexts({ lead, accounts }: ArticleDraft): TextDraft[] {
  return [lead, ...accounts.map(({ text }) => text)];
}

/** Returns the prose in which names are found: without code, and without links that state whom they name. */
function listProse(nodes: readonly ElementContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return /\p{Lu}/u.test(node.value) ? [node.value] : [];
    if (node.type !== 'element' || node.tagName === 'code' || isOutright(node)) return [];
    return listProse(node.children);
  });
}

function isOutright(node: ElementContent): boolean {
  if (node.type !== 'element' || node.tagName !== 'a') return false;
  return /^(?:actor|place|source):/.test(String(node.properties.href));
}

/** Returns the words that a digest declares to be nobody's name. */
function listNobodys(draft: ArticleDraft): string[] {
  return listTexts(draft).flatMap(({ passages }) =>
    passages.flatMap((passage) => {
      if (passage.type === 'prose') return listNobodysLinks(passage.nodes);
      if (passage.type === 'claim') return passage.claim.by ? [] : (passage.claim.as ?? []);
      const { speaker } = passage.quotation;
      return speaker.type === 'nobody' ? [speaker.as] : [];
    }),
  );
}

function listNobodysLinks(nodes: readonly ElementContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    const isNobodys = node.tagName === 'a' && node.properties.href === 'actor:-';
    return isNobodys ? [toText(node.children)] : listNobodysLinks(node.children);
  });
}

function toText(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) =>
      node.type === 'text' ? node.value : node.type === 'element' ? toText(node.children) : '',
    )
    .join('');
}

function pad(words: string): string {
  return ` ${foldText(words)} `;
}

/** Returns those of the words that a digest also writes in lower case. */
export function findPlainWords(draft: ArticleDraft, words: ReadonlySet<string>): string[] {
  const plain = new Set<string>();
  if (words.size === 0) return [];
  for (const { passages } of listTexts(draft)) {
    for (const passage of passages) {
      const prose = passage.type === 'prose' ? toText(passage.nodes) : '';
      for (const [word] of prose.matchAll(/(?<![\p{L}-])\p{Ll}[\p{L}\p{M}]*/gu))
        if (words.has(word)) plain.add(word);
    }
  }
  return [...plain];
}
