import type { NewsEvent, PageHistory } from '../../model/archive.ts';
import { titleWithDoubts, viewEventCard } from '../cards/eventCard.ts';
import { viewEvent } from '../event/eventView.ts';
import { getAdded, listMended, stampChanges } from '../history/changes.ts';
import { viewHistory } from '../history/historyView.ts';
import type { NamedLink, ViewContext } from '../page/context.ts';
import { renderEvent, renderMended } from './feedHtml.ts';

/** A page that was added or corrected, with its full text. */
export interface FeedEntry {
  /** The `tag:` URI of the page, based on its first id. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /**
   * The moments that stand for the day it was added (null if the content has none) and the day of its last
   * change.
   */
  readonly published: string | null;
  readonly updated: string;
  readonly summary: string;
  readonly html: string;
  readonly actors: readonly NamedLink[];
}

/** Returns the entry of an event that was added or changed. */
export function createEventEntry(
  event: NewsEvent,
  { id, updated }: { id: string; updated: string },
  context: ViewContext,
): FeedEntry {
  const { follow } = context.pages;
  const view = viewEvent(event, context, 'bare');
  const card = viewEventCard(event, context);
  const title = titleWithDoubts(event, context);
  const { retracted } = view.history;
  return {
    id,
    url: card.url,
    title: retracted ? follow.retracted(title) : title,
    published: stampFirst(getAdded(event)),
    updated,
    summary: `${follow.dated(view.date.label)} ${card.summary}`.trim(),
    html: renderEvent(view, context),
    actors: view.actors,
  };
}

/** Returns the first moment of a day; other changes of the day come after it. */
function stampFirst(day: string | null): string | null {
  return day === null ? null : stampChanges([day]);
}

/** Returns the entry of another page that was corrected or retracted; `name` is its title. */
export function createMendedEntry(
  { id, url, name, updated }: { id: string; url: string; name: string; updated: string },
  page: PageHistory,
  context: ViewContext,
): FeedEntry {
  const { follow } = context.pages;
  const history = viewHistory(page, context);
  const [first] = listMended(page).sort();
  return {
    id,
    url,
    title: page.retracted ? follow.retracted(name) : follow.corrected(name),
    published: stampFirst(first ?? null) ?? updated,
    updated,
    summary: [history.retracted, ...history.corrections]
      .flatMap((one) => (one ? [`${one.date.label}: ${one.reason}`] : []))
      .join(' '),
    html: renderMended(history, { url, name }, context),
    actors: [],
  };
}
