import type { NewsEvent } from '../model/archive.ts';
import { isAhead } from '../model/mergeAccounts.ts';
import { linkActor, type NamedLink, type ViewContext } from './context.ts';
import { labelDay } from './dateLabel.ts';
import { renderText } from './passages.ts';
import { groupByDate, type TimelineGroup } from './timeline.ts';

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
      asOf: labelDay(stateOfPlay.asOf, context.dates),
      html: renderText(stateOfPlay.text, context),
    },
    principals: site.principals.map((id) => ({
      ...linkActor(id, context),
      role: archive.actorById.get(id)?.role ?? null,
    })),
    disputed: events.flatMap((event) => {
      const points = event.points.filter(({ differ }) => differ).map(({ on }) => on);
      const disputed = [
        ...(event.origin.type === 'disputed' ? [context.pages.home.whenItHappened] : []),
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
