import type { LinkAnswer } from './linkAnswers.ts';
import { isFresh, type KeptAnswer } from './keptAnswers.ts';

/** The part of `fetch` that asking an address needs. */
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

/** What asking needs of the world: its network, its clock, and how many milliseconds to wait for an answer. */
export interface Asking {
  readonly fetch: Fetch;
  now(): Date;
  readonly timeout?: number;
}

// Hosts do not notice each other, but the editor's own line does.
const hostsAtOnce = 8;
const tenSeconds = 10_000;

// Says who asks, so that whoever runs the server can tell, and can turn it away.
const headers = { 'user-agent': 'Dateline link check (npm run check -- --links)' };

/**
 * Takes addresses without fragments and the answers kept from before; gives how each is answered, asking those
 * whose answer is not kept or too old: one request at a time to each host, HEAD first, GET where that fails.
 */
export async function askLinks(
  addresses: readonly string[],
  kept: ReadonlyMap<string, KeptAnswer>,
  asking: Asking,
): Promise<Map<string, KeptAnswer>> {
  const answers = new Map<string, KeptAnswer>();
  const open: string[] = [];
  for (const address of new Set(addresses)) {
    const before = kept.get(address);
    if (before && isFresh(before, asking.now())) answers.set(address, before);
    else open.push(address);
  }
  const hosts = [...Map.groupBy(open, (address) => new URL(address).host).values()];
  const askHosts = async () => {
    for (let own = hosts.shift(); own; own = hosts.shift()) {
      for (const address of own) {
        const answer = await askAddress(address, asking);
        answers.set(address, { ...answer, asked: asking.now().toISOString() });
      }
    }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, askHosts));
  return answers;
}

async function askAddress(address: string, asking: Asking): Promise<LinkAnswer> {
  const answer = await request('HEAD', address, asking);
  // Some servers know no HEAD, and answer it with any error or with none.
  return 'failure' in answer || answer.status >= 400 ? request('GET', address, asking) : answer;
}

async function request(
  method: 'HEAD' | 'GET',
  address: string,
  { fetch, timeout = tenSeconds }: Asking,
): Promise<LinkAnswer> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const { status, body } = await fetch(address, { method, headers, redirect: 'follow', signal });
    // The status is all that is asked for; a page left unread would hold its connection.
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

/** Returns the reason of a failed request: `fetch` itself says only that it failed. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return 'for no reason given';
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.message;
}
