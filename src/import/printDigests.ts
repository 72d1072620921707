import { createId } from '../draft/createId.ts';
import { escapeMarkdown } from '../draft/escapeMarkdown.ts';
import { printFrontMatter } from '../draft/frontMatterText.ts';
import { isEventId } from '../model/ids.ts';
import { createEventIdPrompt, createPrompt, headlinePrompt } from '../parse/leftToWrite.ts';
import type { ClaimFacts, DigestFacts, Entry, QuotationFacts } from './entries.ts';

/** A file to write, with its path in the content folder. */
export interface ImportedFile {
  readonly path: string;
  readonly text: string;
  readonly events: number;
}

/** What the content already uses: ids, and numbers of placeholder ids. */
export interface Taken {
  readonly articles: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  /** The digest files by article address. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly nextEventNumber: number;
}

/** A longer digest is split, as it would exceed the limit of a file (`parse/limits.ts`). */
const maxBytes = 150_000;

/**
 * Returns the digests of all entries, one file for each article. Adds a message to `left` for each changed
 * id.
 */
export function printDigests(
  entries: readonly Entry[],
  taken: Taken,
  options: { readonly today: string; readonly source: string | null },
  left: string[],
): ImportedFile[] {
  const ids = nameEvents(entries, taken, left);
  const groups = Map.groupBy(entries, ({ digest }) => digest.key);
  const files = new Set(taken.articles);
  return [...groups.values()].flatMap((own) => {
    const facts = mergeFacts(own);
    const name = facts.id ?? takeId(nameDigest(facts), files);
    files.add(name);
    return splitSections(own.map((entry) => printSection(entry, ids))).map((sections, part) => ({
      path: `articles/${part === 0 ? name : `${name}-${part + 1}`}.md`,
      text: `${printHead(facts, options)}\n${sections.join('\n')}`,
      events: sections.length,
    }));
  });
}

/** Returns each entry's id: its own, else one based on its title that no other event has. */
function nameEvents(entries: readonly Entry[], taken: Taken, left: string[]): Map<Entry, string> {
  const used = new Set([...taken.events, ...entries.flatMap(({ id }) => id ?? [])]);
  let number = taken.nextEventNumber;
  const ids = new Map<Entry, string>();
  for (const entry of entries) {
    const made = entry.title === null ? null : createEventId(entry.title);
    const id = entry.id ?? (made === null ? createEventIdPrompt(number++) : takeId(made, used));
    if (entry.id === null && made !== null && id !== made)
      left.push(
        `${entry.where}: "${entry.title ?? ''}" gets the id ${id}, because ${made} is already used. If it is the same event, give it the id ${made}.`,
      );
    used.add(id);
    ids.set(entry, id);
  }
  return ids;
}

/** Returns an id without a date; null if no other word is left. */
function createEventId(title: string): string | null {
  const made = createId(title);
  if (made === null || isEventId(made)) return made;
  const bare = createId(title.replace(/\d+/g, ' '));
  return bare !== null && isEventId(bare) ? bare : null;
}

function takeId(id: string, used: ReadonlySet<string>): string {
  if (!used.has(id)) return id;
  for (let number = 2; ; number++) if (!used.has(`${id}-${number}`)) return `${id}-${number}`;
}

/** Returns the facts about a digest from all of its rows. */
function mergeFacts(entries: readonly Entry[]): DigestFacts {
  const all = entries.map(({ digest }) => digest);
  const first = <K extends keyof DigestFacts>(key: K) =>
    all.map((facts) => facts[key]).find((value) => value !== null) ?? null;
  return {
    key: all[0]?.key ?? '',
    id: first('id'),
    title: first('title'),
    source: first('source'),
    published: first('published'),
    url: first('url'),
  };
}

/** A digest with an address is named after the last words of the path. */
function nameDigest({ url, source, key }: DigestFacts): string {
  if (url === null) return createId(key.replace(/^source /, 'rows of ')) ?? 'imported';
  const { host, pathname } = new URL(url);
  const last = decode(pathname)
    .split('/')
    .filter((part) => part !== '')
    .at(-1);
  const words = createId((last ?? '').replace(/\.\w{2,5}$/, '')) ?? '';
  return createId(`${source ?? host.replace(/^www\./, '')} ${words}`) ?? 'imported';
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function printHead(
  { title, source, published, url, id }: DigestFacts,
  options: { readonly today: string; readonly source: string | null },
): string {
  const frontMatter = printFrontMatter([
    { key: 'title', value: title, toWrite: 'the article’s own title' },
    {
      key: 'source',
      value: source ?? options.source,
      toWrite: 'the id of a source; npm run new -- source adds one',
    },
    { key: 'published', value: published, toWrite: 'the day it appeared, such as 2024-05-12' },
    { key: 'added', value: options.today },
    { key: 'url', value: url },
  ]);
  // Our own data have everything about a digest, so nothing is left to write.
  const isOurs = id !== null && title === null;
  return isOurs
    ? frontMatter
    : `${frontMatter}\n${createPrompt('the lead. Say in your own words what this article reports.')}\n`;
}

function printSection(entry: Entry, ids: ReadonlyMap<Entry, string>): string {
  const id = ids.get(entry) ?? '';
  const partOf = [...ids.keys()].find(({ where }) => where === entry.partOf);
  const facts = [
    ['id', id],
    ['date', entry.date],
    ['time', entry.time],
    ['when', entry.when],
    ['basis', entry.basis],
    ['part-of', partOf ? ids.get(partOf) : entry.partOf],
    ['actors', entry.actors.join(', ')],
    ['place', entry.place],
    ['certainty', entry.certainty],
  ] as const;
  return [
    `## ${entry.title === null ? headlinePrompt : printHeading(entry.title)}`,
    '',
    '```event',
    ...facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
    '```',
    '',
    ...listPrompts(entry),
    ...(entry.text === '' ? [] : [entry.text, '']),
    ...entry.statements.flatMap((one) =>
      one.type === 'claim' ? printClaim(one) : printQuotation(one),
    ),
  ].join('\n');
}

/** What a sheet never states: how certain the source is, and how the date is known. */
function listPrompts({ certainty, basis }: Entry): string[] {
  const missing = [
    ...(certainty === null ? ['how certain the article is (`certainty:`)'] : []),
    ...(basis === null ? ['how the date is known (`basis:`)'] : []),
  ];
  return missing.length === 0 ? [] : [createPrompt(`${missing.join(', and ')}.`), ''];
}

/** Markdown would drop a number sign at the end of a heading. */
function printHeading(title: string): string {
  return escapeMarkdown(title).replace(/#/g, '\\#');
}

function printClaim({ says, on, answer, by, as, about, withdrawn }: ClaimFacts): string[] {
  const lines = Object.entries({ on, by, as, about, answer, withdrawn, says }).flatMap(
    ([name, value]) => (value === null ? [] : [`${name}: ${value}`]),
  );
  return on === null
    ? [createPrompt('the point that this claim answers (`on:`), in a `claim` block:', ...lines), '']
    : ['```claim', ...lines, '```', ''];
}

function printQuotation({ text, by, as, where }: QuotationFacts): string[] {
  const words = escapeMarkdown(as ?? by ?? '');
  const who = by !== null && as === null ? words : `[${words}](actor:${by ?? '-'})`;
  const lines = escapeMarkdown(text).split('\n');
  return [
    ...lines.map((line) => `> ${line}`),
    `> — ${who}${where === null ? '' : `, ${escapeMarkdown(where)}`}`,
    '',
  ];
}

/** Splits sections into parts that are short enough for a file. */
function splitSections(sections: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  let length = 0;
  for (const section of sections) {
    const bytes = new TextEncoder().encode(section).length;
    if (length + bytes > maxBytes && length > 0) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(section);
    length += bytes;
  }
  return parts;
}
