import { printPlace, type Place } from './place.ts';
import { isRefusal } from './refusal.ts';

/** An exception in our own code, with the place in the content that it was thrown at. */
class Fault extends Error {
  override readonly name = 'Fault';
  readonly at: Place;

  constructor(at: Place, cause: unknown) {
    super(`Dateline failed at ${printPlace(at)}`, { cause });
    this.at = at;
  }
}

/** Returns what `work` returns. What it throws is thrown as a Fault at a place of the content; the innermost place stands. */
export function withPlace<T>(getPlace: () => Place, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isRefusal(error) || isFault(error)) throw error;
    throw new Fault(getPlace(), error);
  }
}

/**
 * Returns what to say of an exception that no input should cause: where in the content it came up, if that is
 * known, where in the code, and what to do with that.
 */
export function explainFault(error: unknown): string {
  const cause = isFault(error) ? error.cause : error;
  const found = isFault(error) ? ` at ${printPlace(error.at)}` : '';
  const what = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return [
    `Dateline itself failed${found} (${oneLine(what)}, in ${findCode(cause)}).`,
    'That is a fault of Dateline and not of yours: please report it to its maintainers with these lines and the file. With DEBUG=dateline the whole stack is shown.',
  ].join('\n');
}

function isFault(error: unknown): error is Fault {
  return error instanceof Error && error.name === 'Fault' && 'at' in error;
}

/** The place in our own code that an error was thrown from, or else the first that is told. */
function findCode(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const places = frames.flatMap(
    (line) => /(?:file:\/\/)?([^\s()]+:\d+):\d+\)?$/.exec(line)?.[1] ?? [],
  );
  const own = places.find((place) => /\/src\/[^/]+\/[^/]+$/.test(place));
  return own?.replace(/^.*\/(?=src\/)/, '') ?? places[0] ?? 'an unknown place';
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
