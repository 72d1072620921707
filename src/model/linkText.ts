import type { Element, ElementContent, Text } from 'hast';
import type { ActorId, PlaceId } from './ids.ts';
import type { NameMatch } from './names.ts';

/** Who a name in a text belongs to. One object an owner, so that owners are compared by identity. */
export type NameOwner =
  | {
      readonly type: 'actor';
      readonly id: ActorId;
      /** What the name is to the actor: a spelling, this site's own words, or only claimed to be a name (`named-as`). */
      readonly use: 'spelling' | 'own-words' | 'claimed';
    }
  | { readonly type: 'place'; readonly id: PlaceId };

/** Returns the names in a text, in order and apart. */
export type FindNames = (text: string) => readonly NameMatch<NameOwner>[];

/** What the prose of one section names, filled in as its passages are linked. */
export interface SectionNames {
  readonly actors: Set<ActorId>;
  readonly places: Set<PlaceId>;
  /** Those that already are links in the section. */
  readonly linked: Set<string>;
  readonly spelled: { actor: ActorId; spelling: string }[];
  /** Names only claimed to be an actor's own. */
  readonly namedAs: { actor: ActorId; spelling: string }[];
}

/**
 * Returns HTML nodes of prose with the first name of each
 * actor or place in the section as a link (`actor:ID`, `place:ID`), and adds all that are named to `section`.
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

/** Adds to `section` how the actors in a text that is not linked (a quotation, a claim) are spelt, and returns them. */
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
 * A link the editor wrote stays. One to an actor or place names it, adding no spelling; the words of any
 * other are counted like prose, but hold no link of their own. One to nobody is only its words.
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
