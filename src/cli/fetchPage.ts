import { Refusal } from '../problems/refusal.ts';

/** A fetched page: its final address, its bytes, and what the server's headers say about them. */
export interface FetchedPage {
  readonly address: string;
  readonly bytes: Uint8Array;
  /** The media type without its parameters, in lower case. */
  readonly type: string;
  /** The encoding that the server names. */
  readonly charset: string | undefined;
}

/** The limits for fetching a page. */
export interface FetchLimits {
  /** Maximum decompressed size in bytes. */
  readonly size: number;
  /** Maximum total time in milliseconds. */
  readonly time: number;
  readonly redirects: number;
}

const fetchLimits: FetchLimits = { size: 10_000_000, time: 20_000, redirects: 5 };

// Identifies the command to server operators, so that they can block it.
const headers = {
  'user-agent': 'Dateline draft (npm run draft)',
  accept: 'text/html, application/xhtml+xml',
};

/**
 * Fetches a web page within the limits, by http and https only, without cookies or scripts. Throws a Refusal
 * that names the exceeded limit or the server's answer.
 */
export async function fetchPage(
  address: string,
  limits: FetchLimits = fetchLimits,
): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(limits.time);
  try {
    const { response, current } = await follow(address, limits, signal);
    if (!response.ok)
      throw new Refusal(
        `${current} answered with status ${response.status}, so nothing was drafted.`,
      );
    const [type = '', ...parameters] = (response.headers.get('content-type') ?? '').split(';');
    const charset = parameters
      .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]+)/i.exec(parameter)?.[1])
      .find((name) => name !== undefined);
    const bytes = await readBody(response, current, limits);
    return { address: current, bytes, type: type.trim().toLowerCase(), charset };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (signal.aborted)
      throw new Refusal(
        `${address} did not finish loading within ${limits.time / 1000} seconds. Save the page in a browser and draft the file.`,
      );
    throw new Refusal(`${address} cannot be fetched (${explain(error)}).`);
  }
}

/** Follows redirects one by one, checking each address before it is requested. */
async function follow(
  address: string,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<{ response: Response; current: string }> {
  let current = address;
  for (let hops = 0; hops <= limits.redirects; hops++) {
    refuseOther(current, address);
    const response = await fetch(current, { headers, redirect: 'manual', signal });
    const next = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || next === null)
      return { response, current };
    await response.body?.cancel();
    if (!URL.canParse(next, current))
      throw new Refusal(`${current} redirects to "${next}", which is not an address.`);
    current = new URL(next, current).href;
  }
  throw new Refusal(
    `${address} redirects more than ${limits.redirects} times, the maximum; the last leads to ${current}.`,
  );
}

function refuseOther(found: string, address: string): void {
  const isWeb = URL.canParse(found) && /^https?:$/.test(new URL(found).protocol);
  if (isWeb) return;
  throw new Refusal(
    found === address
      ? `Unexpected address "${found}", expected one that starts with http:// or https://.`
      : `${address} redirects to "${found}", expected an address that starts with http:// or https://.`,
  );
}

async function readBody(
  response: Response,
  address: string,
  { size }: FetchLimits,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length;
    if (length > size) {
      await reader?.cancel();
      throw new Refusal(`${address} is longer than ${size / 1_000_000} MB, the maximum.`);
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}

/** Returns why a request failed; `fetch` itself only says that it did. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason';
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.message;
}
