import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLoopbackHost } from './loopback.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** Listens on 127.0.0.1 and answers only requests that were meant for it. Port 0 takes a free one. */
export async function listen(port: number, handle: Handler): Promise<{ url: string; close: () => Promise<void> }> {
  const plain = (response: ServerResponse, status: number, message: string) => {
    if (!response.headersSent) response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ message }));
  };
  const server = createServer((request, response) => {
    const { host } = request.headers;
    const target = `http://127.0.0.1${request.url ?? '/'}`;
    if (!isLoopbackHost(host)) plain(response, 403, 'Only http://127.0.0.1 and http://localhost are answered');
    else if (request.url?.startsWith('/') !== true || !URL.canParse(target)) plain(response, 400, 'Bad request');
    else {
      handle(request, response, new URL(target)).catch((error: unknown) => {
        // A request whose client went away ends here; there is nobody left to answer.
        plain(response, 500, error instanceof Error ? error.message : 'Internal server error');
      });
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
