import type { NewsEvent } from '../model/archive.ts';
import { isAhead } from '../model/mergeAccounts.ts';
import {
  getNight,
  getSingleDay,
  momentToDay,
  printDay,
  splitDay,
  type DayNumber,
} from '../model/when.ts';
import { linkActor, type NamedLink, type ViewContext } from './context.ts';
import { viewEventCard, type EventCard } from './eventCard.ts';
import { labelDate } from './dateLabel.ts';
import { renderText } from './passages.ts';

/** Events that stand under one heading of the timeline: a day, or a date less exact than a day. */
export interface TimelineGroup {
  readonly heading: string;
  readonly datetime: string | null;
  readonly events: readonly EventCard[];
}

export interface HomeView {
  readonly stateOfPlay: { readonly asOf: string; readonly html: string } | null;
  readonly principals: readonly (NamedLink & { readonly role: string | null })[];
  readonly disputed: readonly (NamedLink & { readonly points: readonly string[] })[];
  readonly unknown: readonly (NamedLink & { readonly texts: readonly string[] })[];
  readonly past: readonly TimelineGroup[];
  readonly ahead: readonly TimelineGroup[];
}

/** Gives what the home page says: the state of play, who is who, what is open, and the timeline. */
export function viewHome(context: ViewContext): HomeView {
  const { archive, at } = context;
  const { stateOfPlay, site, events } = archive;
  const past = events.filter((event) => !isAhead(event.certainty));
  const toLink = ({ id, title }: NewsEvent): NamedLink => ({ id, name: title, url: at.event(id) });
  return {
    stateOfPlay: stateOfPlay && {
      asOf: labelDay(stateOfPlay.asOf, context),
      html: renderText(stateOfPlay.text, context),
    },
    principals: site.principals.map((id) => ({
      ...linkActor(id, context),
      role: archive.actorById.get(id)?.role ?? null,
    })),
    disputed: events.flatMap((event) => {
      const points = event.points.filter(({ differ }) => differ).map(({ on }) => on);
      const disputed = [
        ...(event.origin.type === 'disputed' ? ['When it happened'] : []),
        ...points,
      ];
      return disputed.length > 0 ? [{ ...toLink(event), points: disputed }] : [];
    }),
    unknown: events.flatMap((event) =>
      event.ruling && event.ruling.unknown.length > 0
        ? [{ ...toLink(event), texts: event.ruling.unknown }]
        : [],
    ),
    past: groupByDate(past, context),
    ahead: groupByDate(
      events.filter((event) => isAhead(event.certainty)),
      context,
    ),
  };
}

/** Gives events of the timeline's order under their days; one with a less exact date stands under its own words. */
export function groupByDate(events: readonly NewsEvent[], context: ViewContext): TimelineGroup[] {
  const groups: { key: string; heading: string; datetime: string | null; events: EventCard[] }[] =
    [];
  events.forEach((event, index) => {
    const day = getDay(event);
    const current = groups.at(-1);
    const next = events
      .slice(index + 1)
      .map(getDay)
      .find((other) => other !== undefined);
    const earliest = getEarliestDay(event);
    // Between two events of one day, a less exact one stands among them, with its own words beside it.
    const key =
      day !== undefined
        ? printDay(day)
        : earliest !== undefined && current?.key === printDay(earliest) && next === earliest
          ? current.key
          : event.when.date.written;
    const card = viewEventCard(event, context);
    if (current?.key === key) current.events.push(card);
    else if (day === undefined)
      groups.push({
        key,
        heading: labelDate(event.when.date, context.dates),
        datetime: null,
        events: [card],
      });
    else
      groups.push({
        key,
        heading: context.dates.date(splitDay(day)),
        datetime: printDay(day),
        events: [card],
      });
  });
  return groups.map(({ heading, datetime, events: cards }) => ({
    heading,
    datetime,
    events: cards,
  }));
}

function getDay({ when }: NewsEvent): DayNumber | undefined {
  const isNight = when.time?.type === 'part' && when.time.part === 'night';
  if (when.date.type === 'single' && when.date.date.doubtful) return undefined;
  return isNight ? getNight(when.date) : getSingleDay(when.date);
}

function getEarliestDay({ when }: NewsEvent): DayNumber | undefined {
  const from = when.spans[0]?.from ?? -Infinity;
  return Number.isFinite(from) ? momentToDay(from, when.zone) : undefined;
}

function labelDay(day: string, { dates }: ViewContext): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return dates.date({ year: year ?? 0, month: month ?? null, day: dayOfMonth ?? null });
}
