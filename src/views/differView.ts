import type { NewsEvent, Point } from '../model/archive.ts';
import { isAhead } from '../model/mergeAccounts.ts';
import { hasDifferingPlaces } from '../model/placesAround.ts';
import { linkActor, linkPlace, nameAccount, type ViewContext } from './context.ts';
import { labelWhen } from './eventCard.ts';
import { describeSpeaker } from './passages.ts';

/** A question to which sources give different answers, and the page that has them in full. */
export interface Difference {
  readonly on: string;
  readonly url: string;
  readonly answers: readonly { readonly answer: string; readonly who: readonly string[] }[];
  /** How many more answers there are. */
  readonly more: number;
}

/** Maximum number of answers beside a question. */
const maxAnswers = 3;

/** Returns what sources give different answers to: whether, when and where events happened, and the points about them. */
export function listDifferences(
  events: readonly NewsEvent[],
  context: ViewContext,
): readonly Difference[] {
  const actors = new Set(events.flatMap((event) => event.actors));
  const ofActors = [...actors].flatMap((id) => context.archive.actorById.get(id)?.points ?? []);
  return [
    ...events.flatMap((event) => [
      ...listOfEvent(event, context),
      ...event.points.filter(({ differ }) => differ).map((point) => viewPoint(point, context)),
    ]),
    ...ofActors.filter(({ differ }) => differ).map((point) => viewPoint(point, context)),
  ];
}

function listOfEvent(event: NewsEvent, context: ViewContext): Difference[] {
  const { archive, at, certainties, pages } = context;
  const { home } = pages;
  const url = at.event(event.id);
  const ask = (on: string, answer: (account: NewsEvent['accounts'][number]) => string | null) => ({
    on: home.ofEvent(on, event.title),
    url,
    ...shorten(
      event.accounts.flatMap((account) => {
        const text = answer(account);
        return text === null
          ? []
          : [{ answer: text, who: nameAccount(account, event.accounts, context) }];
      }),
    ),
  });
  const place = (id: string) => linkPlace(id, { archive, at } as ViewContext).name;
  return [
    ...(event.certainty === 'disputed'
      ? [
          ask(home.whetherItHappened, ({ certainty }) =>
            isAhead(certainty) ? null : certainties[certainty].name,
          ),
        ]
      : []),
    ...(event.origin.type === 'disputed'
      ? [ask(home.whenItHappened, ({ when }) => (when.date ? labelWhen(when, context) : null))]
      : []),
    ...(hasDifferingPlaces(event)
      ? [ask(home.whereItHappened, (account) => account.place && place(account.place))]
      : []),
  ];
}

function viewPoint({ on, about, claims }: Point, context: ViewContext): Difference {
  const { archive, at, pages } = context;
  const standing = claims.filter(({ withdrawn }) => withdrawn === null);
  return {
    on: about.type === 'actor' ? pages.home.ofActor(on, linkActor(about.id, context).name) : on,
    url: about.type === 'actor' ? at.actor(about.id) : at.event(about.id),
    ...shorten(
      standing.map(({ answer, says, speaker, article }) => {
        const source = archive.sourceById.get(archive.articleById.get(article)?.source ?? '')?.name;
        const { name } = describeSpeaker(speaker, article, context);
        const who = speaker.type === 'article' ? (source ?? name) : name;
        return { answer: answer ?? says, who };
      }),
    ),
  };
}

/** Groups equal answers, and keeps the first few. */
function shorten(
  given: readonly { readonly answer: string; readonly who: string }[],
): Pick<Difference, 'answers' | 'more'> {
  const all = [...Map.groupBy(given, ({ answer }) => answer)].map(([answer, own]) => ({
    answer,
    who: [...new Set(own.map(({ who }) => who))],
  }));
  return { answers: all.slice(0, maxAnswers), more: Math.max(0, all.length - maxAnswers) };
}
