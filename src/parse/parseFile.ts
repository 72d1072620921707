import type {
  ActorDraft,
  Draft,
  PermalinksDraft,
  PlaceDraft,
  RulingDraft,
  SiteDraft,
  SourceDraft,
  StateOfPlayDraft,
  UnreadDraft,
} from '../model/drafts.ts';
import { isEventId, isId } from '../model/ids.ts';
import { printTimeOfDay } from '../model/when.ts';
import type { Placed } from '../problems/place.ts';
import { createProblem, type Problem } from '../problems/problem.ts';
import { reportControlCharacters } from './controlCharacters.ts';
import { checkTime } from './eventBlock.ts';
import {
  actorFields,
  placeFields,
  rulingFields,
  siteFields,
  sourceFields,
  stateOfPlayFields,
} from './fields.ts';
import { readFrontMatter } from './frontMatter.ts';
import { getMostBytes, printBytes, reportExcess } from './limits.ts';
import { parseMarkdown } from './markdown.ts';
import { readNames, readPage, unreadDay } from './page.ts';
import { parseArticle } from './parseArticle.ts';
import { reportMixedScripts } from './mixedScripts.ts';
import { decodeText, SourceText } from './sourceText.ts';
import { readBody } from './texts.ts';

/** One file of the content folder: its path inside that folder, the name to print, and its bytes. */
export interface ContentFile {
  readonly path: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What it is where it was not read: a link, a device, a file that the system keeps. */
  readonly unreadable?: string;
}

/** What one file gave: its draft, if it is a file of ours, and its problems. */
export interface ParsedFile {
  readonly draft: Draft | null;
  readonly problems: readonly Problem[];
}

const folders = {
  articles: parseArticle,
  actors: parseActor,
  sources: parseSource,
  places: parsePlace,
  events: parseRuling,
};

const singles = { 'site.md': parseSite, 'state-of-play.md': parseStateOfPlay };

// What a file of a folder would have been, had it been readable.
const kinds = {
  articles: 'article',
  actors: 'actor',
  sources: 'source',
  places: 'place',
  events: 'ruling',
  'site.md': 'site',
  'state-of-play.md': 'state-of-play',
} as const;

const layout =
  'site.md, state-of-play.md, permalinks.txt, README.md, or a .md file in articles/, actors/, sources/, places/ or events/';

/** Takes one file of the content folder (design.md, section 1); gives its draft with line and column for everything. */
export function parseFile({ path, file, bytes, unreadable }: ContentFile): ParsedFile {
  const at = { file, line: 1, column: 1 };
  if (unreadable !== undefined) {
    const facts = { found: unreadable, expected: 'a file of its own that can be read' };
    return { draft: toUnread(path), problems: [createProblem('file-unreadable', at, facts)] };
  }
  if (path === 'README.md') return { draft: null, problems: [] };
  const most = getMostBytes(path);
  if (bytes.length > most) {
    const facts = {
      found: `file of more than ${printBytes(most)}`,
      expected: `at most ${printBytes(most)}; a longer digest can be parted into two`,
    };
    return { draft: toUnread(path), problems: [createProblem('too-large', at, facts)] };
  }
  const text = decodeText(bytes);
  if (text === undefined)
    return { draft: toUnread(path), problems: [createProblem('file-encoding', at)] };
  const source = new SourceText(file, text);
  if (path !== 'permalinks.txt' && reportExcess(source))
    return { draft: toUnread(path), problems: source.problems };
  reportControlCharacters(source);
  reportMixedScripts(source);
  const draft = parseByPath(source, path);
  if (!draft) source.report('file-name', at, { found: path, expected: layout });
  return { draft: draft ?? null, problems: source.problems };
}

/** Stands for a file that could not be read: what it would have named is then not held to be unknown. */
function toUnread(path: string): UnreadDraft | null {
  const [first = ''] = path.split('/');
  return Object.hasOwn(kinds, first)
    ? { type: 'unread', kind: kinds[first as keyof typeof kinds] }
    : null;
}

function parseByPath(source: SourceText, path: string): Draft | undefined {
  if (path === 'permalinks.txt') return parsePermalinks(source);
  const [folder = '', name = '', ...deeper] = path.split('/');
  if (name === '')
    return Object.hasOwn(singles, folder)
      ? singles[folder as keyof typeof singles](source)
      : undefined;
  if (deeper.length > 0 || !name.endsWith('.md') || !Object.hasOwn(folders, folder))
    return undefined;
  const id = name.slice(0, -'.md'.length);
  if (!isId(id) || (folder === 'events' && !isEventId(id)))
    source.report('event-id', source.at(1, 1), { found: id, what: 'file name' });
  return folders[folder as keyof typeof folders](source, id);
}

/** One address a line; empty lines are let be. */
function parsePermalinks(source: SourceText): PermalinksDraft {
  const addresses = source.lines.flatMap((line, index): Placed<string>[] => {
    const value = line.trim();
    if (value === '') return [];
    const at = source.at(index + 1, 1);
    if (/^\/(?:[\w-]+\/)*$/.test(value)) return [{ value, at }];
    source.report('permalink', at, { found: value });
    return [];
  });
  return { type: 'permalinks', addresses };
}

function parseActor(source: SourceText, id: string): ActorDraft {
  const tree = parseMarkdown(source.text);
  const { values, placed, placedItems } = readFrontMatter(source, tree, actorFields);
  return {
    type: 'actor',
    ...readPage(source, id, values, placedItems),
    ...readNames(values, placed, placedItems),
    text: readBody(source, tree),
    kind: values.kind ?? 'person',
    role: values.role ?? null,
    group: values.group ? placed(values.group, 'group') : null,
    of: placedItems(values.of, 'of'),
    leads: placedItems(values.leads, 'leads'),
  };
}

function parseSource(source: SourceText, id: string): SourceDraft {
  const tree = parseMarkdown(source.text);
  const { values, placed, placedItems } = readFrontMatter(source, tree, sourceFields);
  return {
    type: 'source',
    ...readPage(source, id, values, placedItems),
    ...readNames(values, placed, placedItems),
    text: readBody(source, tree),
    kind: values.kind ?? null,
    about: values.about ?? null,
    url: values.url ?? null,
    language: values.language ?? null,
  };
}

function parsePlace(source: SourceText, id: string): PlaceDraft {
  const tree = parseMarkdown(source.text);
  const { values, placed, placedItems } = readFrontMatter(source, tree, placeFields);
  return {
    type: 'place',
    ...readPage(source, id, values, placedItems),
    ...readNames(values, placed, placedItems),
    text: readBody(source, tree),
    within: values.within ? placed(values.within, 'within') : null,
    coordinates: values.at ?? null,
  };
}

function parseRuling(source: SourceText, id: string): RulingDraft {
  const tree = parseMarkdown(source.text);
  const { values, placed, placedItems } = readFrontMatter(source, tree, rulingFields);
  const body = tree.children.find((node) => node.type !== 'yaml');
  if (body)
    source.report('markdown-unsupported', source.startOf(body), {
      found: 'text below a ruling',
      expected: 'the reason as `why:` in its front matter',
    });
  const time = values.time ? placed(values.time, 'time') : null;
  const expected = time && values.date ? checkTime(time.value, values.date) : undefined;
  if (time && expected)
    source.report('event-time', time.at, {
      found: printTimeOfDay(time.value),
      expected,
    });
  return {
    type: 'ruling',
    ...readPage(source, id, values, placedItems),
    title: values.title ?? null,
    date: values.date ? placed(values.date, 'date') : null,
    time,
    place: values.place ? placed(values.place, 'place') : null,
    certainty: values.certainty ?? null,
    actors: placedItems(values.actors, 'actors'),
    why: values.why ?? null,
    unknown: values.unknown ?? [],
  };
}

function parseSite(source: SourceText): SiteDraft {
  const tree = parseMarkdown(source.text);
  const { values, placedItems } = readFrontMatter(source, tree, siteFields);
  return {
    type: 'site',
    title: values.title ?? '',
    tagline: values.tagline ?? null,
    language: values.language ?? 'en',
    zone: values['time-zone'] ?? 'UTC',
    groups: values.groups ?? [],
    principals: placedItems(values.principals, 'principals'),
    about: readBody(source, tree),
  };
}

function parseStateOfPlay(source: SourceText): StateOfPlayDraft {
  const tree = parseMarkdown(source.text);
  const { values } = readFrontMatter(source, tree, stateOfPlayFields);
  return {
    type: 'state-of-play',
    asOf: values['as-of'] ?? unreadDay,
    text: readBody(source, tree),
  };
}
