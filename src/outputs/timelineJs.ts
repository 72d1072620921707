import type { NewsEvent } from '../model/archive.ts';
import type { ViewContext } from '../views/page/context.ts';
import { readsOfEvent } from '../views/reads.ts';
import {
  isOnLine,
  renderUnplaced,
  renderWords,
  viewSlide,
  type Slide,
} from '../views/data/slideView.ts';
import { listInJson, printJson, type Records } from './records.ts';

/**
 * Returns `/data/timelinejs.json` as its entries, one for each event that has a place on the line, as TimelineJS 3
 * reads them. An uncertain date stretches over the days it may be; its words are what is shown. What has no place
 * on such a line stands in the first slide.
 */
export function listTimelineJs(context: ViewContext): Records {
  const { site, events } = context.archive;
  const unplaced = events.filter((event) => !isOnLine(event));
  const { head, ...slides } = listInJson(
    'events',
    events.filter(isOnLine).map((event) => ({
      reads: readsOfEvent(event, context),
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
  // What stands before the list goes before it in the same object.
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
