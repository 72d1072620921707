import type { Account, Archive } from '../../model/archive.ts';
import { listClaimAnchors, listFormerAnchors, listQuotationAnchors } from '../page/anchors.ts';
import type { ViewContext } from '../page/context.ts';
import { findIdList, findIdPart, isPartedById, splitList, type IdPart } from './idLists.ts';
import type { PartLink } from './longList.ts';
import { countItems, getPartItems, type Part } from './parts.ts';
import { labelPeriod } from '../dates/periodLabel.ts';

/** Returns the parts of a list, or of one of its parts; none if it isn't split. */
export function linkIdParts({ folder, prefix }: IdPart, context: ViewContext): PartLink[] {
  return splitList({ folder, prefix }, context.archive).parts.map((part) => ({
    label: context.pages.list.startsWith(part.prefix),
    url: context.at.idPart({ folder, prefix: part.prefix }),
    events: part.count,
  }));
}

/** Returns parts with their pages and numbers of items. */
export function linkParts(parts: readonly Part[], context: ViewContext): PartLink[] {
  return parts.map((part) => {
    const items = getPartItems(part, context.archive);
    return {
      label: labelPeriod(part.period, context),
      url: context.at.part(part),
      events: countItems(items) - items.possible - items.continuing,
      possible: items.possible,
    };
  });
}

/** Returns the address of an anchor on an article's page: of an event's account, a claim or a quotation. */
export function getArticleUrl(article: string, anchor: string, context: ViewContext): string {
  const { archive, at } = context;
  const folder = `articles/${article}/`;
  const event = isPartedById(folder, archive) ? getAnchors(folder, archive).get(anchor) : undefined;
  const part = event === undefined ? null : findIdPart(folder, event, archive);
  const page = part === null || part.prefix === '' ? at.article(article) : at.idPart(part);
  return `${page}#${anchor}`;
}

// Few articles are split, so only their anchors are indexed.
const anchorsOf = new WeakMap<Archive, Map<string, ReadonlyMap<string, string>>>();

/** Returns the anchors in an article's accounts, each with the event of its account. */
function getAnchors(folder: string, archive: Archive): ReadonlyMap<string, string> {
  const known = anchorsOf.get(archive) ?? new Map<string, ReadonlyMap<string, string>>();
  anchorsOf.set(archive, known);
  const anchors = known.get(folder) ?? findAnchors(folder, archive);
  known.set(folder, anchors);
  return anchors;
}

function findAnchors(folder: string, archive: Archive): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  for (const entry of findIdList(folder, archive)?.entries ?? []) {
    if (entry.type !== 'section') continue;
    const { own, former } = listAnchorsOf(entry.account, archive);
    for (const anchor of [...own, ...former])
      if (!anchors.has(anchor)) anchors.set(anchor, entry.id);
  }
  return anchors;
}

/** Current anchors, which links use, and former ones. */
interface AccountAnchors {
  readonly own: readonly string[];
  readonly former: readonly string[];
}

/** Returns the anchors of an account on its article's page: the event's, and those of what is said in it. */
export function listAnchorsOf(
  { event, claims, quotations }: Account,
  archive: Archive,
): AccountAnchors {
  const found = archive.eventById.get(event);
  const statements = [
    ...claims.map((claim) => listClaimAnchors(claim, archive)),
    ...quotations.map((quotation) => listQuotationAnchors(quotation, archive)),
  ];
  return {
    own: [event, ...statements.map(([anchor]) => anchor)],
    former: [
      ...(found ? listFormerAnchors(found) : []),
      ...statements.flatMap(([, ...others]) => others),
    ],
  };
}
