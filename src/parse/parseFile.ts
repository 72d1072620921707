import { createHash } from 'node:crypto';
import {
  decisions,
  type ActorDraft,
  type Draft,
  type OwnPageDraft,
  type Permalink,
  type PermalinksDraft,
  type PlaceDraft,
  type Reasons,
  type RulingDraft,
  type SiteDraft,
  type SourceDraft,
  type StateOfPlayDraft,
  type UnreadDraft,
} from '../model/drafts.ts';
import { isEventId, isId } from '../model/ids.ts';
import { findSiteLanguage, styleLanguages, type WritingStyle } from '../model/siteLanguages.ts';
import { iconNames } from '../model/look.ts';
import { printTimeOfDay } from '../model/dates/timeOfDay.ts';
import { withLocation } from '../problems/fault.ts';
import type { SourceLocation, Located } from '../problems/sourceLocation.ts';
import { createProblem, type Problem } from '../problems/problem.ts';
import { reportControlCharacters } from './controlCharacters.ts';
import { checkTime } from './eventBlock.ts';
import {
  actorFields,
  placeFields,
  rulingFields,
  ownPageFields,
  siteFields,
  sourceFields,
  stateOfPlayFields,
} from './fields.ts';
import { fontFile } from './fontFace.ts';
import { readFrontMatter } from './frontMatter.ts';
import { getMaxBytes, printBytes, reportExcess } from './limits.ts';
import { maxSection, readTree } from './outputLimits.ts';
import { readNames, readPage, unreadDay } from './page.ts';
import { parseArticle } from './parseArticle.ts';
import { reportPictureLetters } from './pictureLetters.ts';
import { reportMixedScripts } from './mixedScripts.ts';
import { parseLogo } from './logo.ts';
import { decodeText, SourceText } from './sourceText.ts';
import { createDay, listPageDays, reportDays } from './statedDays.ts';
import { readBody } from './texts.ts';
import { parseTheme } from './theme.ts';

/** A file of the content folder: its path in the folder, its display name, and its bytes. */
export interface ContentFile {
  readonly path: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The type of a file that wasn't read: a link, a device, a system file. */
  readonly unreadable?: string;
}

/** The result of parsing a file: its draft, if it is one of ours, and its problems. */
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
  pages: parseOwnPage,
};

const singles = { 'site.md': parseSite, 'state-of-play.md': parseStateOfPlay };

// The kind of file that each folder holds, for unreadable files.
const kinds = {
  articles: 'article',
  actors: 'actor',
  sources: 'source',
  places: 'place',
  events: 'ruling',
  'site.md': 'site',
  'state-of-play.md': 'state-of-play',
} as const;

/** Documentation for editors, which isn't content. */
export const guides: readonly string[] = ['README.md', 'ADOPTING.md'];

const layout =
  'site.md, state-of-play.md, permalinks.txt, theme.css, logo.svg, README.md, a .md file in articles/, actors/, sources/, places/, events/ or pages/, an icon in icons/, or a font in fonts/';

/** Returns the draft of a content file (content/README.md, “The folder”), with lines and columns throughout. */
export function parseFile({ path, file, bytes, unreadable }: ContentFile): ParsedFile {
  const at = { file, line: 1, column: 1 };
  if (unreadable !== undefined) {
    const facts = { found: unreadable, expected: 'a regular file that can be read' };
    return { draft: toUnread(path), problems: [createProblem('file-unreadable', at, facts)] };
  }
  if (guides.includes(path)) return { draft: null, problems: [] };
  const maxBytes = getMaxBytes(path);
  if (bytes.length > maxBytes) {
    const facts = {
      found: `file of more than ${printBytes(maxBytes)}`,
      expected: `at most ${printBytes(maxBytes)}; ${path.startsWith('fonts/') ? 'reduce the font to the letters you use' : 'split a longer digest in two'}`,
    };
    return { draft: toUnread(path), problems: [createProblem('too-large', at, facts)] };
  }
  if (path.startsWith('icons/')) return parseIcon(path, at, bytes);
  if (path.startsWith('fonts/')) return parseFont(path, at, bytes);
  const text = decodeText(bytes);
  if (text === undefined)
    return { draft: toUnread(path), problems: [createProblem('file-encoding', at)] };
  const source = new SourceText(file, text);
  return withLocation(
    () => source.reached,
    () => parseText(source, path),
  );
}

function parseText(source: SourceText, path: string): ParsedFile {
  if (path.endsWith('.md') && reportExcess(source))
    return { draft: toUnread(path), problems: source.problems };
  reportControlCharacters(source);
  if (path.endsWith('.md') || path === 'permalinks.txt') reportMixedScripts(source);
  const draft = parseByPath(source, path);
  if (draft === null) return { draft, problems: source.problems };
  if (draft && 'days' in draft) reportDays(source, draft.days);
  if (!draft) source.report('file-name', source.at(1, 1), { found: path, expected: layout });
  return { draft: draft ?? null, problems: source.problems };
}

/** Represents an unreadable file, so that names it may define aren't reported as unknown. */
function toUnread(path: string): UnreadDraft | null {
  const [first = ''] = path.split('/');
  return Object.hasOwn(kinds, first)
    ? { type: 'unread', kind: kinds[first as keyof typeof kinds] }
    : null;
}

/** Returns an icon unchanged; only names that pages use are allowed. */
function parseIcon(path: string, at: SourceLocation, bytes: Uint8Array): ParsedFile {
  const name = path.slice('icons/'.length);
  if (!(iconNames as readonly string[]).includes(name)) {
    const expected = `one of ${iconNames.map((icon) => `icons/${icon}`).join(', ')}`;
    return { draft: null, problems: [createProblem('file-name', at, { found: path, expected })] };
  }
  return {
    draft: { type: 'icon', name, base64: Buffer.from(bytes).toString('base64') },
    problems: [],
  };
}

/** Returns a font unchanged, under a name with a hash of its content, as browsers cache it for a year. */
function parseFont(path: string, at: SourceLocation, bytes: Uint8Array): ParsedFile {
  // Font licences often require a copy next to the font.
  if (/^fonts\/[\w.-]+\.txt$/.test(path)) return { draft: null, problems: [] };
  const [, name] = fontFile.exec(path) ?? [];
  const refuse = (kind: 'file-name' | 'font-value', found: string, expected: string) => ({
    draft: null,
    problems: [createProblem(kind, at, { found, expected })],
  });
  if (name === undefined)
    return refuse(
      'file-name',
      path,
      'a WOFF2 file with a plain name, such as fonts/quay.woff2 (fonttools, Google Fonts and most foundries provide that format)',
    );
  const fault = findFontFault(bytes);
  if (fault !== undefined) return refuse('font-value', fault, 'a complete WOFF2 file');
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const file = {
    base64: Buffer.from(bytes).toString('base64'),
    path: `fonts/${name.replace(/\.woff2$/, '')}.${hash}.woff2`,
  };
  return { draft: { type: 'font', at, name, file }, problems: [] };
}

/** Returns what a file is instead of WOFF2, based on the signature and length in its first bytes. */
function findFontFault(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < 48 || buffer.toString('latin1', 0, 4) !== 'wOF2')
    return 'file that is not WOFF2';
  const length = buffer.readUInt32BE(8);
  return length === buffer.length
    ? undefined
    : `file of ${buffer.length} bytes that claims to have ${length}`;
}

/** Returns a file's draft, null if it can't be read, undefined if it isn't one of ours. */
function parseByPath(source: SourceText, path: string): Draft | null | undefined {
  if (path === 'permalinks.txt') return parsePermalinks(source);
  if (path === 'theme.css') return { type: 'theme', theme: parseTheme(source) };
  if (path === 'logo.svg') {
    const logo = parseLogo(source);
    return logo && { type: 'logo', logo };
  }
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

/** One address a line, or an old one and its target; `# base /x/` once. Empty lines are ignored. */
function parsePermalinks(source: SourceText): PermalinksDraft {
  let base: Located<string> | null = null;
  const addresses = source.lines.flatMap((line, index): Permalink[] => {
    const text = line.trim();
    if (text === '') return [];
    const at = source.at(index + 1, 1);
    const [, path] = /^# base (\/(?:[^\s/]+\/)*)$/.exec(text) ?? [];
    if (path !== undefined && base === null) {
      base = { value: path, at };
      return [];
    }
    const [, value, to = null] = permalinkLine.exec(text) ?? [];
    if (value !== undefined && value !== to) return [{ value, to, at }];
    source.report('permalink', at, { found: text });
    return [];
  });
  return { type: 'permalinks', addresses, base };
}

// Matches one address such as /events/harbour-closed/, or two separated by a space.
const permalinkLine = /^(\/(?:[\w-]+\/)*)(?: (\/(?:[\w-]+\/)*))?$/;

function parseActor(source: SourceText, id: string): ActorDraft {
  const tree = readTree(source);
  const { values, located, locatedItems } = readFrontMatter(source, tree, actorFields);
  const named = readNames(values, located, locatedItems);
  const role = values.role ? located(values.role, 'role') : null;
  reportPictureLetters(source, [named.name, ...named.names.map(({ name }) => name), role]);
  return {
    type: 'actor',
    ...readPage(source, id, values, { located, locatedItems }),
    ...named,
    text: readBody(source, tree),
    kind: values.kind ?? 'person',
    role: values.role ?? null,
    group: values.group ? located(values.group, 'group') : null,
    of: locatedItems(values.of, 'of'),
    leads: locatedItems(values.leads, 'leads'),
    namedAs: locatedItems(values['named-as'], 'named-as'),
    reviewed: values.reviewed ? located(values.reviewed, 'reviewed') : null,
  };
}

function parseSource(source: SourceText, id: string): SourceDraft {
  const tree = readTree(source);
  const { values, located, locatedItems } = readFrontMatter(source, tree, sourceFields);
  const named = readNames(values, located, locatedItems);
  reportPictureLetters(source, [named.name]);
  return {
    type: 'source',
    ...readPage(source, id, values, { located, locatedItems }),
    ...named,
    text: readBody(source, tree),
    kind: values.kind ?? null,
    about: values.about ?? null,
    url: values.url ?? null,
    language: values.language ?? null,
  };
}

function parsePlace(source: SourceText, id: string): PlaceDraft {
  const tree = readTree(source);
  const { values, located, locatedItems } = readFrontMatter(source, tree, placeFields);
  return {
    type: 'place',
    ...readPage(source, id, values, { located, locatedItems }),
    ...readNames(values, located, locatedItems),
    text: readBody(source, tree),
    within: values.within ? located(values.within, 'within') : null,
    coordinates: values.at ?? null,
  };
}

function parseRuling(source: SourceText, id: string): RulingDraft {
  const tree = readTree(source);
  const { values, located, locatedItems } = readFrontMatter(source, tree, rulingFields);
  const body = tree.children.find((node) => node.type !== 'yaml');
  if (body)
    source.report('markdown-unsupported', source.startOf(body), {
      found: 'text below a ruling',
      expected: 'the reason in its front matter, as `why:`, `date-why:` or similar',
    });
  if (values.title) reportPictureLetters(source, [located(values.title, 'title')]);
  const time = values.time ? located(values.time, 'time') : null;
  const expected = time && values.date ? checkTime(time.value, values.date) : undefined;
  if (time && expected)
    source.report('event-time', time.at, {
      found: printTimeOfDay(time.value),
      expected,
    });
  return {
    type: 'ruling',
    ...readPage(source, id, values, { located, locatedItems }),
    title: values.title ?? null,
    summary: values.summary ?? null,
    date: values.date ? located(values.date, 'date') : null,
    time,
    place: values.place ? located(values.place, 'place') : null,
    certainty: values.certainty ?? null,
    actors: locatedItems(values.actors, 'actors'),
    ...readReasons(source, values, located),
    unknown: locatedItems(values.unknown, 'unknown'),
    reviewed: values.reviewed ? located(values.reviewed, 'reviewed') : null,
  };
}

/**
 * Returns a ruling's decisions, each with its reason. A bare `why` is the reason for the only decision, or
 * for what stays open.
 */
function readReasons(
  source: SourceText,
  values: Readonly<Record<string, unknown>>,
  located: (value: string, key: string) => Located<string>,
): Pick<RulingDraft, 'decided' | 'reasons' | 'why'> {
  const decided = decisions.filter((decision) => values[decision] !== undefined);
  const reasons = Object.fromEntries(
    decisions.flatMap((decision) => {
      const reason = values[`${decision}-why`];
      return typeof reason === 'string' ? [[decision, reason]] : [];
    }),
  ) as Reasons;
  const { why } = values;
  if (typeof why !== 'string') return { decided, reasons, why: null };
  const [only, ...more] = decided;
  if (only === undefined) return { decided, reasons, why };
  if (more.length === 0 && reasons[only] === undefined)
    return { decided, reasons: { ...reasons, [only]: why }, why: null };
  source.report('ruling-why', located(why, 'why').at, { decided });
  return { decided, reasons, why: null };
}

function parseSite(source: SourceText): SiteDraft {
  const tree = readTree(source);
  const { values, located, locatedItems } = readFrontMatter(source, tree, siteFields);
  if (values.title) reportPictureLetters(source, [located(values.title, 'title')]);
  return {
    type: 'site',
    title: values.title ?? '',
    tagline: values.tagline ?? null,
    language: values.language ?? 'en',
    zone: values['time-zone'] ?? 'UTC',
    groups: values.groups ?? [],
    principals: locatedItems(values.principals, 'principals'),
    licence: values.licence
      ? {
          name: values.licence.name,
          url: values.licence.url ?? null,
          text: values.licence.text ?? null,
        }
      : null,
    head: values.head ?? [],
    analytics: values.analytics
      ? {
          script: values.analytics.script,
          attributes: values.analytics.attributes ?? {},
          connect: values.analytics.connect ?? [],
          privacy: values.analytics.privacy ?? null,
        }
      : null,
    authority: values.authority ?? null,
    style: readStyle(source, values, located),
    about: readBody(source, tree, maxSection),
    at: source.at(1, 1),
    days: listPageDays(values, located),
    reviewed: values.reviewed ? located(values.reviewed, 'reviewed') : null,
  };
}

/** Returns the site's style choices. Reports a choice that its language doesn't have. */
function readStyle(
  source: SourceText,
  values: Readonly<{ [Key in keyof WritingStyle]?: WritingStyle[Key] | undefined }> & {
    readonly language?: string;
  },
  located: (value: string, key: string) => Located<string>,
): WritingStyle {
  const language = findSiteLanguage(values.language ?? 'en') ?? 'en';
  for (const key of ['digits', 'months'] as const) {
    const value = values[key];
    if (value === undefined || styleLanguages[key].includes(language)) continue;
    source.report('field-value', located(value, key).at, {
      name: key,
      found: `"${value}"`,
      expected: `this key only on a site in ${styleLanguages[key].join(' or ')}`,
    });
  }
  return { digits: values.digits ?? 'latin', months: values.months ?? 'levantine' };
}

function parseOwnPage(source: SourceText, id: string): OwnPageDraft {
  const tree = readTree(source);
  const { values, locatedItems } = readFrontMatter(source, tree, ownPageFields);
  return {
    type: 'own-page',
    at: source.at(1, 1),
    id,
    title: values.title ?? '',
    nav: values.nav ?? null,
    formerly: locatedItems(values.formerly, 'formerly'),
    text: readBody(source, tree),
  };
}

function parseStateOfPlay(source: SourceText): StateOfPlayDraft {
  const tree = readTree(source);
  const { values, located } = readFrontMatter(source, tree, stateOfPlayFields);
  const asOf = values['as-of'] ?? unreadDay;
  return {
    type: 'state-of-play',
    asOf,
    days: [...createDay('as-of', asOf, located('', 'as-of').at), ...listPageDays(values, located)],
    text: readBody(source, tree),
    at: source.at(1, 1),
    reviewed: values.reviewed ? located(values.reviewed, 'reviewed') : null,
  };
}
