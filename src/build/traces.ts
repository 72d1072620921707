import { unanswered, type Fingerprints } from '../model/fingerprints.ts';
import type { ReadKey } from '../model/tracedArchive.ts';

/**
 * What things were made from: every key with its fingerprint, the distinct traces as numbers of keys, and the
 * number of each thing's trace. A few long strings parse many times faster than an object with a key for each.
 */
export interface TraceRecord {
  readonly keys: readonly ReadKey[];
  readonly fingerprints: readonly string[];
  readonly traces: readonly string[];
  readonly ids: string;
  readonly of: string;
}

/** What pages, files and entries were made from, at the last build and now. */
export interface Traces {
  /** Returns whether all that a thing was made from is as it was when it was made. */
  readonly isSame: (id: string) => boolean;
  /** Records that a thing is as it was. */
  readonly keep: (id: string) => void;
  /** Records what a thing was made from. */
  readonly add: (id: string, reads: Iterable<ReadKey>) => void;
  /** Returns what a thing was made from at the last build. */
  readonly getReads: (id: string) => readonly ReadKey[];
  /** Returns the record of this build. */
  readonly toRecord: () => TraceRecord;
}

const eventKey = /^(?:event|head):/;

/**
 * Returns the traces of a build, given those of an earlier one, if any. The events of a trace are in timeline
 * order: where that order has changed, so may the thing.
 */
export function createTraces(
  { of: getFingerprint, getReads: getOwnReads, getPosition }: Fingerprints,
  known: TraceRecord | undefined,
): Traces {
  const traceOf = readTraceNumbers(known);
  const verdicts = new Map<number, boolean>();
  const keyVerdicts = new Map<number, boolean>();
  const isKeySame = (number: number): boolean => {
    const found = keyVerdicts.get(number);
    if (found !== undefined) return found;
    const key = known?.keys[number] ?? '';
    const isSame = isQuerySame(key) || hasFingerprint(key, known?.fingerprints[number]);
    keyVerdicts.set(number, isSame);
    if (isSame) sameKeys.set(key, number);
    return isSame;
  };
  /** The keys that are as they were, with their numbers in the earlier record. */
  const sameKeys = new Map<ReadKey, number>();
  /** Returns whether all that the answer to a query was made from is as it was, so that it isn't asked again. */
  const isQuerySame = (key: ReadKey) => {
    const trace = key.startsWith('?') ? traceOf.get(key) : undefined;
    return trace !== undefined && isVerdictSame(trace);
  };
  const hasFingerprint = (key: ReadKey, before: string | undefined) => {
    const now = getFingerprint(key);
    return now !== unanswered && now === before;
  };
  const isVerdictSame = (trace: number) => {
    const isSame = verdicts.get(trace) ?? isTraceSame(trace);
    verdicts.set(trace, isSame);
    return isSame;
  };
  const getEventPosition = (key: ReadKey) => getPosition(key.slice(key.indexOf(':') + 1));
  const readTrace = (trace: number) => {
    const text = known?.traces[trace] ?? '';
    return text === '' ? [] : text.split(' ').map(Number);
  };
  const getKeys = (trace: number) => readTrace(trace).map((number) => known?.keys[number] ?? '');
  const isTraceSame = (trace: number) => {
    if (!readTrace(trace).every(isKeySame)) return false;
    const positions = getKeys(trace)
      .filter((key) => eventKey.test(key))
      .map(getEventPosition);
    return positions.every((position, index) => position >= (positions[index - 1] ?? -1));
  };

  const numbers = new Map<ReadKey, number>();
  const traces = new Map<string, number>();
  const of = new Map<string, number>();
  const kept = new Map<number, number>();
  const addTrace = (keys: readonly ReadKey[]) => {
    const own = keys.map((key) => {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
    const text = own.join(' ');
    const number = traces.get(text) ?? traces.size;
    traces.set(text, number);
    return number;
  };
  const keep = (id: string) => {
    const trace = traceOf.get(id);
    if (trace === undefined) throw new Error(`Nothing is known of what ${id} was made from.`);
    const number = kept.get(trace) ?? addTrace(getKeys(trace));
    kept.set(trace, number);
    of.set(id, number);
  };
  const add = (id: string, reads: Iterable<ReadKey>) => {
    const all = [...reads];
    const events = all.filter((key) => eventKey.test(key));
    const others = all.filter((key) => !eventKey.test(key)).sort();
    events.sort((a, b) => getEventPosition(a) - getEventPosition(b) || (a < b ? -1 : 1));
    of.set(id, addTrace([...others, ...events]));
  };
  const addQuery = (key: ReadKey) => {
    if (!key.startsWith('?')) return;
    const isKept = sameKeys.has(key) && isQuerySame(key);
    if (isKept) keep(key);
    else add(key, getOwnReads(key));
  };
  const getKnownFingerprint = (key: ReadKey) => {
    const number = sameKeys.get(key);
    return (number === undefined ? undefined : known?.fingerprints[number]) ?? getFingerprint(key);
  };
  return {
    isSame: (id) => {
      const trace = traceOf.get(id);
      return trace !== undefined && isVerdictSame(trace);
    },
    keep,
    add,
    getReads: (id) => getKeys(traceOf.get(id) ?? -1),
    toRecord: () => {
      // Grows while it is read: the answers to queries are made from other answers.
      for (const key of numbers.keys()) addQuery(key);
      return {
        keys: [...numbers.keys()],
        fingerprints: [...numbers.keys()].map(getKnownFingerprint),
        traces: [...traces.keys()],
        ids: [...of.keys()].join('\n'),
        of: [...of.values()].join(' '),
      };
    },
  };
}

/** Returns the number of each thing's trace; no id contains a line break. */
function readTraceNumbers(known: TraceRecord | undefined): ReadonlyMap<string, number> {
  if (!known || known.ids === '') return new Map();
  const numbers = known.of.split(' ');
  return new Map(known.ids.split('\n').map((id, index) => [id, Number(numbers[index])]));
}
