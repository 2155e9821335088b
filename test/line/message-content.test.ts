import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { MessageContents } from '../../src/line/message-content.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** LINE's data API with this answer, and what asks it. */
async function contents(answer: (res: ServerResponse) => void): Promise<{ ask: MessageContents; seen: unknown[] }> {
  const seen: unknown[] = [];
  const server = createServer((req, res) => {
    seen.push([req.method, req.url, req.headers.authorization]);
    answer(res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const dataApiBaseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = new MessageContents({ dataApiBaseUrl, channelAccessToken: 'token' });
  closers.push(() => ask.close());
  return { ask, seen };
}

describe('the file of a message', () => {
  it('is asked for with the token, whatever the id looks like', async () => {
    const { ask, seen } = await contents((res) => res.end('bytes'));
    expect(await ask.fetch('12/../3')).toEqual({ kind: 'content', bytes: Buffer.from('bytes') });
    expect(seen).toEqual([['GET', '/v2/bot/message/12%2F..%2F3/content', 'Bearer token']]);
  });

  it.each([
    [404, { kind: 'gone' }],
    [410, { kind: 'gone' }],
    [202, { kind: 'not-now', reason: 'LINE is preparing it' }],
    [401, { kind: 'not-now', reason: 'LINE answered 401' }],
    [429, { kind: 'not-now', reason: 'LINE answered 429' }],
    [500, { kind: 'not-now', reason: 'LINE answered 500' }],
  ])('answered with %i is %j', async (status, outcome) => {
    const { ask } = await contents((res) => res.writeHead(status).end('{"message":"…"}'));
    expect(await ask.fetch('1')).toEqual(outcome);
  });

  it('is left when it has more bytes than any picture, without waiting for its end', async () => {
    const { ask } = await contents((res) => {
      const more = (): void =>
        void (res.write(Buffer.alloc(1024 * 1024)) ? setImmediate(more) : res.once('drain', more));
      more();
    });
    expect(await ask.fetch('1')).toEqual({ kind: 'too-big' });
  });

  it('is asked for again later when the connection breaks', async () => {
    const { ask } = await contents((res) => {
      res.writeHead(200, { 'content-length': '100' }).write('half');
      setImmediate(() => res.destroy());
    });
    expect(await ask.fetch('1')).toMatchObject({ kind: 'not-now' });
    const nobody = new MessageContents({ dataApiBaseUrl: 'http://127.0.0.1:1', channelAccessToken: 'token' });
    closers.push(() => nobody.close());
    expect(await nobody.fetch('1')).toEqual({ kind: 'not-now', reason: 'ECONNREFUSED' });
  });
});
