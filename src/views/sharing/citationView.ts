import type { Article, NewsEvent, PageHistory, RetractedEvent } from '../../model/archive.ts';
import { linkSource, titleEvent, type ViewContext } from '../page/context.ts';
import { splitByline, type BylineName } from './bylineNames.ts';
import { dayToCsl, printCslDay, toCslDate, type CslDate } from './cslDate.ts';
import { exactDatetime, labelDate, labelDay } from '../dates/dateLabel.ts';
import { viewEventDate } from '../cards/eventCard.ts';
import { viewByline } from '../event/eventView.ts';
import { markForeign, type ForeignText } from '../page/foreign.ts';
import { getAdded } from '../history/changes.ts';
import { viewHistory } from '../history/historyView.ts';
import { sayCertainty, sayWho } from '../cards/telling.ts';
import type { EdtfDate } from '../../model/dates/edtfDate.ts';
import { printTemplate } from './wikitext.ts';

/** The cited work in CSL-JSON, from which every other format is generated. */
export interface CslItem {
  readonly id: string;
  readonly type: 'webpage' | 'article-newspaper';
  readonly title: string;
  readonly 'container-title': string;
  readonly author?: readonly BylineName[];
  readonly URL?: string;
  readonly issued: CslDate;
  /** The same date in EDTF, which BibLaTeX supports and CSL doesn't. */
  readonly edtf?: string;
  readonly accessed?: CslDate;
  readonly 'event-date'?: CslDate;
  readonly language: string;
  readonly note: string;
}

/** The link and citation of a page, ready to copy. */
export interface CitationView {
  /** The page's address with the site's origin. */
  readonly permalink: string;
  /** When it was last corrected, in words. */
  readonly corrected: string;
  readonly plain: string;
  /** The same in pieces, with foreign ones marked. */
  readonly pieces: readonly ForeignText[];
  readonly wikitext: string;
  readonly files: readonly CitationFile[];
}

/** A citation as a file. */
export interface CitationFile {
  readonly name: string;
  readonly type: string;
  readonly url: string;
}

/** The file formats of a citation: file extension, name and media type. */
export const citationFormats = [
  { ending: 'bib', name: 'BibLaTeX', type: 'application/x-bibtex' },
  { ending: 'ris', name: 'RIS', type: 'application/x-research-info-systems' },
  { ending: 'csl.json', name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json' },
] as const;

/** A `meta` element in the head of a page, for reference managers: its name and content. */
export type CitationTag = readonly [name: string, content: string];

/**
 * Returns Dublin Core tags, by which reference managers save an event's page. There are no Highwire tags:
 * Zotero treats any page with `citation_title` as a journal article, and a correcting `DC.type` would be
 * printed as its genre.
 */
export function tagEvent(event: NewsEvent, context: ViewContext): CitationTag[] {
  return [
    ['DC.title', titleEvent(event, context)],
    ['DC.date', getAdded(event)],
    ['DC.publisher', context.archive.site.title],
  ];
}

/** Returns the tags by which Zotero saves the original article from a digest's page. */
export function tagArticle(article: Article, context: ViewContext): CitationTag[] {
  const item = citeArticle(article, context);
  return [
    ['DC.type', 'newspaperArticle'],
    // The Highwire tag would make it a journal article.
    ['DC.source', item['container-title']],
    // The Highwire tag splits a name at its comma.
    ...(item.author ?? []).map((name): CitationTag => ['DC.creator', printName(name)]),
    ['citation_title', item.title],
    ['citation_date', printCslDay(item.issued) ?? labelDate(article.published, context.dates)],
    ['citation_language', item.language],
    ...(item.URL === undefined ? [] : [['citation_public_url', item.URL] as const]),
  ];
}

/** Returns “Family, Given”. A whole name of several words ends with a comma, so that it isn't split. */
function printName(name: BylineName): string {
  if ('family' in name) return `${name.family}, ${name.given}`;
  return /\s/.test(name.literal) ? `${name.literal},` : name.literal;
}

/**
 * Returns an event's page as a cited work. It has no access date, as that depends on the reader. Its issue
 * date is the day its first account joined the archive.
 */
export function citeEvent(event: NewsEvent, context: ViewContext): CslItem {
  const { archive, at, dates } = context;
  return {
    id: event.id,
    type: 'webpage',
    title: titleEvent(event, context),
    'container-title': archive.site.title,
    URL: at.absolute(at.event(event.id)),
    issued: dayToCsl(getAdded(event)),
    'event-date': toCslDate(event.when.date, dates),
    language: archive.site.language,
    note: noteEvent(event, context),
  };
}

/** Returns a retracted event's page as a cited work, issued on the day of the retraction. */
export function citeRetracted(event: RetractedEvent, context: ViewContext): CslItem {
  const { archive, at, dates, pages } = context;
  const dated = event.date && pages.cite.dated(labelDate(event.date, dates), event.date.written);
  return {
    id: event.id,
    type: 'webpage',
    title: event.title,
    'container-title': archive.site.title,
    URL: at.absolute(at.event(event.id)),
    issued: dayToCsl(event.retracted.date),
    ...(event.date ? { 'event-date': toCslDate(event.date, dates) } : {}),
    language: archive.site.language,
    note: [...(dated ? [dated] : []), ...noteRetraction(event, context)].join(' '),
  };
}

/**
 * Returns a digest's original article as a cited work, at its own address or that of the copy that was read.
 * Its access date is the day its digest joined the archive, as the content states.
 */
export function citeArticle(article: Article, context: ViewContext): CslItem {
  const { dates, pages } = context;
  const url = getReadAt(article);
  return {
    id: article.id,
    type: 'article-newspaper',
    title: article.title,
    'container-title': linkSource(article.source, context).name,
    ...(article.by === null
      ? {}
      : { author: splitByline(article.by, getLanguage(article, context)) }),
    ...(url === null ? {} : { URL: url }),
    issued: toCslDate(article.published, dates),
    edtf: article.published.written,
    accessed: dayToCsl(article.added),
    language: getLanguage(article, context),
    note: [
      ...(article.translation === null ? [] : [pages.cite.translated(article.translation)]),
      ...(isExact(article.published, context)
        ? []
        : [pages.cite.published(labelDate(article.published, dates))]),
      ...(article.via ? [pages.cite.via(article.via.name)] : []),
      // Citation styles take “archive” to mean a physical archive and print its address as a location.
      ...(article.archived === null
        ? []
        : [`${pages.article.archived}${pages.joints.colon}${article.archived}`]),
      pages.cite.digest(context.at.absolute(context.at.article(article.id))),
      ...noteRetraction(article, context),
    ].join(' '),
  };
}

/** Returns the link and citation of an event's page. */
export function viewEventCitation(event: NewsEvent, context: ViewContext): CitationView {
  const { archive, at, pages } = context;
  const permalink = at.absolute(at.event(event.id));
  const dated = noteEvent(event, context);
  const added = labelDay(getAdded(event), context.dates);
  const site = archive.site.title;
  const title = titleEvent(event, context);
  const plain = pages.cite.event({ title, site, added, dated, url: permalink });
  return {
    permalink,
    corrected: labelCorrection(event.ruling, context),
    plain,
    pieces: [{ text: plain, lang: undefined }],
    wikitext: printTemplate(
      'cite web',
      { url: permalink, title, website: site, date: added },
      dated,
    ),
    files: listCitationFiles('events', event.id, context),
  };
}

/** Returns the citation of an article, and the link to its digest. */
export function viewArticleCitation(article: Article, context: ViewContext): CitationView {
  const { at, dates, pages } = context;
  const url = getReadAt(article);
  const permalink = at.absolute(at.article(article.id));
  const source = linkSource(article.source, context).name;
  const published = labelDate(article.published, dates);
  const accessed = labelDay(article.added, dates);
  const isSure = isExact(article.published, context);
  const archiveDay = getArchiveDay(article, context);
  const outlet = linkSource(article.source, context);
  const pieces = pages.cite
    .article<ForeignText>({
      by: viewByline(article, context),
      title: markForeign(article.title, article.language, context),
      translation: article.translation,
      source: { text: outlet.name, lang: outlet.lang },
      published,
      via: article.via?.name ?? null,
      url,
      accessed: url === null ? null : accessed,
      archived: article.archived,
      digest: permalink,
    })
    .map((piece) => (typeof piece === 'string' ? { text: piece, lang: undefined } : piece));
  return {
    permalink,
    corrected: labelCorrection(article, context),
    plain: pieces.map(({ text }) => text).join(''),
    pieces,
    wikitext: printTemplate(
      'cite news',
      {
        url,
        title: article.title,
        'trans-title': article.translation,
        author: article.by,
        work: source,
        date: isSure ? published : approximateYear(article.published),
        language: article.language,
        via: article.via?.name ?? null,
        'access-date': url === null ? null : accessed,
        // Wikipedia requires an archive date for an archived copy.
        ...(archiveDay === null
          ? {}
          : { 'archive-url': article.archived, 'archive-date': archiveDay }),
      },
      isSure ? null : pages.cite.published(published),
    ),
    files: listCitationFiles('articles', article.id, context),
  };
}

/** Returns the path of a citation file below the site's root. */
export function getCitationPath(folder: 'events' | 'articles', id: string, ending: string): string {
  return `${folder}/${id}.${ending}`;
}

/** Returns the citation files of an event or article. */
export function listCitationFiles(
  folder: 'events' | 'articles',
  id: string,
  { at }: ViewContext,
): CitationView['files'] {
  return citationFormats.map(({ ending, name, type }) => ({
    name,
    type,
    url: at.file(getCitationPath(folder, id, ending)),
  }));
}

/** Returns when a page was last corrected, or that it never was. */
function labelCorrection(history: PageHistory | null, context: ViewContext): string {
  const [last] = viewHistory(history, context).corrections;
  const { lastCorrected, neverCorrected } = context.pages.history;
  return last ? lastCorrected(last.date.label) : neverCorrected;
}

/** Returns where an article can be read: at its own address, else at that of the copy that was read. */
export function getReadAt({ url, via }: Article): string | null {
  return url ?? via?.url ?? null;
}

/** Returns the event's date with its doubts, and its certainty if that is in doubt. */
function noteEvent(event: NewsEvent, context: ViewContext): string {
  const { certainties, pages } = context;
  const { mark } = certainties[event.certainty];
  const { label } = viewEventDate(event, context);
  const who = mark ? sayWho(event, context) : null;
  return [
    pages.cite.dated(label, event.when.date.written),
    ...(mark ? [sayCertainty(event, context)] : []),
    ...(who === null ? [] : [who]),
    ...noteRetraction(event.ruling, context),
  ].join(' ');
}

/** Returns when and why a page was retracted; empty if it wasn't. */
function noteRetraction(history: PageHistory | null, context: ViewContext): string[] {
  const { retracted } = viewHistory(history, context);
  const words = context.pages.history;
  return retracted
    ? [`${words.retracted} ${words.on} ${retracted.date.label}: ${retracted.reason}`]
    : [];
}

function getLanguage(article: Article, { archive }: ViewContext): string {
  return (
    article.language ?? archive.sourceById.get(article.source)?.language ?? archive.site.language
  );
}

function isExact(date: EdtfDate, { archive }: ViewContext): boolean {
  return exactDatetime(atNoTime(date, archive.site.zone)) !== null;
}

/** Returns a date without a time as a When. */
export function atNoTime(date: EdtfDate, zone: string): Parameters<typeof exactDatetime>[0] {
  return { date, time: null, zone, days: [], wholeDays: [], spans: [] };
}

/**
 * Returns `c.` with the year, as Wikipedia's templates write an uncertain date, if all of the date is in one
 * year.
 */
function approximateYear(date: EdtfDate): string | null {
  // The templates have no such form for years before our era.
  if (date.written.includes('..') || /(?<![\dX])-[\dX]{4}/.test(date.written)) return null;
  const years = new Set(date.written.match(/\d{4}(?=-|$|[~?%.,\]/])/g));
  const [year] = years;
  return years.size === 1 && year !== undefined ? `c. ${year}` : null;
}

/** Returns the day a copy was archived, if its address has it (Wayback Machine and archive.today do). */
function getArchiveDay({ archived }: Article, { dates }: ViewContext): string | null {
  const [, year, month, day] =
    /\/(\d{4})\.?(\d\d)\.?(\d\d)-?\d*(?:[a-z]{2}_)?\/http/.exec(archived ?? '') ?? [];
  return year && month && day ? labelDay(`${year}-${month}-${day}`, dates) : null;
}
