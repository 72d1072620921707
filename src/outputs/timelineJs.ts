import type { ViewContext } from '../views/context.ts';
import { renderUnplaced, renderWords, viewSlide, type Slide } from '../views/slideView.ts';

/**
 * Gives `/data/timelinejs.json` as text: the events as TimelineJS 3 reads them. An uncertain date stretches over
 * the days it may be; its words are what is shown. What has no place on such a line stands in the first slide.
 */
export function renderTimelineJs(context: ViewContext): string {
  const { site, events } = context.archive;
  const slides = events.map((event) => ({ event, slide: viewSlide(event, context) }));
  const unplaced = slides.filter(({ slide }) => slide === null);
  const data = {
    scale: 'human',
    title: {
      unique_id: '_title',
      text: {
        headline: renderWords(site.title, context),
        text: [
          ...(site.tagline === null ? [] : [`<p>${renderWords(site.tagline, context)}</p>`]),
          ...unplaced.map(({ event }) => renderUnplaced(event, context)),
        ].join(''),
      },
    },
    events: slides.flatMap(({ slide }) => (slide ? [slideToJson(slide)] : [])),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
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
