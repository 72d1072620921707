import type { Archive, Article, Claim, NewsEvent, Quotation, When } from '../../model/archive.ts';
import { push } from '../../model/lists.ts';

/** Something that somebody said: word for word (a quotation) or in other words (a claim), and where it stands. */
export type Statement = {
  readonly article: Article;
  /** The event in whose account it stands, null in an article's lead. */
  readonly event: NewsEvent | null;
  /** When its article has that event; null where it gives no date, and in a lead. */
  readonly when: When | null;
} & (
  | { readonly type: 'claim'; readonly claim: Claim }
  | { readonly type: 'quotation'; readonly quotation: Quotation }
);

/** Returns all that is said in an archive: article by article, in the order in which each has it. */
export function listStatements(archive: Archive): Statement[] {
  return archive.articles.flatMap((article) => listStatementsIn(article, archive));
}

/** Returns the articles in which anything is said, each with all that is. */
export function groupStatements(
  archive: Archive,
): { readonly article: Article; readonly statements: readonly Statement[] }[] {
  return archive.articles
    .map((article) => ({ article, statements: listStatementsIn(article, archive) }))
    .filter(({ statements }) => statements.length > 0);
}

/** Returns all that is said in an article, in the order in which it has it. */
function listStatementsIn(article: Article, { eventById }: Archive): Statement[] {
  const sections = article.events.flatMap((id) => {
    const event = eventById.get(id);
    const account = event?.accounts.find((one) => one.article.id === article.id);
    return event && account
      ? [{ event, when: account.when.date ? account.when : null, text: account.text }]
      : [];
  });
  return [{ event: null, when: null, text: article.lead }, ...sections].flatMap(
    ({ event, when, text }) =>
      text.passages.flatMap((passage): Statement[] =>
        passage.type === 'prose' ? [] : [{ article, event, when, ...passage }],
      ),
  );
}

/** Returns the event that a statement is listed with: the one that a claim is about, else that of its account. */
export function findSubject(statement: Statement, { eventById }: Archive): NewsEvent | null {
  const about = statement.type === 'claim' ? statement.claim.about : null;
  return about?.type === 'event' ? (eventById.get(about.id) ?? null) : statement.event;
}

// Gathered once, so that no page looks across the archive.
const naming = new WeakMap<Archive, ReadonlyMap<string, readonly Statement[]>>();

/**
 * Returns the claims and quotations that name an actor where no list of its page leads: those of others, not
 * about it, in a lead or in the account of an event that neither involves nor mentions it.
 */
export function listNaming(actor: string, archive: Archive): readonly Statement[] {
  const known = naming.get(archive) ?? gatherNaming(archive);
  naming.set(archive, known);
  return known.get(actor) ?? [];
}

function gatherNaming(archive: Archive): Map<string, Statement[]> {
  const byActor = new Map<string, Statement[]>();
  for (const statement of listStatements(archive)) {
    const said = statement.type === 'claim' ? statement.claim : statement.quotation;
    const about = statement.type === 'claim' ? statement.claim.about : null;
    const listed = [...(statement.event?.actors ?? []), ...(statement.event?.mentioned ?? [])];
    for (const id of said.names) {
      const isOwn = said.speaker.type === 'actor' && said.speaker.id === id;
      if (!isOwn && about?.id !== id && !listed.includes(id)) push(byActor, id, statement);
    }
  }
  return byActor;
}

/** Returns the statements of each actor, by the actor's id: gathered once, so that no page looks across the archive. */
export function groupBySpeaker(
  statements: readonly Statement[],
): ReadonlyMap<string, readonly Statement[]> {
  const bySpeaker = new Map<string, Statement[]>();
  for (const statement of statements) {
    const { speaker } = statement.type === 'claim' ? statement.claim : statement.quotation;
    if (speaker.type !== 'actor') continue;
    const list = bySpeaker.get(speaker.id);
    if (list) list.push(statement);
    else bySpeaker.set(speaker.id, [statement]);
  }
  return bySpeaker;
}
