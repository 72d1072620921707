import type { ElementContent } from 'hast';
import type { Archive } from './archive.ts';
import type { ArticleDraft, Draft, TextDraft } from './drafts.ts';
import { NearNameIndex, type NearName } from './nearNames.ts';
import { foldText, NameIndex } from './names.ts';
import { createProblem, type Problem } from '../problems/problem.ts';
import type { Place } from '../problems/place.ts';

/** Returns the first place where words stand in the prose of a file; undefined where they are not found. */
export type Locate = (file: string, words: string) => Place | undefined;

interface Owner {
  readonly id: string;
  /** Its file inside the content folder, for the repair. */
  readonly file: string;
  /** The key of that file that would take it. */
  readonly key: 'spellings' | 'named-as';
}

interface Hit {
  readonly draft: ArticleDraft;
  readonly near: NearName<Owner>;
  readonly times: number;
}

/**
 * Takes an archive, the drafts it was made from, and what finds the place of words; notes each name in the
 * prose of a digest that is no spelling of anybody, but near one: once in each digest, where it stands first.
 * What the digest's `spelt` has, or a text says to be nobody's, is meant as it stands.
 */
export function noteNearNames(
  archive: Archive,
  drafts: readonly Draft[],
  locate: Locate,
): Problem[] {
  const { near, known } = indexNames(archive);
  const articles = drafts.filter((draft) => draft.type === 'article');
  const hits = articles.flatMap((draft) => findHits(draft, near, known));
  if (hits.length === 0) return [];
  const nobodys = articles.flatMap(listNobodys).map(pad);
  const plain = findPlainWords(
    articles,
    new Set(hits.flatMap(({ near: hit }) => hit.differing ?? [])),
  );
  return hits.flatMap(({ draft, near: { name, spelling, owner, differing }, times }) => {
    // A word that is also written small is a plain one with a capital.
    if (differing !== null && plain.has(differing)) return [];
    if (nobodys.some((words) => words.includes(pad(name)))) return [];
    const facts = { found: name.replace(/\s+/gu, ' '), times, nearest: spelling, ...owner };
    return [createProblem('spelling-near', locate(draft.at.file, name) ?? draft.at, facts)];
  });
}

function indexNames({ actors, places, sources }: Archive): {
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
        // A source's name in prose is no link: one that is near it breaks nothing.
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
      hits.set(key, { draft, near: first?.near ?? near, times: (first?.times ?? 0) + 1 });
    }
  }
  return [...hits.values()];
}

/** Says whether names that are known cover the whole of what was found, or the word of it that is another. */
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

/** Returns the words of prose in which names are found: not those of code, nor of a link that says outright whom it names. */
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

/** Returns the words that a digest says to be nobody's. */
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

/** Returns those of the words that digests also write without a capital. */
function findPlainWords(
  articles: readonly ArticleDraft[],
  words: ReadonlySet<string>,
): Set<string> {
  const plain = new Set<string>();
  if (words.size === 0) return plain;
  for (const text of articles.flatMap(listTexts)) {
    for (const passage of text.passages) {
      const prose = passage.type === 'prose' ? toText(passage.nodes) : '';
      for (const [word] of prose.matchAll(/(?<![\p{L}-])\p{Ll}[\p{L}\p{M}]*/gu))
        if (words.has(word)) plain.add(word);
    }
  }
  return plain;
}
