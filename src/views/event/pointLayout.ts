import type { Claim, Point } from '../../model/archive.ts';
import { claimAnchor } from '../page/anchors.ts';
import { linkActor, type NamedLink, type Teller, type ViewContext } from '../page/context.ts';
import { labelDate } from '../dates/dateLabel.ts';
import { describeSpeaker } from '../prose/passages.ts';
import { isOwn } from '../cards/differing.ts';
import { getOneSide, type OneSide } from '../cards/pointsView.ts';
import { foldText } from '../../model/names.ts';
import { maxPointColumns } from '../lists/budgets.ts';

// Points by outlet: up to three outlets have a column each; with more, equal answers share a cell.

/** An answer, and those who give it. */
interface LayoutAnswer {
  /** Null if the outlet itself answers. */
  readonly speaker: string | null;
  readonly text: string;
  /** True if the article leaves the point open; the text says so. */
  readonly isSilent: boolean;
  /** True if all outlets share another answer. */
  readonly isApart: boolean;
  /** The page where the claim is made. */
  readonly url: string;
  readonly withdrawn: string | null;
}

/** A point with each outlet's answer. */
export interface PointLayout {
  readonly on: string;
  readonly about: NamedLink | null;
  readonly differ: boolean;
  /** The only side that answers the point; null if several do. */
  readonly oneSide: OneSide | null;
  /** Those who differ from an answer that all outlets share. */
  readonly apart: readonly string[];
  /** A column for each outlet, empty if it doesn't answer; no columns if there are many outlets. */
  readonly columns: readonly {
    readonly outlet: string;
    readonly answers: readonly LayoutAnswer[];
  }[];
  /** Equal answers of many outlets, in order of publication. */
  readonly cells: readonly { readonly who: readonly string[]; readonly answer: LayoutAnswer }[];
  /** If there are many outlets, those that don't answer. */
  readonly silent: readonly string[];
}

/** What all points of a page share. */
interface LayoutPage {
  readonly outlets: readonly string[];
  readonly nameOf: (claim: Claim) => string;
  readonly context: ViewContext;
}

/**
 * Returns points by outlet; those on which outlets clash come first, those on which they agree last. `articles` tell the event, in a fixed
 * order; `tell` distinguishes several articles of one outlet.
 */
export function layPoints(
  points: readonly Point[],
  articles: readonly string[],
  tell: Teller,
  context: ViewContext,
): readonly PointLayout[] {
  const nameOf = ({ article }: Claim) => tell(article).name;
  const all = new Set([
    ...articles.map((article) => tell(article).name),
    ...points.flatMap(({ claims }) => claims.map(nameOf)),
  ]);
  const page = { outlets: [...all], nameOf, context };
  return points
    .map((point) => ({ point, rank: rankPoint(point, page) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ point }) => layPoint(point, page));
}

/**
 * Ranks a point: outlets clash; those whom they cite clash; one is silent; all agree; one side only; outlets
 * agree but a cited speaker differs.
 */
function rankPoint(point: Point, { outlets, nameOf, context }: LayoutPage): number {
  if (getOneSide(point, context) !== null) return 4;
  const own = point.claims.filter(
    ({ speaker, withdrawn, isSilent }) =>
      speaker.type === 'article' && withdrawn === null && !isSilent,
  );
  const answersOf = new Map(
    [...Map.groupBy(own, nameOf)].map(([outlet, claims]) => [
      outlet,
      new Set(claims.map(({ answer }) => answer)),
    ]),
  );
  const [first, ...others] = [...answersOf.values()];
  if (point.differ && first && others.some((answers) => first.isDisjointFrom(answers))) return 0;
  if (point.differ) return others.length > 0 ? 5 : 1;
  const saying = new Set(point.claims.filter(({ isSilent }) => !isSilent).map(nameOf));
  return outlets.some((outlet) => !saying.has(outlet)) ? 2 : 3;
}

function layPoint(point: Point, page: LayoutPage): PointLayout {
  const { outlets, nameOf, context } = page;
  const { on, about, differ, claims } = point;
  const byOutlet = Map.groupBy(claims, nameOf);
  const shared = differ ? findShared(claims, page) : null;
  const answersOf = (outlet: string) => {
    const own = byOutlet.get(outlet) ?? [];
    const said = own.filter(({ isSilent }) => !isSilent);
    const answers = (said.length > 0 ? said : own).map((claim) =>
      viewAnswer(claim, shared, context),
    );
    // The outlet's own answer comes before those of the people it cites.
    return [
      ...answers.filter(({ speaker }) => speaker === null),
      ...answers.filter(({ speaker }) => speaker !== null),
    ];
  };
  const isMany = outlets.length > maxPointColumns;
  const apart = claims
    .map((claim) => viewAnswer(claim, shared, context))
    .flatMap(({ isApart, speaker }) => (isApart && speaker !== null ? [speaker] : []));
  return {
    on,
    about: about.type === 'actor' ? linkActor(about.id, context) : null,
    differ,
    oneSide: getOneSide(point, context),
    apart: [...new Set(apart)],
    columns: isMany ? [] : outlets.map((outlet) => ({ outlet, answers: answersOf(outlet) })),
    cells: isMany ? joinEqual(claims, shared, page) : [],
    silent: isMany
      ? outlets.filter((outlet) => (byOutlet.get(outlet) ?? []).every(({ isSilent }) => isSilent))
      : [],
  };
}

/** Returns the answer that several outlets give themselves, folded; null if they differ. */
function findShared(claims: readonly Claim[], { nameOf, context }: LayoutPage): string | null {
  const own = claims.filter(
    (claim) => isOwn(claim, context) && claim.withdrawn === null && claim.answer !== null,
  );
  const answers = new Set(own.map(({ answer }) => foldText(answer ?? '')));
  const [shared] = answers;
  return answers.size === 1 && new Set(own.map(nameOf)).size > 1 ? (shared ?? null) : null;
}

function joinEqual(
  claims: readonly Claim[],
  shared: string | null,
  { nameOf, context }: LayoutPage,
): PointLayout['cells'] {
  const { archive, pages } = context;
  const sorted = claims
    .filter(({ isSilent }) => !isSilent)
    .sort((a, b) => published(a) - published(b));
  function published({ article }: Claim) {
    return archive.articleById.get(article)?.publication.from ?? 0;
  }
  const views = sorted.map((claim) => ({
    answer: viewAnswer(claim, shared, context),
    outlet: nameOf(claim),
  }));
  return [
    ...Map.groupBy(views, ({ answer: { text, withdrawn } }) => `${text} ${withdrawn ?? ''}`),
  ].flatMap(([, own]) => {
    const [first] = own;
    if (!first) return [];
    const who = own.map(({ answer: { speaker }, outlet }) =>
      speaker === null ? outlet : pages.points.speaks(speaker, outlet),
    );
    return [{ who: [...new Set(who)], answer: first.answer }];
  });
}

function viewAnswer(claim: Claim, shared: string | null, context: ViewContext): LayoutAnswer {
  const { archive, at, dates } = context;
  const { speaker, answer, withdrawn } = claim;
  return {
    speaker: isOwn(claim, context) ? null : describeSpeaker(speaker, claim.article, context).name,
    text: claim.isSilent ? context.pages.points.silent : (answer ?? claim.says),
    isSilent: claim.isSilent,
    isApart:
      shared !== null && withdrawn === null && answer !== null && foldText(answer) !== shared,
    url: `${at.article(claim.article)}#${claimAnchor(claim, archive)}`,
    withdrawn: withdrawn && labelDate(withdrawn, dates),
  };
}
