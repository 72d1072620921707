import type { Actor, NewsEvent, RetractedEvent } from '../model/archive.ts';
import type { Period } from '../views/dates/calendar.ts';
import { titleEvent, type ViewContext } from '../views/page/context.ts';
import { frame, renderEmbed } from '../views/sharing/embedView.ts';
import { labelPeriod } from '../views/dates/periodLabel.ts';
import { getPicturePath } from '../views/sharing/pictureView.ts';

/** What an oEmbed 1.0 response says about a page: its title, its card and its picture. */
interface Embedded {
  readonly page: string;
  readonly card: string;
  readonly title: string;
  readonly picture: string;
}

/** Returns `/oembed/events/ID.json` as text: the oEmbed 1.0 response for an event, which may be retracted. */
export function renderEventOembed(event: NewsEvent | RetractedEvent, context: ViewContext): string {
  const { at, pages } = context;
  const isTold = 'ruling' in event;
  const { retracted } = (isTold ? event.ruling : event) ?? { retracted: null };
  const name = isTold ? titleEvent(event, context) : event.title;
  const title = retracted ? pages.follow.retracted(name) : name;
  const page = at.event(event.id);
  const picture = getPicturePath('events', event.id);
  return print({ page, card: at.embed(page), title, picture }, context);
}

/** Returns `/oembed/actors/ID.json` as text: the oEmbed 1.0 response for an actor. */
export function renderActorOembed({ id, name }: Actor, context: ViewContext): string {
  const page = context.at.actor(id);
  const picture = getPicturePath('actors', id);
  return print({ page, card: context.at.embed(page), title: name, picture }, context);
}

/** Returns `/oembed/days/YYYY-MM-DD.json` as text: the oEmbed 1.0 response for a day. */
export function renderDayOembed(day: Period, context: ViewContext): string {
  const { at } = context;
  const title = labelPeriod(day, context);
  const picture = getPicturePath('days', day);
  return print({ page: at.period(day), card: at.embedDay(day), title, picture }, context);
}

/** Returns `/oembed/timeline.json` as text: the oEmbed 1.0 response for the newest events. */
export function renderTimelineOembed(context: ViewContext): string {
  const { at, archive, pages } = context;
  const title = pages.embed.timeline(archive.site.title);
  return print(
    { page: at.home, card: at.embedTimeline, title, picture: getPicturePath('home', 'home') },
    context,
  );
}

function print({ page, card, title, picture }: Embedded, context: ViewContext): string {
  const { at, archive } = context;
  const data = {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: archive.site.title,
    provider_url: at.absolute(at.home),
    html: renderEmbed({ page, card, title }, context),
    width: frame.width,
    height: frame.height,
    thumbnail_url: at.absolute(at.file(picture)),
    thumbnail_width: 1200,
    thumbnail_height: 630,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
