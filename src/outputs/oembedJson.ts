import type { NewsEvent } from '../model/archive.ts';
import type { ViewContext } from '../views/context.ts';
import { frame, renderFrame } from '../views/embedView.ts';

/** Gives `/oembed/events/ID.json` as text: what a program that asks by oEmbed 1.0 puts into a page for an event. */
export function renderOembedJson(event: NewsEvent, context: ViewContext): string {
  const { at, archive } = context;
  const data = {
    version: '1.0',
    type: 'rich',
    title: event.title,
    provider_name: archive.site.title,
    provider_url: at.absolute(at.home),
    html: renderFrame(at.embed(at.event(event.id)), event.title, context),
    width: frame.width,
    height: frame.height,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
