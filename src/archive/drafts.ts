import { hashContent } from '../model/hash.ts';
import { parseFile, type ContentFile, type ParsedFile } from '../parse/parseFile.ts';
import { openDatabase, type Opener } from './database.ts';
import { getParserKey } from './parserKey.ts';

/** The parsed files of the content, each parsed once for each state of its bytes. */
export interface Drafts {
  /** Returns a parsed file, from the cache if possible. */
  readonly parse: (file: ContentFile) => ParsedFile;
  /** Returns the files that are not cached. */
  readonly listUnknown: (files: readonly ContentFile[]) => readonly ContentFile[];
  /** Adds a parsed file. */
  readonly add: (file: ContentFile, parsed: ParsedFile) => void;
  /** Returns the parsed file with this name and key, or undefined if it is not cached. */
  readonly find: (file: string, key: string) => ParsedFile | undefined;
  /** Saves the new drafts, deletes those of files that are not in `files`, and releases the database. */
  readonly close: (files: readonly Pick<ContentFile, 'file'>[]) => void;
}

/**
 * Where drafts are cached: the state folder of a site (null to keep them only in memory), and the project
 * whose code parses them.
 */
export interface CacheLocation {
  readonly state: string | null;
  readonly root: string;
  /** State folders of shards, whose drafts are used if the state folder has none of its own. */
  readonly others?: readonly string[];
}

/** Returns the drafts cached in a state folder. */
export function openDrafts({ state, root, others = [] }: CacheLocation, opener: Opener): Drafts {
  const code = getParserKey(root);
  const open = (folder: string | null) =>
    folder === null || code === undefined ? undefined : openDatabase(folder, code, opener);
  const own = open(state);
  const cachedKeys = own?.listKeys('draft') ?? new Map<string, string>();
  const shared = cachedKeys.size === 0 ? others.flatMap((folder) => open(folder) ?? []) : [];
  const sources = own ? [own, ...shared] : shared;
  const used = new Map<string, { readonly key: string; readonly parsed: ParsedFile }>();
  const fresh = new Set<string>();
  const find = (file: string, key: string) => {
    for (const source of sources) {
      const found = source.read('draft', file, key) as ParsedFile | undefined;
      if (!found) continue;
      if (source !== own) fresh.add(file);
      return found;
    }
    return undefined;
  };
  const remember = (file: ContentFile, parsed: ParsedFile) => {
    used.set(file.file, { key: getDraftKey(file), parsed });
    parsedFiles.set(file, parsed);
    return parsed;
  };
  const findKnown = (file: ContentFile) => {
    const key = getDraftKey(file);
    const remembered = parsedFiles.get(file);
    if (remembered && cachedKeys.get(file.file) !== key) fresh.add(file.file);
    const parsed = remembered ?? find(file.file, key);
    return parsed && remember(file, parsed);
  };
  const add = (file: ContentFile, parsed: ParsedFile) => {
    fresh.add(file.file);
    return remember(file, parsed);
  };
  return {
    parse: (file) => findKnown(file) ?? add(file, parseFile(file)),
    listUnknown: (files) => files.filter((file) => !findKnown(file)),
    add,
    find,
    close: (files) => {
      const present = new Set(files.map(({ file }) => file));
      const values = [...fresh].flatMap((name) => {
        const { key, parsed } = used.get(name) ?? {};
        return key === undefined ? [] : [{ name, key, value: parsed }];
      });
      own?.write(
        'draft',
        values,
        [...cachedKeys.keys()].filter((name) => !present.has(name)),
      );
      for (const source of sources) source.close();
      used.clear();
    },
  };
}

const contentHashes = new WeakMap<ContentFile, string>();
const parsedFiles = new WeakMap<ContentFile, ParsedFile>();

/** Returns the cache key of a file: of its bytes, and of why it could not be read. */
export function getDraftKey(file: ContentFile): string {
  const { bytes, unreadable } = file;
  const content = contentHashes.get(file) ?? hashContent(bytes);
  contentHashes.set(file, content);
  return unreadable === undefined ? content : `${unreadable} ${content}`;
}
