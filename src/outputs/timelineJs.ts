import type { NewsEvent } from '../model/archive.ts';
import type { ViewContext } from '../views/page/context.ts';
import {
  isOnLine,
  renderUnplaced,
  renderWords,
  viewSlide,
  type Slide,
} from '../views/data/slideView.ts';
import { listInJson, printJson, type Records } from './records.ts';

/**
 * Returns the entries of `/data/timelinejs.json` in the format of TimelineJS 3, one per event that can be
 * placed on the line. An uncertain date spans all its possible days and is shown in words. Events without a
 * place on the line are in the first slide.
 */
export function listTimelineJs(context: ViewContext): Records {
  const { site, events } = context.archive;
  const unplaced = events.filter((event) => !isOnLine(event));
  const { head, ...slides } = listInJson(
    'events',
    events.filter(isOnLine).map((event) => ({
      id: event.id,
      render: () => printSlide(event, context),
    })),
  );
  const title = {
    scale: 'human',
    title: {
      unique_id: '_title',
      text: {
        headline: renderWords(site.title, context),
        text: [
          ...(site.tagline === null ? [] : [`<p>${renderWords(site.tagline, context)}</p>`]),
          ...unplaced.map((event) => renderUnplaced(event, context)),
        ].join(''),
      },
    },
  };
  // The title is inserted into the same object, before the list.
  return { head: `${printJson(title, 0).slice(0, -2)},${head.slice(1)}`, ...slides };
}

function printSlide(event: NewsEvent, context: ViewContext): string {
  const slide = viewSlide(event, context);
  if (!slide) throw new Error(`${event.id} has no place on the line.`);
  return printJson(slideToJson(slide));
}

function slideToJson({ id, start, end, dateLabel, headline, text }: Slide) {
  return {
    unique_id: id,
    start_date: start,
    ...(end ? { end_date: end } : {}),
    display_date: dateLabel,
    text: { headline, text },
  };
}
