import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hello, type Platform, refusal, startPlatform } from './platform.ts';

let line: Platform;
beforeEach(async () => {
  line = await startPlatform();
});
afterEach(() => line.close());

const push = () => line.client.pushMessage({ to: line.citizen, messages: [hello] });

describe('a fault', () => {
  it.each([
    ['rate-limit', 429, 'The API rate limit has been exceeded. Try again later.'],
    ['monthly-limit', 429, 'You have reached your monthly limit.'],
    ['500', 500, 'Injected fault 500'],
    ['401', 401, 'Injected fault 401'],
  ] as const)('answers %s as often as it says, and then no more', async (kind, status, message) => {
    line.emulator.faults.add({ operation: 'push', kind, times: 2 });
    expect(await refusal(push())).toMatchObject({ status, body: { message } });
    expect((await refusal(push())).status).toBe(status);
    await push();
    expect(line.emulator.sent('citizen')).toHaveLength(1);
    expect(line.emulator.faults.list()).toEqual([]);
  });

  it('cuts the connection before anything was done', async () => {
    line.emulator.faults.add({ operation: 'pushMessage', kind: 'reset-before' });
    await expect(push()).rejects.toThrow('fetch failed');
    expect(line.emulator.sent('citizen')).toHaveLength(0);
    expect(line.emulator.quota.used()).toBe(0);
  });

  it('cuts the connection after the message was sent', async () => {
    line.emulator.faults.add({ operation: 'push', kind: 'reset-after' });
    await expect(push()).rejects.toThrow('fetch failed');
    expect(line.emulator.sent('citizen')).toHaveLength(1);
    expect(line.emulator.requests()).toMatchObject([{ operation: 'pushMessage', status: null }]);
  });

  it('leaves the client waiting, and nothing is done', async () => {
    line.emulator.faults.add({ operation: '*', kind: 'hang' });
    const waiting = fetch(`${line.emulator.url}/v2/bot/info`, {
      headers: { authorization: 'Bearer a-channel-access-token' },
      signal: AbortSignal.timeout(50),
    });
    await expect(waiting).rejects.toThrow(/timeout/i);
    await line.client.getBotInfo();
  });

  it('leaves the client waiting after the message was sent', async () => {
    line.emulator.faults.add({ operation: 'push', kind: 'hang-after' });
    const waiting = fetch(`${line.emulator.url}/v2/bot/message/push`, {
      method: 'POST',
      headers: { authorization: 'Bearer a-channel-access-token', 'content-type': 'application/json' },
      body: JSON.stringify({ to: line.citizen, messages: [hello] }),
      signal: AbortSignal.timeout(200),
    });
    await expect(waiting).rejects.toThrow(/timeout/i);
    expect(line.emulator.sent('citizen')).toHaveLength(1);
    expect(line.emulator.requests()).toMatchObject([{ operation: 'pushMessage', status: null }]);
  });

  it('delays an answer, which still is carried out', async () => {
    line.emulator.faults.add({ operation: 'push', kind: 'delay', delayMs: 40 });
    const start = performance.now();
    await push();
    expect(performance.now() - start).toBeGreaterThan(35);
    expect(line.emulator.sent('citizen')).toHaveLength(1);
  });

  it('lets as many requests pass as it says, and hits the next', async () => {
    line.emulator.faults.add({ operation: 'push', kind: '500', skip: 2 });
    await push();
    await line.client.getBotInfo();
    await push();
    expect((await refusal(push())).status).toBe(500);
    await push();
    expect(line.emulator.sent('citizen')).toHaveLength(3);
  });

  it('hits only the operation it names', async () => {
    line.emulator.faults.add({ operation: 'reply', kind: '500' });
    await push();
    expect(line.emulator.faults.list()).toHaveLength(1);
    line.emulator.faults.clear();
    await line.client.replyMessage({ replyToken: await line.replyToken(), messages: [hello] });
  });
});
