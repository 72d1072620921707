import type { Known } from '../draft/known.ts';

/** Whom a cell names: an actor or place by id, or somebody unknown. */
export interface Named {
  readonly actors: readonly string[];
  readonly place: string | null;
  readonly unknown: readonly string[];
}

/** Returns whom a list names. Names are separated by commas, semicolons or slashes; ids count as names. */
export function findAll(list: string, known: Known): Named {
  const actors: string[] = [];
  const unknown: string[] = [];
  let place: string | null = null;
  const names = list.split(/[,;|،]/).map((name) => name.trim());
  for (const name of names.filter((one) => one !== '')) {
    const owner = findOwner(name, known);
    if (owner?.type === 'actor') actors.push(owner.id);
    else if (owner?.type === 'place') place ??= owner.id;
    else unknown.push(name);
  }
  return { actors: [...new Set(actors)], place, unknown };
}

function findOwner(
  name: string,
  known: Known,
): { type: 'actor' | 'place'; id: string } | undefined {
  if (known.isActor(name)) return { type: 'actor', id: name };
  const place = known.findPlace(name);
  if (place !== undefined) return { type: 'place', id: place };
  const whole = known.findNames(name).find(({ start, end }) => start === 0 && end === name.length);
  const type = whole?.owner.type;
  return whole && (type === 'actor' || type === 'place') ? { type, id: whole.owner.id } : undefined;
}

/** Returns the id of the source that a cell names, by id or name; undefined if it is unknown. */
export function findSource(name: string, known: Known): string | undefined {
  if (known.hasSource(name)) return name;
  const same = known.sources.find((source) => source.name.toLowerCase() === name.toLowerCase());
  const [only, ...others] = known.findSources(name);
  return same?.id ?? (others.length === 0 ? only : undefined);
}
