import { createDigest, isDigest, type Digest, type NearMemo } from '../archive/digests.ts';
import { getDraftKey } from '../archive/drafts.ts';
import type { ContentCache } from '../archive/contentCache.ts';
import type { Archive } from '../model/archive.ts';
import type { ArticleDraft } from '../model/drafts.ts';
import { linkContent, type LinkedContent, type OtherDraft } from '../model/linkArchive.ts';
import type { ArticleSource } from '../model/linkArticles.ts';
import { emptyMemory } from '../model/memory.ts';
import { hasCome, noteDaysAhead } from '../model/noteDaysAhead.ts';
import {
  createNearFinder,
  findPlainWords,
  listDoubtful,
  noteNearNames,
  type Locate,
} from '../model/noteNearNames.ts';
import type { Directory } from '../model/outline.ts';
import { noteOldTexts } from '../model/noteOldTexts.ts';
import { noteUnmentioned } from '../model/noteUnmentioned.ts';
import { createWordLocator } from '../parse/locateWords.ts';
import { parseFile, type ContentFile, type ParsedFile } from '../parse/parseFile.ts';
import { hasErrors, sortProblems, type Problem } from '../problems/problem.ts';

/** The result of loading content: its archive unless there is an error, and all problems, sorted. */
export interface LoadResult {
  /** Created on first access, because a check does not need it. */
  readonly archive: Archive | null;
  /** The pages of a sound archive, or null if there is an error. */
  readonly directory: Directory | null;
  readonly problems: readonly Problem[];
  readonly filesRead: number;
}

/** Options that replace parsing and linking all content again. */
export interface LoadOptions {
  readonly parse?: (file: ContentFile) => ParsedFile;
  /**
   * The current time (milliseconds UTC), to report days that have not come yet; left out to skip that check.
   */
  readonly now?: number;
  readonly known?: ContentCache;
}

/** A digest with a function that reads its draft. */
interface LazyDigest {
  readonly file: string;
  readonly digest: Digest;
  readonly read: () => ArticleDraft;
}

/**
 * Returns the archive and all problems of a content folder, whose files may be in any order; `folder` is its
 * name for messages. Reuses what `known` remembers of an earlier loading; the result is the same without it.
 */
export function loadArchive(
  files: readonly ContentFile[],
  folder: string,
  { parse = parseFile, now, known }: LoadOptions = {},
): LoadResult {
  const { digests, others, problems: parsed } = readDrafts(files, parse, known);
  const sources = digests.map(({ digest: { stub, key }, read }): ArticleSource => ({
    stub,
    key,
    read,
  }));
  const articles = new Map(
    digests.flatMap(({ digest: { stub, memo } }) => (memo ? [[stub.id, memo] as const] : [])),
  );
  const linked = linkContent(sources, others, folder, {
    ...(known?.content ?? emptyMemory),
    articles,
  });
  const ahead = now === undefined ? [] : listDaysAhead(digests, others, now);
  const problems = [...parsed, ...linked.problems, ...ahead];
  const isSound = !hasErrors(problems) && linked.directory !== null;
  const near = isSound ? findNear(digests, linked) : undefined;
  const notices = near
    ? [
        ...linked.notices,
        ...noteUnmentioned(linked.outline, others),
        ...noteOldTexts(linked.outline, others),
        ...noteNearNames(near.digests, near.plain, createLocate(files)),
      ]
    : [];
  known?.save({ ...linked.memory, digests: listKnown(digests, linked, near?.digests) });
  let archive: Archive | null | undefined;
  return {
    get archive() {
      return (archive ??= isSound ? linked.createArchive() : null);
    },
    directory: isSound ? linked.directory : null,
    problems: sortProblems([...problems, ...notices]),
    filesRead: files.length,
  };
}

/** Returns the digests and all other drafts of a content folder, parsing only what is not known. */
function readDrafts(
  files: readonly ContentFile[],
  parse: (file: ContentFile) => ParsedFile,
  known: ContentCache | undefined,
) {
  const digests: LazyDigest[] = [];
  const others: OtherDraft[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const name = file.file;
    const key = known ? getDraftKey(file) : '';
    let parsed: ParsedFile | undefined;
    const read = () => {
      const { draft } = (parsed ??= parse(file));
      if (!isDigest(draft)) throw new Error(`${name} is no digest.`);
      return draft;
    };
    const digest = known?.content.digests.get(name);
    if (digest?.key === key) {
      digests.push({ file: name, digest, read });
      problems.push(...digest.problems);
      continue;
    }
    parsed = parse(file);
    problems.push(...parsed.problems);
    const { draft } = parsed;
    if (isDigest(draft))
      digests.push({ file: name, digest: createDigest(key, draft, parsed), read });
    else if (draft) others.push(draft);
  }
  return { digests, others, problems };
}

function listDaysAhead(
  digests: readonly LazyDigest[],
  others: readonly OtherDraft[],
  now: number,
): Problem[] {
  const ahead = digests.filter(({ digest }) => !hasCome(digest.lastDay ?? -Infinity, now));
  return noteDaysAhead([...others, ...ahead.map(({ read }) => read())], now);
}

/**
 * Finds near matches of the site's names in each digest, and the words that digests also write in lower case.
 */
function findNear(digests: readonly LazyDigest[], { named, memory: { names } }: LinkedContent) {
  let find: ReturnType<typeof createNearFinder> | undefined;
  const found = digests.map(({ digest: { near, stub }, read }) => {
    if (near?.names === names) return { ...near, at: stub.at, near };
    find ??= createNearFinder(named);
    return { ...find(read()), at: stub.at, near: null };
  });
  const doubtful = new Set(listDoubtful(found));
  const doubtfulWords = [...doubtful].join(' ');
  const all = found.map(({ near, hits, nobodys, at }, index) => {
    const memo: NearMemo =
      near?.doubtfulWords === doubtfulWords
        ? near
        : { names, hits, nobodys, doubtfulWords, plain: findPlain(digests[index], doubtful) };
    return { ...memo, at, memo };
  });
  return { digests: all, plain: new Set(all.flatMap(({ plain }) => plain)) };
}

function findPlain(digest: LazyDigest | undefined, words: ReadonlySet<string>): readonly string[] {
  return digest && words.size > 0 ? findPlainWords(digest.read(), words) : [];
}

/** Returns the current record of each digest; an unchanged record is the same object. */
function listKnown(
  digests: readonly LazyDigest[],
  { memory }: LinkedContent,
  near: readonly { readonly memo: NearMemo }[] | undefined,
): Map<string, Digest> {
  return new Map(
    digests.map(({ file, digest }, index) => {
      const now = {
        memo: memory.articles.get(digest.stub.id) ?? null,
        near: near?.[index]?.memo ?? digest.near,
      };
      const isSame = digest.memo === now.memo && digest.near === now.near;
      return [file, isSame ? digest : { ...digest, ...now }];
    }),
  );
}

/**
 * Drafts have no source locations for single words of prose, so the few files with a word to show are read
 * again.
 */
function createLocate(files: readonly ContentFile[]): Locate {
  const locators = new Map<string, ReturnType<typeof createWordLocator>>();
  let byName: Map<string, ContentFile> | undefined;
  return (name, words) => {
    byName ??= new Map(files.map((file) => [file.file, file]));
    const file = byName.get(name);
    const locator = locators.get(name) ?? (file && createWordLocator(file));
    if (locator) locators.set(name, locator);
    return locator?.(words);
  };
}
