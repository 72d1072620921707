import type { Element, ElementContent, Text } from 'hast';
import type { ActorId, PlaceId } from './ids.ts';
import type { NameMatch } from './names.ts';

/** The owner of a name in a text. Each owner is one object, so that owners compare by identity. */
export type NameOwner =
  | {
      readonly type: 'actor';
      readonly id: ActorId;
      /**
       * How the actor relates to the name: a spelling, this site's own words, or a claimed name (`named-as`).
       */
      readonly use: 'spelling' | 'own-words' | 'claimed';
    }
  | { readonly type: 'place'; readonly id: PlaceId };

/** Returns the names in a text, in order and without overlaps. */
export type FindNames = (text: string) => readonly NameMatch<NameOwner>[];

/** What the prose of one section names, collected while its passages are linked. */
export interface SectionNames {
  readonly actors: Set<ActorId>;
  readonly places: Set<PlaceId>;
  /** Those that are already links in the section. */
  readonly linked: Set<string>;
  readonly spelled: { actor: ActorId; spelling: string }[];
  /** Claimed names of actors. */
  readonly namedAs: { actor: ActorId; spelling: string }[];
}

/**
 * Returns HTML nodes of prose with the first name of each actor or place in the section as a link
 * (`actor:ID`, `place:ID`). Adds everything that is named to `section`.
 */
export function linkNames(
  nodes: readonly ElementContent[],
  find: FindNames,
  section: SectionNames,
): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return linkTextNode(node, find, section);
    if (node.type !== 'element' || node.tagName === 'code') return [node];
    if (node.tagName === 'a') return linkWritten(node, find, section);
    return [{ ...node, children: linkNames(node.children, find, section) }];
  });
}

/**
 * Adds the spellings of actors in an unlinked text (a quotation, a claim) to `section`, and returns the
 * actors.
 */
export function countSpellings(
  text: string,
  find: FindNames,
  section: Pick<SectionNames, 'spelled' | 'namedAs'>,
): ActorId[] {
  const found = find(text);
  for (const { owner, spelling } of found) noteSpelling(owner, spelling, section);
  return [...new Set(found.flatMap(({ owner }) => (owner.type === 'actor' ? [owner.id] : [])))];
}

function noteSpelling(
  owner: NameOwner,
  spelling: string,
  section: Pick<SectionNames, 'spelled' | 'namedAs'>,
): void {
  if (owner.type !== 'actor' || owner.use === 'own-words') return;
  section[owner.use === 'claimed' ? 'namedAs' : 'spelled'].push({ actor: owner.id, spelling });
}

function linkTextNode(node: Text, find: FindNames, section: SectionNames): ElementContent[] {
  const linked: ElementContent[] = [];
  let done = 0;
  for (const { owner, spelling, start, end } of find(node.value)) {
    noteSpelling(owner, spelling, section);
    note(owner, section);
    const href = `${owner.type}:${owner.id}`;
    if (section.linked.has(href)) continue;
    section.linked.add(href);
    if (start > done) linked.push({ type: 'text', value: node.value.slice(done, start) });
    linked.push(createLink(href, [{ type: 'text', value: node.value.slice(start, end) }]));
    done = end;
  }
  if (done < node.value.length) linked.push({ type: 'text', value: node.value.slice(done) });
  return linked;
}

/**
 * Keeps a link that the editor wrote. A link to an actor or place counts as naming it, but adds no spelling.
 * The text of any other link counts like prose, but gets no links of its own. A link to nobody becomes plain
 * text.
 */
function linkWritten(node: Element, find: FindNames, section: SectionNames): ElementContent[] {
  const href = typeof node.properties.href === 'string' ? node.properties.href : '';
  if (href === 'actor:-') return node.children;
  const id = href.slice(href.indexOf(':') + 1);
  if (href.startsWith('actor:')) section.actors.add(id as ActorId);
  else if (href.startsWith('place:')) section.places.add(id as PlaceId);
  else countNames(node, find, section);
  if (/^(?:actor|place):/.test(href)) section.linked.add(href);
  return [node];
}

function countNames(node: Element, find: FindNames, section: SectionNames): void {
  for (const child of node.children) {
    if (child.type === 'element') countNames(child, find, section);
    if (child.type !== 'text') continue;
    for (const { owner, spelling } of find(child.value)) {
      note(owner, section);
      noteSpelling(owner, spelling, section);
    }
  }
}

function note(owner: NameOwner, section: SectionNames): void {
  if (owner.type === 'actor') section.actors.add(owner.id);
  else section.places.add(owner.id);
}

function createLink(href: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'a', properties: { href }, children };
}
