import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifySignature } from '../../src/line/signature.ts';

export const SECRET = 'a-channel-secret';

export interface Received {
  readonly raw: string;
  readonly signed: boolean;
  readonly destination: string;
  readonly events: readonly Record<string, unknown>[];
}

/** A bot that only takes webhooks: it checks the signature, keeps what came and answers what `answer` says. */
export async function startBot() {
  const received: Received[] = [];
  const bot = {
    received,
    events: () => received.flatMap((it) => it.events),
    /** Status to answer with; null never answers. */
    answer: (): number | null => 200,
    url: '',
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const signature = request.headers['x-line-signature'];
      received.push({
        raw: body.toString(),
        signed: verifySignature(SECRET, body, typeof signature === 'string' ? signature : undefined),
        ...(JSON.parse(body.toString()) as Pick<Received, 'destination' | 'events'>),
      });
      const status = bot.answer();
      if (status !== null) response.writeHead(status, status === 302 ? { location: bot.url } : {}).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  bot.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
  return bot;
}

export type TestBot = Awaited<ReturnType<typeof startBot>>;
