import type { Actor, NewsEvent, Point } from './archive.ts';
import type { RulingDraft } from './drafts.ts';
import type { ActorId } from './ids.ts';
import { toWords } from './noteLeadAccount.ts';
import type { Registry } from './registry.ts';
import type { SourceLocation } from '../problems/sourceLocation.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/** Words that pages print without a source, and where they are in the content. */
export interface BareText {
  readonly what: string;
  readonly text: string;
  readonly at: SourceLocation;
}

/** Returns a problem for each claimed name (`named-as`) in texts that are printed without a source. */
export function noteBareNames(
  texts: readonly BareText[],
  actors: readonly Actor[],
  registry: Registry,
): Problem[] {
  const nameOf = new Map<ActorId, string>(actors.map(({ id, name }) => [id, name]));
  return texts.flatMap(({ what, text, at }) => {
    const claimed = registry
      .findNames(text)
      .flatMap(({ owner, spelling }) =>
        owner.type === 'actor' && owner.use === 'claimed' ? [{ id: owner.id, spelling }] : [],
      );
    const [first] = claimed;
    if (!first) return [];
    const facts = { found: first.spelling, id: first.id, name: nameOf.get(first.id) ?? first.id };
    return [createProblem('claimed-name-bare', at, { ...facts, what })];
  });
}

/** Returns the bare texts of an event and of the ruling on it, if any. */
export function listBareOfEvent(event: NewsEvent, ruling: RulingDraft | undefined): BareText[] {
  const { title, titleBy, summary, accounts, points } = event;
  const leadAccount = accounts.find(({ article }) => article.id === event.lead);
  const titleAt = ruling?.title ? ruling.at : leadAccount?.at;
  return [
    // A title quoted from a source is printed with the source.
    ...(titleBy === null && titleAt ? [{ what: 'title', text: title, at: titleAt }] : []),
    ...(summary !== null && ruling ? [{ what: 'summary', text: summary, at: ruling.at }] : []),
    ...(ruling?.unknown ?? []).map(({ value, at }) => ({ what: '`unknown`', text: value, at })),
    ...points.flatMap(listBareOfPoint),
  ];
}

/** Returns the bare text of a point. */
export function listBareOfPoint({ on, claims }: Point): BareText[] {
  return claims.slice(0, 1).map(({ at }) => ({ what: 'point', text: on, at }));
}

/** Returns the bare texts of the site itself. */
export function listBareOfSite({ site, stateOfPlay }: Registry): BareText[] {
  const texts = [
    ...(site ? [{ what: 'About text', draft: site.about, at: site.at }] : []),
    ...(stateOfPlay
      ? [{ what: 'state of play', draft: stateOfPlay.text, at: stateOfPlay.at }]
      : []),
  ];
  return texts.map(({ what, draft, at }) => ({
    what,
    at,
    text: draft.passages
      .flatMap((passage) => (passage.type === 'prose' ? passage.nodes.map(toWords) : []))
      .join('\n'),
  }));
}
