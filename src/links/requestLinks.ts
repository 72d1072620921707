import type { LinkAnswer } from './linkAnswers.ts';
import { isFresh, type CachedAnswer } from './linkCache.ts';

/** The part of `fetch` that a link check uses. */
export type Fetch = (
  address: string,
  init: {
    readonly method: 'HEAD' | 'GET';
    readonly headers: Readonly<Record<string, string>>;
    readonly redirect: 'follow';
    readonly signal: AbortSignal;
  },
) => Promise<{
  readonly status: number;
  readonly body: { cancel(): Promise<void> } | null;
}>;

/** The effects of a link check: network, clock, and a timeout in milliseconds. */
export interface LinkEffects {
  readonly fetch: Fetch;
  now(): Date;
  readonly timeout?: number;
}

// Hosts do not notice each other's requests, but too many at once would fill the editor's own connection.
const maxHosts = 8;
const tenSeconds = 10_000;

// Identifies the link check to server operators, so that they can block it.
const headers = { 'user-agent': 'Dateline link check (npm run check -- --links)' };

/**
 * Returns the answer for each address (without fragment), requesting those whose kept answer is missing or
 * stale. Sends one request at a time to each host: HEAD first, then GET if HEAD fails.
 */
export async function requestLinks(
  addresses: readonly string[],
  cached: ReadonlyMap<string, CachedAnswer>,
  effects: LinkEffects,
): Promise<Map<string, CachedAnswer>> {
  const answers = new Map<string, CachedAnswer>();
  const pending: string[] = [];
  for (const address of new Set(addresses)) {
    const before = cached.get(address);
    if (before && isFresh(before, effects.now())) answers.set(address, before);
    else pending.push(address);
  }
  const hosts = [...Map.groupBy(pending, (address) => new URL(address).host).values()];
  const requestHosts = async () => {
    for (let addressesOfHost = hosts.shift(); addressesOfHost; addressesOfHost = hosts.shift()) {
      for (const address of addressesOfHost) {
        const answer = await requestAddress(address, effects);
        answers.set(address, { ...answer, received: effects.now().toISOString() });
      }
    }
  };
  await Promise.all(Array.from({ length: maxHosts }, requestHosts));
  return answers;
}

async function requestAddress(address: string, effects: LinkEffects): Promise<LinkAnswer> {
  const answer = await request('HEAD', address, effects);
  // Some servers do not support HEAD: they answer it with an error, or not at all.
  return 'failure' in answer || answer.status >= 400 ? request('GET', address, effects) : answer;
}

async function request(
  method: 'HEAD' | 'GET',
  address: string,
  { fetch, timeout = tenSeconds }: LinkEffects,
): Promise<LinkAnswer> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const { status, body } = await fetch(address, { method, headers, redirect: 'follow', signal });
    // Only the status matters, and an unread body would keep its connection open.
    await body?.cancel();
    return { status };
  } catch (error) {
    return {
      failure: signal.aborted
        ? `no answer within ${timeout / 1000} seconds`
        : explain(error).replace(/\s+/g, ' '),
    };
  }
}

/** Returns why a request failed; `fetch` itself only says that it did. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return 'for no reason given';
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.message;
}
