import { describe, expect, test } from 'vitest';
import { requestLinks, type Fetch } from '../../../src/links/requestLinks.ts';
import {
  isFresh,
  printLinkCache,
  readLinkCache,
  type CachedAnswer,
} from '../../../src/links/linkCache.ts';
import { findDeadLinks, toRequestAddress } from '../../../src/links/linkAnswers.ts';

const now = new Date('2024-06-08T12:00:00Z');
const received = now.toISOString();

type Request = readonly [method: string, address: string];

/** Returns a network in which each address answers with a status (by method), fails or hangs, and its requests. */
function createNetwork(answers: Readonly<Record<string, number | Error | 'never'>>) {
  const requests: Request[] = [];
  const agents = new Set<string | undefined>();
  let [open, most] = [new Map<string, number>(), 0];
  const count = (address: string, step: number) => {
    const { host } = new URL(address);
    open = new Map(open).set(host, (open.get(host) ?? 0) + step);
    most = Math.max(most, ...open.values());
  };
  const fetch: Fetch = async (address, { method, headers, signal }) => {
    requests.push([method, address]);
    agents.add(headers['user-agent']);
    count(address, 1);
    await new Promise((resolve) => setTimeout(resolve, 2));
    const answer = answers[`${method} ${address}`] ?? answers[address] ?? 200;
    if (answer === 'never')
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('aborted'));
        });
      });
    count(address, -1);
    if (answer instanceof Error) throw answer;
    if (answer === 'never') throw new Error('nobody waited long enough');
    return { status: answer, body: null };
  };
  return { fetch, requests, agents, getMost: () => most, now: () => now };
}

describe('requestLinks', () => {
  test('sends only HEAD if that is answered', async () => {
    const network = createNetwork({});
    expect(await requestLinks(['https://a.example/'], new Map(), network)).toEqual(
      new Map([['https://a.example/', { status: 200, received }]]),
    );
    expect(network.requests).toEqual([['HEAD', 'https://a.example/']]);
  });

  test('sends GET if HEAD is refused or fails, and trusts the answer', async () => {
    const network = createNetwork({
      'HEAD https://a.example/': 405,
      'HEAD https://b.example/': new Error('socket hang up'),
      'https://c.example/': 404,
    });
    const answers = await requestLinks(
      ['https://a.example/', 'https://b.example/', 'https://c.example/'],
      new Map(),
      network,
    );
    expect(
      [...answers.values()].map((answer) => 'status' in answer && answer.status).sort(),
    ).toEqual([200, 200, 404]);
    expect(network.requests.filter(([method]) => method === 'GET')).toHaveLength(3);
  });

  test('sends one request at a time to each host, each address once, with a user agent', async () => {
    const network = createNetwork({});
    const addresses = [1, 2, 3, 4, 5, 1].map((n) => `https://a.example/${n}`);
    await requestLinks([...addresses, 'https://b.example/'], new Map(), network);
    expect(network.requests).toHaveLength(6);
    expect(network.getMost()).toBe(1);
    expect([...network.agents]).toEqual([expect.stringContaining('Dateline')]);
  });

  test('respects its time limit, and reports the reason for a failure', async () => {
    const lost = new TypeError('fetch failed', {
      cause: Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }),
    });
    const network = createNetwork({
      'https://slow.example/': 'never',
      'https://gone.example/': lost,
    });
    const answers = await requestLinks(
      ['https://slow.example/', 'https://gone.example/'],
      new Map(),
      {
        ...network,
        timeout: 20,
      },
    );
    expect(answers.get('https://slow.example/')).toEqual({
      failure: 'no answer within 0.02 seconds',
      received,
    });
    expect(answers.get('https://gone.example/')).toEqual({ failure: 'ENOTFOUND', received });
  });

  test('repeats only requests that are a week old, failed, or had server errors', async () => {
    const network = createNetwork({});
    const kept = new Map<string, CachedAnswer>([
      ['https://a.example/', { status: 404, received: '2024-06-01T12:00:01Z' }],
      ['https://b.example/', { status: 200, received: '2024-06-01T12:00:00Z' }],
      ['https://c.example/', { failure: 'ENOTFOUND', received }],
      ['https://d.example/', { status: 502, received }],
    ]);
    const answers = await requestLinks([...kept.keys()], kept, network);
    expect(network.requests.map(([, address]) => address)).toEqual([
      'https://b.example/',
      'https://c.example/',
      'https://d.example/',
    ]);
    expect(answers.get('https://a.example/')).toEqual(kept.get('https://a.example/'));
  });
});

describe('the cache of answers', () => {
  test('restores from its file, without failures and expired answers', () => {
    const good = { status: 200, received };
    const text = printLinkCache(
      new Map<string, CachedAnswer>([
        ['https://b.example/', good],
        ['https://a.example/', { status: 404, received }],
        ['https://c.example/', { failure: 'ENOTFOUND', received }],
        ['https://d.example/', { status: 200, received: '2024-01-01T00:00:00Z' }],
      ]),
      now,
    );
    expect([...readLinkCache(text)]).toEqual([
      ['https://a.example/', { status: 404, received }],
      ['https://b.example/', good],
    ]);
  });

  test.each([
    null,
    '',
    '{',
    '[]',
    '7',
    'null',
    '{"https://a.example/": {"status": "200"}}',
    '{"a": null}',
  ])('is empty if its file is %j', (text) => {
    expect(readLinkCache(text).size).toBe(0);
  });

  test('ignores an answer from the future', () => {
    expect(isFresh({ status: 200, received: '2024-06-09T00:00:00Z' }, now)).toBe(false);
  });
});

describe('findDeadLinks', () => {
  const at = { file: 'content/articles/post.md', line: 1, column: 1 };

  test.each([200, 204, 401, 403, 429, 503])(
    'doesn’t report an address that answers %i',
    (status) => {
      const answers = new Map([['https://a.example/', { status }]]);
      expect(findDeadLinks([{ value: 'https://a.example', at }], answers)).toEqual([]);
    },
  );

  test.each([404, 410, 500])('warns of an address that answers %i, with its location', (status) => {
    const answers = new Map([['https://a.example/', { status }]]);
    const [problem] = findDeadLinks([{ value: 'https://a.example/#part', at }], answers);
    expect(problem).toMatchObject({
      kind: 'link-dead',
      severity: 'warning',
      at,
      found: 'https://a.example/#part',
    });
  });

  test('reports nothing about an unchecked address', () => {
    expect(findDeadLinks([{ value: 'https://a.example', at }], new Map())).toEqual([]);
  });
});

test('toRequestAddress leaves out the fragment, which no server sees', () => {
  expect(toRequestAddress('https://A.example#part')).toBe('https://a.example/');
});
