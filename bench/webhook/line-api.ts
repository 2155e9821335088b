import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A LINE API that takes every reply and counts it. Runs in the measuring process, so that it costs the measured one nothing. */
export interface LineApi {
  readonly url: string;
  /** Replies taken since the last call. */
  taken(): number;
  /** Body of the last reply. */
  last(): string;
  /** Resolves when this many replies have been taken. */
  until(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function startLineApi(): Promise<LineApi> {
  let count = 0;
  let body = '';
  let wanted: { count: number; resolve: () => void } | undefined;
  const server: Server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      count += 1;
      if (count % 512 === 1) body = Buffer.concat(chunks).toString();
      res
        .writeHead(200, { 'content-type': 'application/json', 'x-line-request-id': 'bench' })
        .end('{"sentMessages":[]}');
      if (wanted && count >= wanted.count) wanted.resolve();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: () => {
      const taken = count;
      count = 0;
      return taken;
    },
    last: () => body,
    until: (target) =>
      new Promise((resolve) => {
        if (count >= target) resolve();
        else wanted = { count: target, resolve };
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
