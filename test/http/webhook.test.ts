import { request } from 'node:http';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Handling } from '../../src/chat/reception.ts';
import { DURABLE_WITHIN_MS } from '../../src/http/webhook.ts';
import type { CallOutcome } from '../../src/line/call-outcome.ts';
import { sign } from '../../src/line/signature.ts';
import { body, SECRET, startHarness, textEvent, USER, type Harness } from './webhook-harness.ts';

let harness: Harness | undefined;
afterEach(async () => {
  await harness?.close();
  harness = undefined;
});
const start = async (options: Parameters<typeof startHarness>[0]): Promise<Harness> =>
  (harness = await startHarness(options));

const say: Handling = { kind: 'now', outcome: { messagesJson: '[{"type":"text","text":"a"}]' } };
const unhandled: unknown[] = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));

describe('the webhook', () => {
  it("takes LINE's official signature vector and answers an empty delivery with 200", async () => {
    const { post } = await start({ handle: () => say });
    const response = await post('{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}', {
      'x-line-signature': 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=',
    });
    expect(response.status).toBe(200);
  });

  it.each([
    ['no signature', ''],
    ['a wrong signature', 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs='],
    ['a signature of another length', 'abc'],
  ])('answers 401 to %s, before it looks at the JSON', async (_name, signature) => {
    const { post } = await start({ handle: () => say });
    expect((await post('{not json', { 'x-line-signature': signature })).status).toBe(401);
  });

  it.each([
    ['X-LINE-SIGNATURE', 1, 200],
    ['X-Line-Signature', 1, 200],
    ['x-line-signature', 1, 200],
    ['x-line-signature', 2, 401],
    ['x-line-signature', 0, 401],
  ])('finds the header %s, given %d times, and answers %d', async (header, times, status) => {
    const { url } = await start({ handle: () => say });
    const text = JSON.stringify(body());
    const headers = ['host', '127.0.0.1', ...Array.from({ length: times }, () => [header, sign(SECRET, text)]).flat()];
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      const asking = request(`${url}/webhook`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asking.once('error', reject);
      asking.end(text);
    });
    expect(answered).toBe(status);
  });

  it('does not take a compressed body, which could be far larger than it looks', async () => {
    const { post } = await start({ handle: () => say });
    expect((await post(body(), { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it('answers a body that is nothing but 250,000 opened lists, or closed ones, without a 5xx', async () => {
    const { post } = await start({ handle: () => say });
    const lists = `${'['.repeat(250_000)}${']'.repeat(250_000)}`;
    expect((await post('['.repeat(250_000))).status).toBe(400);
    expect((await post(`{"events":${lists}}`)).status).toBe(200);
    expect((await post(`{"events":[{"type":"follow","follow":${lists}}]}`)).status).toBe(200);
  });

  it('takes 12,000 events in one body, more than are remembered, eight at once, and replies to each once', async () => {
    let working = 0;
    let most = 0;
    const { post, replied, settled } = await start({
      durableWithinMs: 20_000,
      handle: () => ({
        kind: 'durable',
        run: async () => {
          most = Math.max(most, (working += 1));
          await new Promise(setImmediate);
          working -= 1;
          return { messagesJson: '[]' };
        },
      }),
    });
    const events = Array.from({ length: 12_000 }, (_, no) => ({ type: 'follow', replyToken: `t${no}` }));
    expect((await post(body(...events, ...events.slice(-100)))).status).toBe(200);
    await settled();
    expect(most).toBe(8);
    expect(replied.length).toBe(12_000);
  });

  it.each(['{not json', '', 'null', '7', '[]', '{"events":"none"}'])('answers 400 to a signed %j', async (text) => {
    const { post } = await start({ handle: () => say });
    expect((await post(text)).status).toBe(400);
  });

  it('checks the signature over the bytes as they came, also with escaped emoji and odd spaces', async () => {
    const { post, replied, settled } = await start({ handle: () => say });
    const raw = JSON.stringify(body(textEvent('x', { replyToken: 'token' }))).replace('"x"', ' "\\uD83E\\uDD28" ');
    expect((await post(raw)).status).toBe(200);
    await settled();
    expect(replied).toEqual(['token']);
  });

  it('answers 413 to more than 1 MiB and reads exactly 1 MiB', async () => {
    const { post } = await start({ handle: () => say });
    const padded = (bytes: number): string => JSON.stringify(body()).padEnd(bytes, ' ');
    expect((await post(padded(1024 * 1024 + 1))).status).toBe(413);
    expect((await post(padded(1024 * 1024))).status).toBe(200);
  });

  it('never answers 5xx to 1,000 random JSON bodies with a right signature', async () => {
    const { post } = await start({ handle: () => say });
    const event = fc.record(
      {
        type: fc.oneof(
          fc.constantFrom('message', 'postback', 'follow', 'unsend', 'messageEdited', 'join'),
          fc.string(),
        ),
        source: fc.oneof(fc.jsonValue(), fc.record({ type: fc.constant('user'), userId: fc.jsonValue() })),
        message: fc.oneof(fc.jsonValue(), fc.record({ type: fc.constant('text'), text: fc.jsonValue() })),
        webhookEventId: fc.jsonValue(),
        timestamp: fc.jsonValue(),
        replyToken: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const bodies = fc.oneof(
      fc.jsonValue(),
      fc.record({ events: fc.array(fc.oneof(event, fc.jsonValue()), { maxLength: 4 }) }),
    );
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(bodies, async (value) => {
        const { status } = await post(JSON.stringify(value));
        seen.add(status);
        return status === 200 || status === 400;
      }),
      { numRuns: 1_000 },
    );
    expect(seen).toEqual(new Set([200, 400]));
    expect(unhandled).toEqual([]);
  });

  it('has one effect and one reply for the same event delivered ten times, five at once and five later', async () => {
    let effects = 0;
    const { post, replied, settled } = await start({
      handle: () => ({
        kind: 'durable',
        run: async () => {
          effects += 1;
          await Promise.resolve();
          return { messagesJson: '[]' };
        },
      }),
    });
    const event = textEvent('x', { replyToken: 'token' });
    const again = { ...event, deliveryContext: { isRedelivery: true } };
    const first = await Promise.all([event, again, event, again, event].map((one) => post(body(one))));
    await settled();
    const later = [];
    for (const one of [again, event, again, event, again]) later.push(await post(body(one)));
    await settled();
    expect([...first, ...later].map((response) => response.status)).toEqual(Array(10).fill(200));
    expect(effects).toBe(1);
    expect(replied).toEqual(['token']);
  });

  it('replies to one user in order, across requests', async () => {
    const { post, replied, settled } = await start({
      handle: (event) =>
        event.content.kind === 'text' && event.content.text === 'slow'
          ? { kind: 'durable', run: async () => ({ messagesJson: '[]' }) }
          : say,
    });
    await post(body(textEvent('slow', { replyToken: 't1' }), textEvent('fast', { replyToken: 't2' })));
    await post(body(textEvent('fast', { replyToken: 't3' })));
    await settled();
    expect(replied).toEqual(['t1', 't2', 't3']);
  });

  it("keeps a user's replies in order although the first one's request waits for somebody else", async () => {
    let open: (() => void) | undefined;
    const { post, replied, settled } = await start({
      handle: (event) =>
        event.content.kind === 'follow'
          ? {
              kind: 'durable',
              run: async () => {
                await new Promise<void>((resolve) => (open = resolve));
                return { messagesJson: undefined };
              },
            }
          : say,
    });
    const other = { type: 'user', userId: `U${'5'.repeat(32)}` };
    const slow = textEvent('', { type: 'follow', source: other });
    const first = post(body(textEvent('a', { replyToken: 't1' }), slow));
    await expect.poll(() => open).toBeDefined();
    await post(body(textEvent('b', { replyToken: 't2' })));
    expect(replied).toEqual([]);
    open?.();
    expect((await first).status).toBe(200);
    await settled();
    expect(replied).toEqual(['t1', 't2']);
  });

  it('is answered at once while the LINE API hangs', async () => {
    let calls = 0;
    const never = new Promise<CallOutcome>(() => undefined);
    const { post } = await start({ handle: () => say, send: () => ((calls += 1), never) });
    for (let turn = 0; turn < 60; turn += 1) {
      const source = { type: 'user', userId: `U${String(turn % 40).padStart(32, '0')}` };
      expect((await post(body(textEvent('x', { source })))).status).toBe(200);
    }
    // None of the replies was ever answered; how fast the 200 is, the bench tells.
    expect(calls).toBe(32);
  });

  it('is answered 503 while the store is slow, is counted, and is completed by a later delivery', async () => {
    let release = (): void => undefined;
    let runs = 0;
    const { post, replied, settled, metric } = await start({
      handle: () => ({
        kind: 'durable',
        run: async () => {
          runs += 1;
          if (runs === 1) await new Promise<void>((resolve) => (release = resolve));
          return { messagesJson: '[]' };
        },
      }),
    });
    const event = textEvent('x', { replyToken: 'token' });
    expect((await post(body(event))).status).toBe(503);
    expect(replied).toEqual([]);
    expect(await metric('prongsai_store_late_total')).toEqual(['prongsai_store_late_total 1']);
    release();
    await settled();
    expect((await post(body({ ...event, deliveryContext: { isRedelivery: true } }))).status).toBe(200);
    await settled();
    expect({ runs, replied }).toEqual({ runs: 1, replied: ['token'] });
  });

  it('waits 1.2 s at most, so that the 503 is there within 1.5 s and before the 2 s after which LINE gives up', () => {
    expect(DURABLE_WITHIN_MS).toBe(1_200);
  });

  it('is answered 503 at once when the store says no, and tried anew on the next delivery', async () => {
    let runs = 0;
    const { post, replied, settled } = await start({
      handle: () => ({
        kind: 'durable',
        run: async () => {
          runs += 1;
          if (runs === 1) throw new Error('the store is down');
          return { messagesJson: '[]' };
        },
      }),
    });
    const event = textEvent('x', { replyToken: 'token' });
    expect((await post(body(event))).status).toBe(503);
    expect((await post(body(event))).status).toBe(200);
    await settled();
    expect({ runs, replied }).toEqual({ runs: 2, replied: ['token'] });
  });

  it('drops work that had not begun when its request was given up, so that nothing is half-done', async () => {
    const releases: (() => void)[] = [];
    let runs = 0;
    const { post, settled } = await start({
      durableWithinMs: 50,
      handle: () => ({
        kind: 'durable',
        run: async () => {
          runs += 1;
          await new Promise<void>((resolve) => releases.push(resolve));
          return { messagesJson: undefined };
        },
      }),
    });
    const [first, second] = await Promise.all([post(body(textEvent('a'))), post(body(textEvent('b')))]);
    expect([first.status, second.status]).toEqual([503, 503]);
    for (const release of releases) release();
    await settled();
    expect(runs).toBe(1);
  });

  it('keeps working for other users while one user waits for the store', async () => {
    const { post, replied } = await start({
      durableWithinMs: 50,
      handle: (event) =>
        event.source?.type === 'user' && event.source.userId === USER
          ? { kind: 'durable', run: () => new Promise(() => undefined) }
          : say,
    });
    const waiting = post(body(textEvent('x')));
    const other = await post(
      body(textEvent('y', { replyToken: 'other', source: { type: 'user', userId: `U${'5'.repeat(32)}` } })),
    );
    expect(other.status).toBe(200);
    expect((await waiting).status).toBe(503);
    expect(replied).toEqual(['other']);
  });

  it('is not ready, but healthy, while the store cannot be reached', async () => {
    const { url } = await start({
      handle: () => say,
      checkReady: () => Promise.reject(new Error('the store is down')),
    });
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('answers 404 elsewhere and tells how it is', async () => {
    const { url } = await start({ handle: () => say });
    const get = async (path: string): Promise<[number, string]> => {
      const response = await fetch(url + path);
      return [response.status, await response.text()];
    };
    expect((await get('/nothing'))[0]).toBe(404);
    expect(await get('/healthz')).toEqual([200, 'ok\n']);
    expect(await get('/readyz')).toEqual([200, 'ready\n']);
    expect((await get('/metrics'))[1]).toContain('# TYPE prongsai_webhook_requests_total counter');
    expect((await get('/webhook'))[0]).toBe(404);
  });
});

describe('closing', () => {
  it('does not wait for a keep-alive connection that was still busy when it began', async () => {
    let release = (): void => undefined;
    const busy = await startHarness({
      handle: () => ({
        kind: 'durable',
        run: async () => {
          await new Promise<void>((resolve) => (release = resolve));
          return { messagesJson: undefined };
        },
      }),
    });
    const response = busy.post(body(textEvent('x')));
    await expect.poll(() => release.name).not.toBe('release');
    const closed = busy.close();
    release();
    expect((await response).status).toBe(200);
    await closed;
  }, 10_000);
});
