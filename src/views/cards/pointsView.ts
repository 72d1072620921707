import type { Claim, Point, Speaker } from '../../model/archive.ts';
import { listClaimAnchors, plainClaimAnchor } from '../page/anchors.ts';
import {
  type NamedLink,
  type Teller,
  type ViewContext,
  createTeller,
  linkActor,
} from '../page/context.ts';
import { labelDate } from '../dates/dateLabel.ts';
import { getDiffering, type Differing } from './differing.ts';
import { getArticleUrl } from '../lists/partLinks.ts';
import { takeFirst, weighWords } from '../lists/longList.ts';
import { listLaneGroups } from '../lists/laneGroups.ts';
import { describeSpeaker } from '../prose/passages.ts';
import {
  maxAnswers,
  maxClaims,
  maxClaimsNamed,
  namedPerAnswer,
  pointsBytes,
} from '../lists/budgets.ts';

/** A speaker, as the head of a column. */
interface SpeakerColumn {
  readonly key: string;
  readonly name: string;
  readonly url: string | null;
  /** The speaker's side: an actor's group, the press, or unknown. */
  readonly side: string | null;
}

export interface ClaimView {
  /** The claim's anchor on its article's page, and former anchors. */
  readonly id: string;
  readonly former: readonly string[];
  readonly on: string;
  /** The article's words for the speaker or channel. */
  readonly as: string | null;
  readonly source: NamedLink;
  /** The page where it was said. */
  readonly url: string;
  readonly answer: string | null;
  readonly says: string;
  readonly withdrawn: string | null;
}

interface PointRow {
  readonly on: string;
  /** The actor that the point is about, in an event's table. */
  readonly about: NamedLink | null;
  readonly differ: Differing | null;
  /** The only side that answers the point; null if several do, or the press itself. */
  readonly oneSide: OneSide | null;
  /** One cell for each column; empty if that speaker doesn't answer the point. */
  readonly cells: readonly (readonly ClaimView[])[];
}

/** An answer to a point, and those who give it. */
interface AnswerView {
  /** Null if the claims have no short answer; their words are where they were made. */
  readonly answer: string | null;
  readonly claims: readonly {
    /** The claim's anchor on this page, and former anchors. */
    readonly id: string;
    readonly former: readonly string[];
    readonly speaker: string;
    readonly source: string;
    /** The page where it was said. */
    readonly url: string;
    readonly withdrawn: string | null;
  }[];
  /** How many more give this answer; their claims are in the accounts. */
  readonly more: number;
}

/** A point with its answers, for points with too many speakers for a column each. */
interface AnsweredPoint {
  readonly on: string;
  readonly about: NamedLink | null;
  readonly differ: Differing | null;
  readonly oneSide: OneSide | null;
  readonly answers: readonly AnswerView[];
  /** How many more answers are in the accounts. */
  readonly more: number;
}

/**
 * Points by speaker: a row for each point, a column for each speaker. If there are more claims than fit on a
 * page, it has only the answers with those who give them; `columns` and `rows` are then empty.
 */
export interface PointTable {
  readonly columns: readonly SpeakerColumn[];
  readonly rows: readonly PointRow[];
  readonly answered: readonly AnsweredPoint[];
  /** How many more points are in the accounts. */
  readonly more: number;
}

/** What a table needs to know about its page. */
interface PointsPage {
  /** The actor whose page it is. */
  readonly own?: string | null;
  /** How the page names sources. */
  readonly tell?: Teller;
}

function tellOf(points: readonly Point[], context: ViewContext): Teller {
  const claims = points.flatMap((point) => point.claims);
  return createTeller(
    claims.map(({ article }) => article),
    context,
  );
}

/**
 * Returns points as a table: actors first, then unnamed speakers, then the press, each in order of
 * appearance.
 */
export function viewPoints(
  points: readonly Point[],
  context: ViewContext,
  { own = null, tell = tellOf(points, context) }: PointsPage = {},
): PointTable {
  const ranks: Record<Speaker['type'], number> = { actor: 0, nobody: 1, source: 2, article: 2 };
  const columns = new Map<string, SpeakerColumn & { readonly rank: number }>();
  for (const claim of points.flatMap(({ claims }) => claims)) {
    const key = getColumnKey(claim, tell);
    if (!columns.has(key))
      columns.set(key, {
        ...viewColumn(key, claim, tell, context),
        rank: ranks[claim.speaker.type],
      });
  }
  const ordered = [...columns.values()].sort((a, b) => a.rank - b.rank);
  return {
    columns: ordered.map(({ key, name, url, side }) => ({ key, name, url, side })),
    rows: points.map((point) => ({
      on: point.on,
      about: viewAbout(point, own, context),
      differ: getDiffering(point, context),
      oneSide: getOneSide(point, context),
      cells: ordered.map(({ key }) =>
        point.claims
          .filter((claim) => getColumnKey(claim, tell) === key)
          .map((claim) => viewClaim(claim, tell, context)),
      ),
    })),
    answered: [],
    more: 0,
  };
}

/** Returns points as they fit on a page: as a table, or as answers alone if there are too many claims. */
export function viewPagePoints(
  points: readonly Point[],
  context: ViewContext,
  page: PointsPage = {},
): PointTable {
  const { own = null, tell = tellOf(points, context) } = page;
  const claims = points.reduce((sum, point) => sum + point.claims.length, 0);
  const named = claims > maxClaimsNamed ? namedPerAnswer : Infinity;
  if (claims <= maxClaims && weighClaims(points) <= pointsBytes)
    return viewPoints(points, context, page);
  const answered = points.map((point) => ({
    ...viewAnswers(point, named, tell, context),
    about: viewAbout(point, own, context),
  }));
  const { first, more } = takeFirst(answered, pointsBytes, weighPoint);
  return { columns: [], rows: [], answered: first, more };
}

function weighClaims(points: readonly Point[]): number {
  const words = points.flatMap(({ on, claims }) => [
    on,
    ...claims.flatMap(({ answer, says }) => [answer, says]),
  ]);
  return weighWords(words);
}

/** Claim anchors are hashes, which don't compress. */
function weighPoint({ on, answers }: AnsweredPoint): number {
  const words = answers.flatMap(({ answer, claims }) => [
    answer,
    ...claims.flatMap(({ speaker, source }) => [speaker, source]),
  ]);
  const claims = answers.reduce((sum, answer) => sum + answer.claims.length, 0);
  return 60 + weighWords([on, ...words]) + 100 * claims;
}

/** An actor's own page needn't say that a point is about that actor. */
function viewAbout({ about }: Point, own: string | null, context: ViewContext): NamedLink | null {
  return about.type === 'actor' && about.id !== own ? linkActor(about.id, context) : null;
}

function viewAnswers(
  point: Point,
  named: number,
  tell: Teller,
  context: ViewContext,
): Omit<AnsweredPoint, 'about'> {
  const { archive, dates } = context;
  // Repeating the same words in one article counts as one claim.
  const claims = Map.groupBy(point.claims, (claim) =>
    JSON.stringify([plainClaimAnchor(claim, archive), claim.answer]),
  );
  const byAnswer = Map.groupBy(claims.values(), ([claim]) => claim?.answer ?? null);
  const viewRepeated = (same: readonly Claim[]) => {
    const [claim] = same;
    const [id, ...former] = same.flatMap((one) => listClaimAnchors(one, archive));
    if (!claim || id === undefined) return [];
    const { speaker, article, withdrawn } = claim;
    const source = tell(article).name;
    const isOwn = speaker.type === 'article';
    return [
      {
        id,
        former,
        speaker: isOwn ? source : describeSpeaker(speaker, article, context).name,
        source,
        url: getArticleUrl(article, id, context),
        withdrawn: withdrawn && labelDate(withdrawn, dates),
      },
    ];
  };
  return {
    on: point.on,
    differ: getDiffering(point, context),
    oneSide: getOneSide(point, context),
    more: Math.max(0, byAnswer.size - maxAnswers),
    answers: [...byAnswer].slice(0, maxAnswers).map(([answer, own]) => ({
      answer,
      more: Math.max(0, own.length - named),
      claims: own.slice(0, named).flatMap(viewRepeated),
    })),
  };
}

/** Returns a claim with a link to where it was said. */
export function viewClaim(claim: Claim, tell: Teller, context: ViewContext): ClaimView {
  const source = tell(claim.article);
  const { speaker } = claim;
  const [id, ...former] = listClaimAnchors(claim, context.archive);
  return {
    id,
    former,
    on: claim.on,
    as: speaker.type === 'actor' || speaker.type === 'source' ? speaker.as : null,
    source,
    url: getArticleUrl(claim.article, id, context),
    answer: claim.answer,
    says: claim.says,
    withdrawn: claim.withdrawn && labelDate(claim.withdrawn, context.dates),
  };
}

/** Who alone makes a claim: a side of the story, or somebody who is no party to it. */
export interface OneSide {
  readonly name: string;
  readonly isSide: boolean;
}

/**
 * Returns the only side that makes claims on a point, or the only speaker if that is no side: the sides are
 * the groups with a lane in the figure. Returns null if several answer, or the press or an unnamed speaker.
 */
export function getOneSide({ claims }: Point, { archive }: ViewContext): OneSide | null {
  const groups = listLaneGroups(archive);
  const sides = claims
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ speaker }) => {
      const actor = speaker.type === 'actor' ? archive.actorById.get(speaker.id) : undefined;
      // An outlet that is also an actor speaks as the press.
      if (!actor || actor.kind === 'outlet') return null;
      const side = groups.find((group) => group === actor.group);
      return { name: side ?? actor.name, isSide: side !== undefined };
    });
  const [first] = sides;
  return first && sides.every((side) => side?.name === first.name) ? first : null;
}

/**
 * Unnamed speakers are the same person only within one article and under the same words; an outlet whose
 * articles are listed separately, within one article.
 */
function getColumnKey({ speaker, article }: Claim, tell: Teller): string {
  switch (speaker.type) {
    case 'actor':
      return `actor:${speaker.id}`;
    case 'source':
      return `source:${tell(article).id === speaker.id ? tell(article).name : speaker.id}`;
    case 'article':
      return `source:${tell(article).name}`;
    case 'nobody':
      return `nobody:${article}:${speaker.as}`;
  }
}

function viewColumn(key: string, claim: Claim, tell: Teller, context: ViewContext): SpeakerColumn {
  const { speaker } = claim;
  const own = tell(claim.article);
  // An outlet that a claim names as its speaker (`by`) speaks in its own article.
  const isOwn = speaker.type === 'article' || (speaker.type === 'source' && speaker.id === own.id);
  const { name, url } = isOwn ? own : describeSpeaker(speaker, claim.article, context);
  const { press, unnamed } = context.pages.points;
  if (speaker.type === 'actor')
    return { key, name, url, side: context.archive.actorById.get(speaker.id)?.group ?? null };
  return { key, name, url, side: speaker.type === 'nobody' ? unnamed : press };
}
