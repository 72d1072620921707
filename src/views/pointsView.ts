import type { Claim, Point, Speaker } from '../model/archive.ts';
import { claimAnchor } from './anchors.ts';
import { linkSource, type NamedLink, type ViewContext } from './context.ts';
import { labelDate } from './dateLabel.ts';
import { describeSpeaker } from './passages.ts';

/** One who speaks to the points: what stands at the head of his column. */
interface SpeakerColumn {
  readonly key: string;
  readonly name: string;
  readonly url: string | null;
  /** The side he is of: an actor's group, the press, or nobody known. */
  readonly side: string | null;
}

export interface ClaimView {
  readonly on: string;
  /** The article's words for the speaker or his channel. */
  readonly as: string | null;
  readonly source: NamedLink;
  /** Where it was said. */
  readonly url: string;
  readonly answer: string | null;
  readonly says: string;
  readonly withdrawn: string | null;
}

interface PointRow {
  readonly on: string;
  readonly differ: boolean;
  /** The one side that speaks to the point, null where several do or the press itself does. */
  readonly oneSide: string | null;
  /** One cell for each column; empty where that speaker says nothing of the point. */
  readonly cells: readonly (readonly ClaimView[])[];
}

/** Points and those who speak to them: a row for each point, a column for each speaker. */
export interface PointTable {
  readonly columns: readonly SpeakerColumn[];
  readonly rows: readonly PointRow[];
}

/** Gives points as a table: the actors first, then those whom nobody names, then the press, each in order of appearance. */
export function viewPoints(points: readonly Point[], context: ViewContext): PointTable {
  const ranks: Record<Speaker['type'], number> = { actor: 0, nobody: 1, source: 2, article: 2 };
  const columns = new Map<string, SpeakerColumn & { readonly rank: number }>();
  for (const claim of points.flatMap(({ claims }) => claims)) {
    const key = getColumnKey(claim, context);
    if (!columns.has(key))
      columns.set(key, { ...viewColumn(key, claim, context), rank: ranks[claim.speaker.type] });
  }
  const ordered = [...columns.values()].sort((a, b) => a.rank - b.rank);
  return {
    columns: ordered.map(({ key, name, url, side }) => ({ key, name, url, side })),
    rows: points.map((point) => ({
      on: point.on,
      differ: point.differ,
      oneSide: getOneSide(point, context),
      cells: ordered.map(({ key }) =>
        point.claims
          .filter((claim) => getColumnKey(claim, context) === key)
          .map((claim) => viewClaim(claim, context)),
      ),
    })),
  };
}

/** Gives a claim with where it was said. */
export function viewClaim(claim: Claim, context: ViewContext): ClaimView {
  const source = linkSource(context.archive.articleById.get(claim.article)?.source ?? '', context);
  const { speaker } = claim;
  return {
    on: claim.on,
    as: speaker.type === 'actor' || speaker.type === 'source' ? speaker.as : null,
    source,
    url: `${context.at.article(claim.article)}#${claimAnchor(claim)}`,
    answer: claim.answer,
    says: claim.says,
    withdrawn: claim.withdrawn && labelDate(claim.withdrawn, context.dates),
  };
}

/**
 * Gives the side that alone speaks to a point: the group, or the actor himself, that all its claims come
 * from; null where there are several, or the press or somebody unnamed speaks. Who speaks is all it says.
 */
export function getOneSide({ claims }: Point, { archive }: ViewContext): string | null {
  const sides = new Set(
    claims
      .filter(({ withdrawn }) => withdrawn === null)
      .map(({ speaker }) => {
        const actor = speaker.type === 'actor' ? archive.actorById.get(speaker.id) : undefined;
        // An outlet that is an actor too speaks as the press.
        if (!actor || actor.kind === 'outlet') return null;
        return actor.group ?? actor.name;
      }),
  );
  const [side] = sides;
  return sides.size === 1 ? (side ?? null) : null;
}

/** Somebody unnamed is the same only within one article and under the same words. */
function getColumnKey({ speaker, article }: Claim, { archive }: ViewContext): string {
  switch (speaker.type) {
    case 'actor':
      return `actor:${speaker.id}`;
    case 'source':
      return `source:${speaker.id}`;
    case 'article':
      return `source:${archive.articleById.get(article)?.source ?? ''}`;
    case 'nobody':
      return `nobody:${article}:${speaker.as}`;
  }
}

function viewColumn(key: string, claim: Claim, context: ViewContext): SpeakerColumn {
  const { speaker } = claim;
  const { name, url } = describeSpeaker(speaker, claim.article, context);
  const { press, unnamed } = context.pages.points;
  if (speaker.type === 'actor')
    return { key, name, url, side: context.archive.actorById.get(speaker.id)?.group ?? null };
  return { key, name, url, side: speaker.type === 'nobody' ? unnamed : press };
}
