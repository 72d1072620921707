import type { Known } from '../draft/known.ts';
import { isEventId } from '../model/ids.ts';
import { findAddressFault } from '../parse/webAddress.ts';
import { joinDate, readClock } from './dates.ts';
import {
  ownResearch,
  type DigestFacts,
  type Entry,
  type Fault,
  type Reading,
  type UnknownName,
  type Where,
} from './entries.ts';
import { htmlToMarkdown, htmlToText } from './markdown.ts';
import { findAll } from './names.ts';
import type { Table } from './table.ts';

/** A point in time in TimelineJS's parts; each as written, or empty. */
interface SlideTime {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly time: string;
}

/** A slide of a TimelineJS sheet or JSON. */
interface Slide {
  readonly where: Where;
  readonly type: 'title' | 'era' | 'event';
  readonly id: string | null;
  readonly start: SlideTime;
  readonly end: SlideTime;
  readonly displayDate: string;
  /** HTML. */
  readonly headline: string;
  /** HTML. */
  readonly text: string;
  readonly media: string;
  readonly group: string;
  /** The names of fields that this importer doesn't support. */
  readonly others: readonly string[];
  /** True if the JSON has something else instead of a slide, such as a text. */
  readonly isNone?: boolean;
}

/** Returns whether a table is a TimelineJS sheet. */
export function isTimelineJsTable({ columns }: Table): boolean {
  const names = new Set(columns.map((name) => name.toLowerCase()));
  return names.has('year') && names.has('headline');
}

/** Returns whether parsed JSON is a TimelineJS timeline. */
export function isTimelineJs(value: unknown): boolean {
  const events = isRecord(value) ? value.events : undefined;
  return Array.isArray(events) && events.some((event) => isRecord(event) && 'start_date' in event);
}

const sheetColumns = [
  ...['year', 'month', 'day', 'time', 'end year', 'end month', 'end day', 'end time'],
  ...['display date', 'headline', 'text', 'media', 'type', 'group'],
];

export function readTimelineJsTable({ columns, rows }: Table, known: Known): Reading {
  const others = columns.filter(
    (name) => name !== '' && !sheetColumns.includes(name.toLowerCase()),
  );
  return readSlides(
    rows.map(({ where, cells }): Slide => {
      const get = (name: string) => cells.get(name) ?? '';
      const type = get('type').toLowerCase();
      return {
        where,
        type: type === 'title' || type === 'era' ? type : 'event',
        id: null,
        start: { year: get('year'), month: get('month'), day: get('day'), time: get('time') },
        end: {
          year: get('end year'),
          month: get('end month'),
          day: get('end day'),
          time: get('end time'),
        },
        displayDate: get('display date'),
        headline: get('headline'),
        text: get('text'),
        media: get('media'),
        group: get('group'),
        others: others.filter((name) => cells.has(name.toLowerCase())),
      };
    }),
    known,
  );
}

export function readTimelineJs(value: unknown, file: string, known: Known): Reading {
  const data = isRecord(value) ? value : {};
  const list = (key: 'events' | 'eras') =>
    Array.isArray(data[key]) ? (data[key] as unknown[]) : [];
  const slides = [
    ...(isRecord(data.title) ? [toSlide(data.title, `${file}: title`, 'title')] : []),
    ...list('eras').map((era, at) => toSlide(era, `${file}: eras[${at}]`, 'era')),
    ...list('events').map((event, at) => toSlide(event, `${file}: events[${at}]`, 'event')),
  ];
  const reading = readSlides(slides, known);
  return { ...reading, faults: [...findRepeated(slides), ...reading.faults] };
}

/** Two slides with the same id would become two accounts of one event. */
function findRepeated(slides: readonly Slide[]): Fault[] {
  const first = new Map<string, Where>();
  return slides.flatMap(({ id, where }) => {
    const before = id === null ? undefined : first.get(id);
    if (id !== null && before === undefined) first.set(id, where);
    return before === undefined
      ? []
      : [
          {
            where,
            column: 'unique_id',
            message: `Unexpected "${id ?? ''}", already used by ${before}, expected a unique id.`,
          },
        ];
  });
}

function toSlide(value: unknown, where: Where, type: Slide['type']): Slide {
  const slide = isRecord(value) ? value : {};
  const text = isRecord(slide.text) ? slide.text : {};
  const media = isRecord(slide.media) ? slide.media : {};
  const start = isRecord(slide.start_date) ? slide.start_date : {};
  const known = ['unique_id', 'start_date', 'end_date', 'display_date', 'text', 'media', 'group'];
  return {
    where,
    type,
    isNone: !isRecord(value),
    id: print(slide.unique_id) || null,
    start: toSlideTime(slide.start_date),
    end: toSlideTime(slide.end_date),
    displayDate: print(slide.display_date) || print(start.display_date),
    headline: print(text.headline),
    text: print(text.text),
    media: print(media.url),
    group: print(slide.group),
    others: [
      ...Object.keys(slide).filter((key) => !known.includes(key)),
      ...Object.keys(media)
        .filter((key) => key !== 'url' && print(media[key]) !== '')
        .map((key) => `media.${key}`),
    ],
  };
}

function toSlideTime(value: unknown): SlideTime {
  const time = isRecord(value) ? value : {};
  const [hour, minute] = [print(time.hour), print(time.minute)];
  return {
    year: print(time.year),
    month: print(time.month),
    day: print(time.day),
    time: hour === '' ? '' : `${hour}:${minute.padStart(2, '0')}`,
  };
}

function readSlides(slides: readonly Slide[], known: Known): Reading {
  const faults: Fault[] = [];
  const left: string[] = [];
  const unknown: UnknownName[] = [];
  const read = slides.map((slide) => ({
    slide,
    entry: readSlide(slide, known, { faults, left, unknown }),
  }));
  const eras = read.flatMap(({ slide, entry }) => (slide.type === 'era' && entry ? [entry] : []));
  const [title, ...more] = slides.filter(({ type }) => type === 'title');
  left.push(...more.map(({ where }) => `${where}: a second title is not imported.`));
  return {
    entries: read.flatMap(({ slide, entry }) =>
      entry === null
        ? []
        : [slide.type === 'era' ? entry : { ...entry, partOf: findEra(entry, eras) }],
    ),
    faults,
    left,
    unknown,
    site: title ? { title: htmlToText(title.headline), text: htmlToMarkdown(title.text) } : null,
  };
}

function readSlide(
  slide: Slide,
  known: Known,
  { faults, left, unknown }: { faults: Fault[]; left: string[]; unknown: UnknownName[] },
): Entry | null {
  const { where } = slide;
  if (slide.isNone) {
    faults.push({ where, column: null, message: 'Expected an event with a start_date.' });
    return null;
  }
  leaveRest(slide, known, left);
  if (slide.type === 'title') return null;
  const date = readSpan(slide, faults, left);
  const time = readTime(slide, date, faults, left);
  const named = findAll(slide.group, known);
  unknown.push(...named.unknown.map((name) => ({ where, name, kind: 'group' as const })));
  const title = htmlToText(slide.headline);
  const id = slide.id !== null && isEventId(slide.id) ? slide.id : null;
  if (slide.id !== id)
    left.push(
      `${where}: the unique_id "${shorten(slide.id ?? '')}" is not imported: an id here is lower-case words joined by hyphens, without a date. The new id is based on the headline.`,
    );
  const words = htmlToText(slide.displayDate);
  return {
    where,
    digest: findDigest(slide.media, known),
    id,
    title: title === '' ? null : title,
    date,
    time,
    when: words === '' ? null : words,
    basis: null,
    certainty: null,
    actors: named.actors,
    place: named.place,
    partOf: null,
    text: htmlToMarkdown(slide.text),
    statements: [],
  };
}

/** Returns the date of a slide in EDTF, or adds a fault and returns null. */
function readSpan({ where, start, end }: Slide, faults: Fault[], left: string[]): string | null {
  const from = joinDate(start.year, start.month, start.day);
  if ('fault' in from) {
    const written = [start.year, start.month, start.day].filter(Boolean).join('-');
    faults.push({
      where,
      column: 'Year, Month, Day',
      message: `Unexpected date "${written}": ${from.fault}.`,
    });
    return null;
  }
  if (end.year === '') {
    const written = [end.month, end.day].filter(Boolean).join('-');
    if (written !== '')
      left.push(`${where}: the end "${written}" is not imported: it has no End Year.`);
    return from.date;
  }
  const to = joinDate(end.year, end.month, end.day);
  if ('fault' in to || isBefore(to.date, from.date)) {
    const written = [end.year, end.month, end.day].filter(Boolean).join('-');
    const why = 'fault' in to ? to.fault : 'it is before the start';
    faults.push({
      where,
      column: 'End Year, End Month, End Day',
      message: `Unexpected date "${written}": ${why}.`,
    });
    return null;
  }
  return to.date === from.date ? from.date : `${from.date}/${to.date}`;
}

function readTime(
  { where, start, end }: Slide,
  date: string | null,
  faults: Fault[],
  left: string[],
): string | null {
  if (end.time !== '')
    left.push(
      `${where}: the End Time "${end.time}" is not imported: an event has no end within a day.`,
    );
  if (start.time === '') return null;
  const clock = readClock(start.time);
  if (clock === null) {
    faults.push({
      where,
      column: 'Time',
      message: `Unexpected time "${start.time}", expected one such as 22:30 or 10:30 PM.`,
    });
    return null;
  }
  // A time of day requires a day.
  if (date === null || !/^-?\d{4}-\d\d-\d\d$/.test(date)) {
    left.push(`${where}: the Time "${start.time}" is not imported: its date is not a single day.`);
    return null;
  }
  return clock;
}

/** Pictures and videos don't belong in a digest; any other web page may be the article. */
function findDigest(media: string, known: Known): DigestFacts {
  if (!isArticle(media, known)) return ownResearch;
  const { host } = new URL(media);
  return {
    key: media,
    id: null,
    title: null,
    source: known.findSourceByHost(host) ?? null,
    published: null,
    url: media,
  };
}

const pictures = /\.(?:jpe?g|png|gif|svg|webp|avif|mp[34]|m4a|wav|ogg|webm|mov|pdf)(?:[?#]|$)/i;
const players =
  /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|flickr\.com|flic\.kr|imgur\.com|instagram\.com|soundcloud\.com|spotify\.com|twitter\.com|x\.com|vine\.co|documentcloud\.org)$|^(?:maps|drive|docs)\.google\.|^www\.google\./i;

function isArticle(media: string, known: Known): boolean {
  if (findAddressFault(media) !== undefined) return false;
  const { host, pathname } = new URL(media);
  if (known.findSourceByHost(host) !== undefined) return true;
  return !pictures.test(pathname) && !players.test(host) && !/\bgoogle\.[^/]*\/maps/i.test(media);
}

function leaveRest({ where, media, others }: Slide, known: Known, left: string[]): void {
  if (media !== '' && !isArticle(media, known))
    left.push(`${where}: the picture, video or embed ${shorten(media)} is not imported.`);
  if (others.length > 0) left.push(`${where}: not imported: ${others.join(', ')}.`);
}

function shorten(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ');
  return oneLine.length > 120 ? `${oneLine.slice(0, 119)}…` : oneLine;
}

/** Returns the key of the only era that contains an event; null if eras overlap. */
function findEra(entry: Entry, eras: readonly Entry[]): string | null {
  const around = eras.filter((era) => isWithin(entry.date, era.date));
  const [only] = around;
  return only && around.length === 1 ? only.where : null;
}

function isWithin(date: string | null, era: string | null): boolean {
  if (date === null || era === null) return false;
  const [first = '', last = first] = date.split('/');
  const [from = '', to = from] = era.split('/');
  return !isBefore(first, from) && !isBefore(to, last);
}

/** Returns whether a date ends before another begins; a year or month includes all its days. */
function isBefore(a: string, b: string): boolean {
  return compare(a, 'last') < compare(b, 'first');
}

/** Returns a number that sorts as the first or last day of a date, with 31 days in every month. */
function compare(date: string, end: 'first' | 'last'): number {
  const [, sign = '', year = '0', month, day] =
    /^(-?)(\d+)(?:-(\d\d))?(?:-(\d\d))?~?$/.exec(date) ?? [];
  const signed = sign === '-' ? -Number(year) : Number(year);
  const [m, d] = end === 'first' ? [1, 1] : [12, 31];
  return signed * 372 + Number(month ?? m) * 31 + Number(day ?? d);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** TimelineJS accepts numbers as numbers and as text. */
function print(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
