import type { Archive, Article, Claim, NewsEvent, Quotation, When } from '../../model/archive.ts';
import { push } from '../../model/lists.ts';
import { defineQuery, remember } from '../../model/tracedArchive.ts';

/** A quotation or a paraphrased claim, and where it is made. */
export type Statement = {
  readonly article: Article;
  /** The event whose account has the statement; null in an article's lead. */
  readonly event: NewsEvent | null;
  /** The date that the article gives the event; null in a lead, or if the article gives none. */
  readonly when: When | null;
} & (
  | { readonly type: 'claim'; readonly claim: Claim }
  | { readonly type: 'quotation'; readonly quotation: Quotation }
);

/** Returns all statements in an archive, article by article, in the order of each article. */
function listStatements(archive: Archive): Statement[] {
  return archive.articles.flatMap((article) => listStatementsIn(article, archive));
}

/** Returns the statements in an article, in its order. */
export function listStatementsIn(article: Article, { eventById }: Archive): Statement[] {
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

/**
 * Returns the event that a statement is listed with: the one a claim is about, or else the one whose account
 * has it.
 */
export function findSubject(statement: Statement, { eventById }: Archive): NewsEvent | null {
  const about = statement.type === 'claim' ? statement.claim.about : null;
  return about?.type === 'event' ? (eventById.get(about.id) ?? null) : statement.event;
}

/**
 * Returns the statements that name an actor but are in no other list on the actor's page: they are by others,
 * aren't about the actor, and are in a lead or in the account of an event that neither involves nor mentions
 * the actor.
 */
export const listNaming = defineQuery(
  'naming',
  (archive, actor: string): readonly Statement[] =>
    remember(archive, archive, 'statements by named', () => groupByNamed(archive)).get(actor) ?? [],
);

function groupByNamed(archive: Archive): ReadonlyMap<string, readonly Statement[]> {
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

/** Returns the statements by an actor of an archive. */
export const listSpoken = defineQuery(
  'spoken',
  (archive, actor: string): readonly Statement[] =>
    remember(archive, archive, 'statements by speaker', () => groupBySpeaker(archive)).get(actor) ??
    [],
);

function groupBySpeaker(archive: Archive): ReadonlyMap<string, readonly Statement[]> {
  const bySpeaker = new Map<string, Statement[]>();
  for (const statement of listStatements(archive)) {
    const { speaker } = statement.type === 'claim' ? statement.claim : statement.quotation;
    if (speaker.type !== 'actor') continue;
    push(bySpeaker, speaker.id, statement);
  }
  return bySpeaker;
}
