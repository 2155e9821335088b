import express from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tasks } from '../../src/http/tasks.ts';
import { createLog } from '../../src/log.ts';

const TOKEN = 'a-token-of-at-least-24-letters';

describe('POST /tasks/run', () => {
  let rounds = 0;
  let fails = false;
  const app = express();
  app.use(
    tasks({
      token: TOKEN,
      run: async () => {
        rounds += 1;
        if (fails) throw new Error('the store is away');
        return { planned: [], answers: 0 };
      },
      log: createLog('silent', new PassThrough()),
    }),
  );
  const server = createServer(app);
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tasks/run`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const post = (authorization?: string): Promise<Response> =>
    fetch(url, { method: 'POST', headers: authorization === undefined ? {} : { authorization } });

  it.each([undefined, '', 'Bearer', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN])(
    'does nothing for %j',
    async (sent) => {
      const before = rounds;
      expect((await post(sent)).status).toBe(401);
      expect(rounds).toBe(before);
    },
  );

  it('does a round for whoever has the token, and says what it did', async () => {
    const answered = await post(`Bearer ${TOKEN}`);
    expect(answered.status).toBe(200);
    expect(await answered.json()).toEqual({ planned: [], answers: 0 });
  });

  it('asks to come again when a round failed', async () => {
    fails = true;
    expect((await post(`Bearer ${TOKEN}`)).status).toBe(503);
  });

  it('is not there without a token', async () => {
    const none = express();
    none.use(tasks({ token: undefined, run: async () => ({}), log: createLog('silent', new PassThrough()) }));
    const bare = createServer(none);
    await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
    const { port } = bare.address() as AddressInfo;
    expect((await fetch(`http://127.0.0.1:${port}/tasks/run`, { method: 'POST' })).status).toBe(404);
    await new Promise((resolve) => bare.close(resolve));
  });
});
