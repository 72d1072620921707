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

const eventKey = /^(?:event|head):/;

/** The traces that an earlier build recorded, and whether they still hold. */
class KnownTraces {
  readonly #fingerprints: Fingerprints;
  readonly #record: TraceRecord | undefined;
  readonly #traceOf: ReadonlyMap<string, number>;
  readonly #verdicts = new Map<number, boolean>();
  readonly #keyVerdicts = new Map<number, boolean>();
  readonly #positions: number[] = [];
  /** The fingerprints of the keys that are as they were. */
  readonly #sameKeys = new Map<ReadKey, string>();

  constructor(fingerprints: Fingerprints, record: TraceRecord | undefined) {
    this.#fingerprints = fingerprints;
    this.#record = record;
    this.#traceOf = readTraceNumbers(record);
  }

  /** Returns whether all that a thing was made from is as it was. */
  isSame(id: string): boolean {
    const trace = this.#traceOf.get(id);
    if (trace === undefined) return false;
    const isSame = this.#verdicts.get(trace) ?? this.#isTraceSame(trace);
    this.#verdicts.set(trace, isSame);
    return isSame;
  }

  /** Returns the number of a thing's trace; undefined if it is not known. */
  getNumber(id: string): number | undefined {
    return this.#traceOf.get(id);
  }

  /** Returns the keys of a trace. */
  getKeys(trace: number): readonly ReadKey[] {
    return this.#readNumbers(trace).map((number) => this.#record?.keys[number] ?? '');
  }

  /** Returns the fingerprint of a part, as recorded if the part is as it was. */
  getFingerprint(key: ReadKey): string {
    return this.#sameKeys.get(key) ?? this.#fingerprints.of(key);
  }

  #isTraceSame(trace: number): boolean {
    let last = -1;
    return this.#readNumbers(trace).every((number) => {
      const position = this.#getPosition(number);
      if (position !== undefined && position < last) return false;
      last = position ?? last;
      return this.#isKeySame(number);
    });
  }

  /** Returns the position of the event that a key is of; undefined for other keys. */
  #getPosition(number: number): number | undefined {
    const known = this.#positions[number];
    if (known !== undefined) return known;
    const key = this.#record?.keys[number] ?? '';
    if (!eventKey.test(key)) return undefined;
    return (this.#positions[number] = this.#fingerprints.getPosition(getId(key)));
  }

  #isKeySame(number: number): boolean {
    const found = this.#keyVerdicts.get(number);
    if (found !== undefined) return found;
    const key = this.#record?.keys[number] ?? '';
    const before = this.#record?.fingerprints[number] ?? unanswered;
    // The answer to a query that was made from the same is not worked out again.
    const isSame =
      (key.startsWith('?') && this.isSame(key)) ||
      (before !== unanswered && this.#fingerprints.of(key) === before);
    this.#keyVerdicts.set(number, isSame);
    if (isSame) this.#sameKeys.set(key, before);
    return isSame;
  }

  #readNumbers(trace: number): readonly number[] {
    const text = this.#record?.traces[trace] ?? '';
    return text === '' ? [] : text.split(' ').map(Number);
  }
}

/**
 * What pages, files and entries were made from, at the last build and now. The events of a trace are in timeline
 * order: where that order has changed, so may the thing.
 */
export class Traces {
  readonly #fingerprints: Fingerprints;
  readonly #known: KnownTraces;
  readonly #numbers = new Map<ReadKey, number>();
  readonly #traces = new Map<string, number>();
  readonly #of = new Map<string, number>();
  /** The numbers of kept traces, by those in the earlier record. */
  readonly #kept = new Map<number, number>();

  /** Continues the record of an earlier build, if there is one. */
  constructor(fingerprints: Fingerprints, record: TraceRecord | undefined) {
    this.#fingerprints = fingerprints;
    this.#known = new KnownTraces(fingerprints, record);
  }

  /** Returns whether all that a thing was made from is as it was when it was made. */
  isSame(id: string): boolean {
    return this.#known.isSame(id);
  }

  /** Returns what a thing was made from at the last build; nothing if it is not known. */
  getReads(id: string): readonly ReadKey[] {
    const trace = this.#known.getNumber(id);
    return trace === undefined ? [] : this.#known.getKeys(trace);
  }

  /** Records that a thing is as it was. */
  keep(id: string): void {
    const known = this.#known.getNumber(id);
    if (known === undefined) throw new Error(`Nothing is known of what ${id} was made from.`);
    const trace = this.#kept.get(known) ?? this.#getTrace(this.#known.getKeys(known));
    this.#kept.set(known, trace);
    this.#of.set(id, trace);
  }

  /** Records what a thing was made from. */
  add(id: string, reads: Iterable<ReadKey>): void {
    const { getPosition } = this.#fingerprints;
    const [events = [], others = []] = [true, false].map((isEvent) =>
      [...reads].filter((key) => eventKey.test(key) === isEvent).sort(),
    );
    events.sort((a, b) => getPosition(getId(a)) - getPosition(getId(b)));
    this.#of.set(id, this.#getTrace([...others, ...events]));
  }

  /** Returns the record of this build. */
  toRecord(): TraceRecord {
    // Grows while it is read: the answers to queries are made from other answers.
    for (const key of this.#numbers.keys()) if (key.startsWith('?')) this.#addAnswer(key);
    const keys = [...this.#numbers.keys()];
    return {
      keys,
      fingerprints: keys.map((key) => this.#known.getFingerprint(key)),
      traces: [...this.#traces.keys()],
      ids: [...this.#of.keys()].join('\n'),
      of: [...this.#of.values()].join(' '),
    };
  }

  #addAnswer(key: ReadKey): void {
    if (this.#known.isSame(key)) this.keep(key);
    else {
      // A query that this process doesn't know has no trace: an empty one would always hold.
      const reads = this.#fingerprints.getReads(key);
      if (reads) this.add(key, reads);
    }
  }

  #getTrace(keys: readonly ReadKey[]): number {
    const text = keys.map((key) => this.#getNumber(key)).join(' ');
    const trace = this.#traces.get(text) ?? this.#traces.size;
    this.#traces.set(text, trace);
    return trace;
  }

  #getNumber(key: ReadKey): number {
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }
}

/** Returns the id in the key of an event. */
function getId(key: ReadKey): string {
  return key.slice(key.indexOf(':') + 1);
}

/** Returns the number of each thing's trace; no id contains a line break. */
function readTraceNumbers(known: TraceRecord | undefined): ReadonlyMap<string, number> {
  if (!known || known.ids === '') return new Map();
  const numbers = known.of.split(' ');
  return new Map(known.ids.split('\n').map((id, index) => [id, Number(numbers[index])]));
}
