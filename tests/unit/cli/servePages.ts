import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers a request to a test's server. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** Serves answers by path on this machine; returns the address and a function that stops the server. */
export async function servePages(
  answers: Readonly<Record<string, Answer>>,
): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer) answer(response, request);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Returns an answer that sends a page of HTML. */
export function html(body: string | Uint8Array, type = 'text/html; charset=utf-8'): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': type }).end(body);
  };
}
