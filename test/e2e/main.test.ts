import { readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sign } from '../../src/line/signature.ts';
import { startMain, temporaryFolder, type ServerProcess } from '../server-process.ts';
import { body, textEvent } from '../http/webhook-harness.ts';

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

function start(env: Record<string, string>): ServerProcess {
  const folder = temporaryFolder();
  const server = startMain({ PORT: '0', STORE: `sqlite:${join(folder.path, 'prongsai.db')}`, ...env });
  cleanups.push(folder.remove, async () => {
    if (server.child.exitCode === null && server.child.signalCode === null) server.child.kill('SIGKILL');
    await server.ended;
  });
  return server;
}

/** A LINE API on loopback that takes replies. */
async function lineApi(answer: (token: string) => number | undefined): Promise<{ url: string; replies: string[] }> {
  const replies: string[] = [];
  const server = createServer((req, res) => {
    let text = '';
    req.on('data', (chunk: Buffer) => (text += chunk.toString()));
    req.on('end', () => {
      const { replyToken } = JSON.parse(text) as { replyToken: string };
      replies.push(replyToken);
      const status = answer(replyToken);
      if (status !== undefined) res.writeHead(status).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(
    () => server.closeAllConnections(),
    () => void server.close(),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, replies };
}

async function post(port: string, secret: string, event: object): Promise<number> {
  const text = JSON.stringify(body(event));
  const headers = { 'x-line-signature': sign(secret, text) };
  return (await fetch(`http://127.0.0.1:${port}/webhook`, { method: 'POST', body: text, headers })).status;
}

/** This machine's addresses that others can reach. */
function otherAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address);
}

const CHANNEL = { LINE_CHANNEL_SECRET: 'made-by-this-test', LINE_CHANNEL_ACCESS_TOKEN: 'made-by-this-test-too' };

describe('the server process', () => {
  it('leaves with 78 and names every wrong variable with its fix', async () => {
    const server = start({ PORT: 'x', LINE_CHANNEL_SECRET: 'only-half' });
    expect(await server.ended).toBe(78);
    expect(server.output()).toContain('PORT');
    expect(server.output()).toContain('LINE_CHANNEL_ACCESS_TOKEN');
    expect(server.output()).not.toContain('only-half');
  });

  it('reads .env of the folder it is started in, and lets the environment win', async () => {
    const folder = temporaryFolder();
    cleanups.push(folder.remove);
    writeFileSync(join(folder.path, '.env'), 'PORT=from-the-file\nLOG_LEVEL=loud\n');
    const server = startMain({ LOG_LEVEL: 'info' }, folder.path);
    expect(await server.ended).toBe(78);
    expect(server.output()).toContain('PORT');
    expect(server.output()).not.toContain('LOG_LEVEL');
  });

  it('without a channel shows the example agency on a phone screen and three things to try, on loopback only', async () => {
    const server = start({});
    const [url] = await server.printed(/http:\/\/127\.0\.0\.1:\d+/);
    await server.printed(/3\. /);
    expect(await (await fetch(url)).text()).toContain('<html');
    for (const address of otherAddresses())
      expect(await fetch(url.replace('127.0.0.1', address)).catch(() => 'refused')).toBe('refused');
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  it('with a channel serves it alone: no example, no emulator, and ends with 0 on SIGTERM', async () => {
    const api = await lineApi(() => 200);
    const server = start({ ...CHANNEL, LINE_API_BASE_URL: api.url });
    const port = (await server.printed(/listens on port (\d+)/))[1] ?? '';
    await expect.poll(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    expect(await post(port, CHANNEL.LINE_CHANNEL_SECRET, textEvent('คะแนนรวมเท่าไหร่', { replyToken: 'asked' }))).toBe(
      200,
    );
    await expect.poll(() => api.replies).toEqual(['asked']);
    expect(server.output()).not.toContain('http://127.0.0.1');
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(metrics).not.toContain('kind="write"');
    expect((await fetch(`http://127.0.0.1:${port}/`)).url).toBe(`http://127.0.0.1:${port}/q`);
    for (const path of ['/phone', '/phone/api/state', '/v2/bot/info', '/v2/bot/message/reply'])
      for (const method of ['GET', 'POST'])
        expect((await fetch(`http://127.0.0.1:${port}${path}`, { method })).status).toBe(404);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  it('ends running work on SIGTERM, takes no new one, and is gone within 10 s even if LINE hangs', async () => {
    const api = await lineApi(() => undefined);
    const server = start({ ...CHANNEL, LINE_API_BASE_URL: api.url });
    const port = (await server.printed(/listens on port (\d+)/))[1] ?? '';
    expect(await post(port, CHANNEL.LINE_CHANNEL_SECRET, textEvent('สวัสดี', { replyToken: 'hangs' }))).toBe(200);
    await expect.poll(() => api.replies).toEqual(['hangs']);
    const asked = performance.now();
    server.child.kill('SIGTERM');
    await expect
      .poll(() => post(port, CHANNEL.LINE_CHANNEL_SECRET, textEvent('x')).catch(() => 'refused'))
      .toBe('refused');
    expect(await server.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
  });

  it('leaves no process that draws and no files of it behind when it is killed', async () => {
    const folder = temporaryFolder();
    cleanups.push(folder.remove);
    const server = start({ TMPDIR: folder.path });
    const drawing = (): string[] => readdirSync(folder.path).filter((name) => name.startsWith('prongsai-picture-'));
    // The drawing and its fonts are put there first; what comes then comes from the process that draws.
    const files = (): string[] => drawing().flatMap((name) => readdirSync(join(folder.path, name)));
    await expect.poll(() => files().length, { timeout: 20_000 }).toBeGreaterThan(2);
    server.child.kill('SIGKILL');
    await server.ended;
    await expect.poll(drawing, { timeout: 20_000 }).toEqual([]);
  });

  it.each([
    ['its own port', 0, { ...CHANNEL, LINE_API_BASE_URL: 'http://127.0.0.1:9' }, 'is in use: stop'],
    ["the phone screen's port", 1, {}, ', which the phone screen takes, is in use: stop'],
  ])('says what to do when %s is taken', async (_name, after, env, says) => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, resolve));
    cleanups.push(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    const server = start({ ...env, PORT: String(port - after) });
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain(`port ${port}`);
    expect(server.output()).toContain(says);
  });
});
