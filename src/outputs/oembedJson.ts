import type { NewsEvent, RetractedEvent } from '../model/archive.ts';
import { titleEvent, type ViewContext } from '../views/context.ts';
import { frame, renderFrame } from '../views/embedView.ts';

/** Gives `/oembed/events/ID.json` as text: what a program that asks by oEmbed 1.0 puts into a page for an event, also for one that was taken back. */
export function renderOembedJson(event: NewsEvent | RetractedEvent, context: ViewContext): string {
  const { at, archive, pages } = context;
  const { retracted } = ('ruling' in event ? event.ruling : event) ?? { retracted: null };
  const name = 'ruling' in event ? titleEvent(event, context) : event.title;
  const title = retracted ? pages.follow.retracted(name) : name;
  const data = {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: archive.site.title,
    provider_url: at.absolute(at.home),
    html: renderFrame(at.embed(at.event(event.id)), title, context),
    width: frame.width,
    height: frame.height,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
