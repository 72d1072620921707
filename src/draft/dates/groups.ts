import type { Grammar } from './grammar.ts';
import type { Atom, ClockAtom, DaysOfMonth, NumericDate, Stretch } from './atom.ts';
import type { PartOfDay } from '../../model/dates/timeOfDay.ts';

/** The core of a phrase; a weekday or hour may also stand alone. */
type Head = DaysOfMonth | NumericDate | Extract<Atom, { type: 'month' | 'year' | 'relative' }>;

/** The atoms of one date, joined across commas, brackets and small words: “Sunday evening, October 6”. */
export interface Group extends Stretch {
  readonly head: Head | null;
  /** Days counted from publication next to a date: “today (2 August)”. */
  readonly offset: number | null;
  readonly weekday: number | null;
  readonly hasShortWeekday: boolean;
  readonly part: PartOfDay | null;
  readonly clock: ClockAtom | null;
}

/** Returns a sentence's groups of atoms, in order; parts of a day without a day are left out. */
export function groupAtoms(folded: string, grammar: Grammar): Group[] {
  const atoms = joinPairedWeekdays(folded, grammar.findAtoms(folded), grammar);
  const groups: Group[] = [];
  let open: Group | null = null;
  for (const atom of atoms) {
    const joined: Group | null = open && join(open, atom, folded, grammar);
    if (joined) {
      open = joined;
      continue;
    }
    if (open) groups.push(open);
    open = begin(atom);
  }
  if (open) groups.push(open);
  return groups
    .filter(
      ({ head, weekday, clock, hasShortWeekday }) =>
        head !== null || clock !== null || (weekday !== null && !hasShortWeekday),
    )
    .map((group) => closeBrackets(group, folded));
}

function begin(atom: Atom): Group {
  const { start, end } = atom;
  const none = {
    start,
    end,
    head: null,
    offset: null,
    weekday: null,
    hasShortWeekday: false,
    part: null,
    clock: null,
  };
  switch (atom.type) {
    case 'weekday':
      return { ...none, weekday: atom.weekday, hasShortWeekday: atom.isShort };
    case 'part':
      return { ...none, part: atom.part };
    case 'clock':
      return { ...none, clock: atom };
    case 'relative':
      return { ...none, head: atom, offset: atom.days, part: atom.part };
    case 'days':
    case 'numeric':
    case 'month':
    case 'year':
      return { ...none, head: atom };
  }
}

/** Returns a group with one more atom, or null if the atom begins another date. */
function join(group: Group, atom: Atom, folded: string, { glue, words }: Grammar): Group | null {
  const between = folded.slice(group.end, atom.start);
  const next = begin(atom);
  const isPart = atom.type === 'part' || (group.part !== null && isOnlyPart(group));
  const near = new RegExp(`^\\s*(?:(?:${words.glue}|zum|auf|zu)\\s+)*$`, 'iu');
  if (isPart ? !near.test(between) : !glue.test(between)) return null;
  const isDayLike = (head: Head | null) => head?.type !== 'month' && head?.type !== 'year';
  if (!isDayLike(group.head) || !isDayLike(next.head)) return null;
  const isTaken =
    (group.weekday !== null && next.weekday !== null) ||
    (group.part !== null && next.part !== null) ||
    // “10:45 local time (07:45 GMT)” is one hour.
    (group.clock?.time != null && next.clock?.time != null) ||
    (group.head !== null &&
      next.head !== null &&
      !(group.head.type === 'relative' && next.head.type !== 'relative'));
  if (isTaken) return null;
  return {
    start: group.start,
    end: atom.end,
    // “Today (2 August)”: the date counts, and the count from publication must agree with it.
    head: next.head ?? group.head,
    offset: group.offset ?? next.offset,
    weekday: group.weekday ?? next.weekday,
    hasShortWeekday: group.hasShortWeekday || next.hasShortWeekday,
    part: group.part ?? next.part,
    clock: group.clock?.time != null ? group.clock : (next.clock ?? group.clock),
  };
}

function isOnlyPart({ head, weekday, clock }: Group): boolean {
  return head === null && weekday === null && clock === null;
}

/** “Saturday and Sunday, October 5 and 6”: the first weekday belongs to the date after the second. */
function joinPairedWeekdays(folded: string, atoms: Atom[], { glue, words }: Grammar): Atom[] {
  const and = new RegExp(`^\\s*(?:,|${words.and}|${words.or}|${words.to}|[-–])\\s*$`, 'iu');
  return atoms.flatMap((atom, index) => {
    const [next, days] = [atoms[index + 1], atoms[index + 2]];
    const previous = atoms[index - 1];
    const isFirst =
      atom.type === 'weekday' &&
      next?.type === 'weekday' &&
      days?.type === 'days' &&
      days.days.length > 1 &&
      and.test(folded.slice(atom.end, next.start)) &&
      glue.test(folded.slice(next.end, days.start));
    if (isFirst) return [];
    const isSecond =
      atom.type === 'weekday' &&
      previous?.type === 'weekday' &&
      next?.type === 'days' &&
      next.days.length > 1 &&
      and.test(folded.slice(previous.end, atom.start));
    return isSecond ? [{ ...atom, start: previous.start }] : [atom];
  });
}

function closeBrackets<T extends Stretch>(group: T, folded: string): T {
  const inside = folded.slice(group.start, group.end);
  const close = /^[\s,]*[)\]]/.exec(folded.slice(group.end))?.[0];
  const isOpen = (/\([^)]*$/.test(inside) || /\[[^\]]*$/.test(inside)) && close !== undefined;
  return isOpen ? { ...group, end: group.end + close.length } : group;
}
