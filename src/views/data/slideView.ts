import { h } from 'hastscript';
import type { NewsEvent, When } from '../../model/archive.ts';
import { hull, splitDay, type DayNumber } from '../../model/dates/dayRanges.ts';
import type { PlainDate } from '../../model/dates/edtfDate.ts';
import { isDoubtful, toDaysOf } from '../../model/knownDays.ts';
import { listSources, viewEventCard, viewEventDate } from '../cards/eventCard.ts';
import { linkSource, titleEvent, type ViewContext } from '../page/context.ts';
import { isolate } from '../page/foreign.ts';
import { renderNodes } from '../page/proseHtml.ts';
import { sayCertainty, sayWho } from '../cards/telling.ts';

// An event as a TimelineJS slide. TimelineJS knows only points and spans, so an uncertain event spans all of
// its possible days and its text says so.

/** A point in time, as precise as it is known: year, month, day or minute. */
interface SlideTime {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
}

/** An event as a slide. */
export interface Slide {
  readonly id: string;
  readonly start: SlideTime;
  /** Null if it is a point, or has no end. */
  readonly end: SlideTime | null;
  readonly dateLabel: string;
  /** HTML. */
  readonly headline: string;
  /** HTML with absolute links. */
  readonly text: string;
}

/** Dates further away than this don't fit the calendar. */
const farthestYear = 200_000;

/** Returns whether an event can be placed on the line. */
export function isOnLine({ when }: NewsEvent): boolean {
  return findBounds(when, when.zone) !== null;
}

/** Returns an event as a slide; null if no day bounds it, or if it is too far away to be drawn. */
export function viewSlide(event: NewsEvent, context: ViewContext): Slide | null {
  const bounds = findBounds(event.when, context.archive.site.zone);
  if (!bounds) return null;
  const { label } = viewEventDate(event, context);
  return {
    id: event.id,
    ...bounds,
    // TimelineJS renders markup in this field.
    dateLabel: renderWords(label, context),
    headline: renderWords(titleEvent(event, context), context),
    text: renderSlideText(event, context),
  };
}

/** Returns the date and linked title of an event that isn't on the line, as HTML for the start slide. */
export function renderUnplaced(event: NewsEvent, context: ViewContext): string {
  const { label } = viewEventDate(event, context);
  const url = context.at.absolute(context.at.event(event.id));
  return renderNodes(
    [
      h('p', [
        `${label}${context.pages.joints.colon}`,
        h('a', { href: url }, titleEvent(event, context)),
      ]),
    ],
    context.at,
  );
}

function renderSlideText(event: NewsEvent, context: ViewContext): string {
  const { at, pages } = context;
  const card = viewEventCard(event, context);
  const sources = listSources(event)
    .map((id) => linkSource(id, context))
    .map(({ name, lang }) => isolate(name, lang));
  const retracted = event.ruling?.retracted?.reason;
  return renderNodes(
    [
      ...(retracted === undefined
        ? []
        : [h('p', [h('strong', `${pages.history.retracted}${pages.joints.colon}`), retracted])]),
      ...(card.summary === '' ? [] : [h('p', card.summary)]),
      h('p', [
        `${sayCertainty(event, context)} ${sayWho(event, context) ?? pages.embed.sources(sources)}`,
        ...(card.marks.length > 0 ? [` (${card.marks.join(context.pages.joints.comma)})`] : []),
      ]),
      h('p', h('a', { href: at.absolute(card.url) }, pages.embed.whole)),
    ],
    at,
  );
}

/** Returns plain words as HTML. */
export function renderWords(text: string, { at }: ViewContext): string {
  return renderNodes([{ type: 'text', value: text }], at);
}

/** Returns the bounds of an event on the line, in days of the story's zone. */
function findBounds(when: NewsEvent['when'], zone: string): Pick<Slide, 'start' | 'end'> | null {
  const { first, last } = hull(toDaysOf(zone, when));
  const from = first ?? last;
  const to = first === null ? null : last;
  if (from === null || isFarAway(from) || (to !== null && isFarAway(to))) return null;
  const exact = when.zone === zone ? findExact(when) : null;
  if (exact) return exact;
  return { start: splitDay(from), end: to === null || to === from ? null : splitDay(to) };
}

/** Returns the bounds of an exact date: a day, month or year, or a span of them. */
function findExact({ date, time }: When): Pick<Slide, 'start' | 'end'> | null {
  if (!date || isDoubtful(date)) return null;
  if (date.type === 'lasting') {
    if (typeof date.from === 'string' || typeof date.to === 'string') return null;
    if (time) return null;
    const [start, end] = [readExact(date.from), readExact(date.to)];
    return start && end ? { start, end } : null;
  }
  if (date.type === 'one-of' || time?.type === 'part') return null;
  const start = readExact(date.date);
  if (!start) return null;
  if (time?.type !== 'clock') return { start, end: null };
  return {
    start: { ...start, hour: Math.floor(time.minute / 60), minute: time.minute % 60 },
    end: null,
  };
}

function readExact({ year, month, day, season, about }: PlainDate): SlideTime | null {
  if (season || about || [year, month, day].some((digits) => digits?.includes('X'))) return null;
  return {
    year: Number(year),
    ...(month === null ? {} : { month: Number(month) }),
    ...(day === null ? {} : { day: Number(day) }),
  };
}

function isFarAway(day: DayNumber): boolean {
  return Math.abs(splitDay(day).year) > farthestYear;
}
