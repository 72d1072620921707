import { printLocation, type SourceLocation } from './sourceLocation.ts';
import { isRefusal } from './refusal.ts';

/** An exception in our own code, with the location in the content that caused it. */
class Fault extends Error {
  override readonly name = 'Fault';
  readonly at: SourceLocation;

  constructor(at: SourceLocation, cause: unknown) {
    super(`Dateline failed at ${printLocation(at)}`, { cause });
    this.at = at;
  }
}

/**
 * Returns the result of `work`. Rethrows its exceptions as a Fault with a location in the content; the
 * innermost location is kept.
 */
export function withLocation<T>(getLocation: () => SourceLocation, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isRefusal(error) || isFault(error)) throw error;
    throw new Fault(getLocation(), error);
  }
}

/**
 * Returns a message for an exception that no input should cause: the location in the content if known, the
 * location in the code, and what to do.
 */
export function explainFault(error: unknown): string {
  const cause = isFault(error) ? error.cause : error;
  const found = isFault(error) ? ` at ${printLocation(error.at)}` : '';
  const what = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return [
    `Dateline itself failed${found} (${oneLine(what)}, in ${findCode(cause)}).`,
    'This is a bug in Dateline, not in your content: please report it to its maintainers with these lines and the file. DEBUG=dateline shows the whole stack.',
  ].join('\n');
}

function isFault(error: unknown): error is Fault {
  return error instanceof Error && error.name === 'Fault' && 'at' in error;
}

/** Returns the location in our own code where an error was thrown, or else the first one in its stack. */
function findCode(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const places = frames.flatMap(
    (line) => /(?:file:\/\/)?([^\s()]+:\d+):\d+\)?$/.exec(line)?.[1] ?? [],
  );
  const own = places.find((place) => /\/src\/[^/]+\/[^/]+$/.test(place));
  return own?.replace(/^.*\/(?=src\/)/, '') ?? places[0] ?? 'an unknown location';
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
