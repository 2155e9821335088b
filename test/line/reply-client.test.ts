import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ReplyClient } from '../../src/line/reply-client.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function lineApi(answer: (req: IncomingMessage, res: ServerResponse, body: string) => void): Promise<string> {
  const server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString()));
    req.on('end', () => answer(req, res, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function client(apiBaseUrl: string, deadlineMs = 2_000): ReplyClient {
  const made = new ReplyClient({ apiBaseUrl, channelAccessToken: 'token', connections: 2, deadlineMs });
  closers.push(() => made.close());
  return made;
}

describe('a reply', () => {
  it('is one POST with the token and the messages as they are', async () => {
    const seen: unknown[] = [];
    const url = await lineApi((req, res, body) => {
      seen.push([req.method, req.url, req.headers.authorization, req.headers['content-type'], JSON.parse(body)]);
      res.setHeader('x-line-request-id', 'r-1').end('{"sentMessages":[]}');
    });
    expect(await client(url).reply('t"1', '[{"type":"text","text":"ก"}]')).toEqual({
      kind: 'accepted',
      requestId: 'r-1',
    });
    expect(seen).toEqual([
      [
        'POST',
        '/v2/bot/message/reply',
        'Bearer token',
        'application/json',
        { replyToken: 't"1', messages: [{ type: 'text', text: 'ก' }] },
      ],
    ]);
  });

  it('that LINE refuses is known to be unsent', async () => {
    const url = await lineApi((_req, res) => res.writeHead(400).end('{"message":"Invalid reply token"}'));
    expect(await client(url).reply('t', '[]')).toMatchObject({ kind: 'refused', reason: 'invalid-reply-token' });
  });

  it('that meets nobody is known to be unsent', async () => {
    const url = await lineApi((_req, res) => res.end());
    await closers.pop()?.();
    expect(await client(url).reply('t', '[]')).toMatchObject({ kind: 'refused', reason: 'not-reached' });
  });

  it('that is never answered ends at the deadline, unclear, and is not tried again', async () => {
    let calls = 0;
    const url = await lineApi(() => void (calls += 1));
    expect(await client(url, 100).reply('t', '[]')).toMatchObject({ kind: 'unclear', reason: 'timeout' });
    expect(calls).toBe(1);
  });

  it('whose connection breaks after LINE read it is unclear, and is not tried again', async () => {
    let calls = 0;
    const url = await lineApi((req) => {
      calls += 1;
      req.socket.destroy();
    });
    expect(await client(url).reply('t', '[]')).toMatchObject({ kind: 'unclear', reason: 'reset' });
    expect(calls).toBe(1);
  });
});
