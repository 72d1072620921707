import type { Account, Archive } from '../../model/archive.ts';
import { defineQuery } from '../../model/tracedArchive.ts';
import { listClaimAnchors, listFormerAnchors, listQuotationAnchors } from '../page/anchors.ts';
import type { ViewContext } from '../page/context.ts';
import { findIdList, findIdPart, isPartedById, listPrefixesOf, type IdPart } from './idLists.ts';
import type { PartLink } from './longList.ts';
import { countItems, getPartItems, type Part } from './parts.ts';
import { labelPeriod } from '../dates/periodLabel.ts';

/** Returns the parts of a list, or of one of its parts; none if it isn't split. */
export function linkIdParts({ folder, prefix }: IdPart, context: ViewContext): PartLink[] {
  return listPrefixesOf(context.archive, folder, prefix).map((part) => ({
    label: context.pages.list.startsWith(part.prefix),
    url: context.at.idPart({ folder, prefix: part.prefix }),
    events: part.count,
  }));
}

/** Returns parts with their pages and numbers of items. */
export function linkParts(parts: readonly Part[], context: ViewContext): PartLink[] {
  return parts.map((part) => {
    const items = getPartItems(context.archive, part.kind, part.id, part.period);
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
  const event = isPartedById(archive, folder) ? getAnchors(archive, folder).get(anchor) : undefined;
  const part = event === undefined ? null : findIdPart(archive, folder, event);
  const page = part === null || part.prefix === '' ? at.article(article) : at.idPart(part);
  return `${page}#${anchor}`;
}

/**
 * Returns the anchors in an article's accounts, each with the event of its account. Few articles are split, so
 * only their anchors are indexed.
 */
const getAnchors = defineQuery('anchorsOf', (archive, folder: string) => {
  const anchors = new Map<string, string>();
  for (const entry of findIdList(archive, folder)?.entries ?? []) {
    if (entry.type !== 'section') continue;
    const { own, former } = listAnchorsOf(entry.account, archive);
    for (const anchor of [...own, ...former])
      if (!anchors.has(anchor)) anchors.set(anchor, entry.id);
  }
  return anchors;
});

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
