import type { Account, NewsEvent, Point } from '../../model/archive.ts';
import { foldText } from '../../model/names.ts';
import { isAhead, isDone } from '../../model/mergeAccounts.ts';
import { hasDifferingPlaces } from '../../model/placesAround.ts';
import {
  createTeller,
  linkActor,
  linkPlace,
  nameAccount,
  titleEvent,
  type NamedLink,
  type ViewContext,
} from '../page/context.ts';
import { labelWhen } from '../cards/eventCard.ts';
import { getDiffering, getDifferingAccounts } from '../cards/differing.ts';
import { listLinked } from './keyEvents.ts';
import { describeSpeaker } from '../prose/passages.ts';
import { maxHomeAnswers } from '../lists/budgets.ts';

/** A question that sources answer differently, and the page with the full answers. */
export interface Difference {
  readonly on: string;
  readonly url: string;
  readonly answers: readonly { readonly answer: string; readonly who: readonly string[] }[];
  /** How many more answers there are. */
  readonly more: number;
}

/** The differences that fit on the page, and the others. */
interface Differences {
  readonly shown: readonly Difference[];
  readonly others: readonly NamedLink[];
}

/**
 * Returns the questions that sources answer differently: whether events happened, the points about them, who
 * actors are and what is said of them, and when and where events happened. If there are more than `max`, a
 * clash between outlets counts more than one between people whom they cite; then count more answers, and a
 * link from the state of play.
 */
export function listDifferences(
  events: readonly NewsEvent[],
  max: number,
  context: ViewContext,
): Differences {
  const { archive, at } = context;
  const actors = new Set(events.flatMap((event) => event.actors));
  const ofActors = [...actors].flatMap((id) => archive.actorById.get(id)?.points ?? []);
  const points = [...events.flatMap((event) => event.points), ...ofActors];
  const linked = new Set(listLinked(archive).map(({ id }) => at.event(id)));
  const all: Weighed[] = [
    ...points
      .filter(({ differ }) => differ)
      .map((point) => ({
        view: viewPoint(point, context),
        clash: weighPoint(point, context),
      })),
    ...events.flatMap((event) =>
      askWhenAndWhere(event, context).map((view) => ({
        view,
        clash: getDifferingAccounts(event, context) === 'sources' ? 2 : 0,
      })),
    ),
  ];
  const count = ({ view }: Weighed) => view.answers.length + view.more;
  const byClash = (a: Weighed, b: Weighed) => b.clash - a.clash || count(b) - count(a);
  const isLinked = ({ view }: Weighed) => Number(linked.has(view.url));
  const whether = events.flatMap((event) => askWhether(event, context));
  const kept = new Set(
    all
      .toSorted((a, b) => byClash(a, b) || isLinked(b) - isLinked(a))
      .slice(0, Math.max(0, max - whether.length)),
  );
  const others = [
    ...whether.slice(max),
    ...all.filter((one) => !kept.has(one)).map(({ view }) => view),
  ];
  return {
    shown: [
      ...whether.slice(0, max),
      ...all
        .filter((one) => kept.has(one))
        .sort(byClash)
        .map(({ view }) => view),
    ],
    others: others.map(({ on, url }) => ({ id: url, name: on, url })),
  };
}

/** A difference, and how much of a clash between outlets it is. */
interface Weighed {
  readonly view: Difference;
  readonly clash: number;
}

/** Weighs a point: outlets clash, they agree but somebody cited differs, or one outlet cites those who differ. */
function weighPoint(point: Point, context: ViewContext): number {
  const who = getDiffering(point, context);
  if (who === 'cited') return haveOneAnswer(point, context) ? 1 : 2;
  return who === 'sources' ? 2 : 0;
}

/** Returns whether several outlets answer a point themselves, and all the same. */
function haveOneAnswer({ claims }: Point, { archive }: ViewContext): boolean {
  const own = claims.filter(
    ({ speaker, withdrawn, answer }) =>
      speaker.type === 'article' && withdrawn === null && answer !== null,
  );
  const outlets = new Set(own.map(({ article }) => archive.articleById.get(article)?.source));
  return outlets.size > 1 && new Set(own.map(({ answer }) => foldText(answer ?? ''))).size === 1;
}

function askWhether(event: NewsEvent, context: ViewContext): Difference[] {
  if (event.certainty !== 'disputed') return [];
  const question = context.pages.home.whetherItHappened;
  return [
    ask(event, question, context, ({ certainty }) =>
      isAhead(certainty) ? null : context.certainties[certainty].name,
    ),
  ];
}

function askWhenAndWhere(event: NewsEvent, context: ViewContext): Difference[] {
  const { home } = context.pages;
  // An event that is ahead or didn't happen has no date to differ on.
  const hasHappened = event.certainty === 'disputed' || isDone(event.certainty);
  return [
    ...(event.origin.type === 'disputed'
      ? [
          ask(event, hasHappened ? home.whenItHappened : home.when, context, ({ when }) =>
            when.date ? labelWhen(when, context) : null,
          ),
        ]
      : []),
    ...(hasDifferingPlaces(event)
      ? [
          ask(
            event,
            hasHappened ? home.whereItHappened : home.where,
            context,
            ({ place }) => place && linkPlace(place, context).name,
          ),
        ]
      : []),
  ];
}

/** Returns each account's answer to a question. */
function ask(
  event: NewsEvent,
  question: string,
  context: ViewContext,
  answer: (account: Account) => string | null,
): Difference {
  return {
    on: context.pages.home.ofEvent(question, titleEvent(event, context)),
    url: context.at.event(event.id),
    ...shorten(
      event.accounts.flatMap((account) => {
        const text = answer(account);
        return text === null
          ? []
          : [{ answer: text, who: nameAccount(account, event.accounts, context) }];
      }),
    ),
  };
}

function viewPoint({ on, about, claims }: Point, context: ViewContext): Difference {
  const { at, pages } = context;
  const standing = claims.filter(({ withdrawn, isSilent }) => withdrawn === null && !isSilent);
  const tell = createTeller(
    standing.map(({ article }) => article),
    context,
  );
  return {
    on: about.type === 'actor' ? pages.home.ofActor(on, linkActor(about.id, context).name) : on,
    url: about.type === 'actor' ? at.actor(about.id) : at.event(about.id),
    ...shorten(
      standing.map(({ answer, says, speaker, article }) => {
        const { name } = describeSpeaker(speaker, article, context);
        return {
          answer: answer ?? says,
          who: speaker.type === 'article' ? tell(article).name : name,
        };
      }),
    ),
  };
}

/** Groups equal answers and keeps the first few. */
function shorten(
  given: readonly { readonly answer: string; readonly who: string }[],
): Pick<Difference, 'answers' | 'more'> {
  const all = [...Map.groupBy(given, ({ answer }) => answer)].map(([answer, own]) => ({
    answer,
    who: [...new Set(own.map(({ who }) => who))],
  }));
  return { answers: all.slice(0, maxHomeAnswers), more: Math.max(0, all.length - maxHomeAnswers) };
}
