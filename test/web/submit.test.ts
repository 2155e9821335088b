import { afterEach, describe, expect, it } from 'vitest';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { cleanShortLived } from '../../src/feedback/retention.ts';
import { createLog } from '../../src/log.ts';
import { daykeys } from '../../src/store/collections.ts';
import { submissionLimiter } from '../../src/web/submission-limiter.ts';
import { hiddenValue, startWeb, type WebHarness, type WebHarnessOptions } from './web-harness.ts';

let web: WebHarness;
afterEach(() => web.close());
const start = async (options?: WebHarnessOptions): Promise<WebHarness> => (web = await startWeb(options));
const quiet = createLog('silent');

describe('a tap on a face', () => {
  it('is stored before thanks are said, once, with nothing about who', async () => {
    const { code, get, post, stored } = await start();
    const made = await code();
    const token = hiddenValue(await get(`/q/${made}`), 'giver');
    const sent = await post(`/q/${made}`, { score: '67', giver: token });
    expect(sent.status).toBe(303);
    const [doc, ...others] = await stored();
    expect(others).toEqual([]);
    expect(sent.location).toBe(`/r/${doc?.id}`);
    expect(doc?.data).toMatchObject({
      fiscalYear: 2570,
      code: made,
      point: 'งานทะเบียน',
      channel: 'web',
      audience: 'citizen',
      score: 67,
      about: { i6: true, i7: true, i8: true },
      comment: null,
      day: '2026-11-22',
      week: '2026-W47',
      state: 'open',
    });
    expect(JSON.stringify(doc)).not.toContain(token);
    expect((await get(sent.location)).text).toContain('ขอบคุณ');
  });

  it.each([
    ['with cookies refused', false],
    ['with cookies', true],
  ])(
    'counts once however often it is sent, %s: double tap, resend, another face after "back"',
    async (_name, cookies) => {
      const { code, get, post, stored, time } = await start();
      const made = await code();
      const giver = hiddenValue(await get(`/q/${made}`), 'giver');
      const [first, second] = await Promise.all([
        post(`/q/${made}`, { score: '0', giver }),
        post(`/q/${made}`, { score: '0', giver }),
      ]);
      expect(first.location).toBe(second.location);
      time.now = new Date(time.now.getTime() + 60_000);
      const headers: Record<string, string> = cookies ? { cookie: first.cookie ?? '' } : {};
      const token = cookies ? hiddenValue(await get(`/q/${made}`), 'giver') : giver;
      const changed = await post(`/q/${made}`, { score: '100', giver: token }, headers);
      expect(changed.location).toBe(first.location);
      expect((await stored()).map(({ data }) => data.score)).toEqual([100]);
    },
  );

  it('is another answer at another point, on another day, and from another browser', async () => {
    const { code, post, stored, time } = await start();
    const [one, two] = [await code(), await code({ point: 'งานคลัง' })];
    const { cookie = '' } = await post(`/q/${one}`, { score: '0' });
    await post(`/q/${two}`, { score: '0' }, { cookie });
    await post('/feedback', { score: '0' }, { cookie });
    await post(`/q/${one}`, { score: '0' });
    time.now = new Date('2026-11-22T17:00:00.000Z');
    await post(`/q/${one}`, { score: '0' }, { cookie });
    expect((await stored()).length).toBe(5);
  });

  it('of a form opened before midnight is one answer, whether it is sent before or after, or both', async () => {
    const { code, get, post, stored, store, time } = await start();
    const made = await code();
    const now = (iso: string): void => void (time.now = new Date(`${iso}+07:00`));
    now('2026-11-22T23:58:00');
    const form = await get(`/q/${made}`);
    const fields = { score: '67', giver: hiddenValue(form, 'giver'), opened: hiddenValue(form, 'opened') };
    now('2026-11-22T23:59:59');
    const first = await post(`/q/${made}`, fields);
    now('2026-11-23T00:00:01');
    expect((await post(`/q/${made}`, fields)).location).toBe(first.location);
    now('2026-11-23T00:59:59');
    expect((await post(`/q/${made}`, { ...fields, score: '0' })).location).toBe(first.location);
    expect((await stored()).map(({ data }) => data.score)).toEqual([0]);
    // A page opened on the new day gives another answer.
    const fresh = await get(`/q/${made}`, { cookie: first.cookie ?? '' });
    const other = { ...fields, opened: hiddenValue(fresh, 'opened') };
    expect((await post(`/q/${made}`, other, { cookie: first.cookie ?? '' })).location).not.toBe(first.location);
    now('2026-11-23T01:00:00');
    await cleanShortLived(store, () => time.now);
    expect((await store.query(daykeys)).docs.map(({ id }) => id)).toEqual(['2026-11-23']);
  });

  it('of a form opened so long ago that the key of its day is gone counts for today', async () => {
    const { get, post, stored, time } = await start();
    const form = await get('/feedback');
    const fields = { score: '33', giver: hiddenValue(form, 'giver'), opened: hiddenValue(form, 'opened') };
    await post('/feedback', fields);
    time.now = new Date('2026-11-23T01:00:00+07:00');
    const [sent, again] = [await post('/feedback', fields), await post('/feedback', fields)];
    expect([sent.status, again.location]).toEqual([303, sent.location]);
    expect((await stored()).map(({ data }) => data.day).sort()).toEqual(['2026-11-22', '2026-11-23']);
  });

  it('that was not known to be stored before midnight is the same answer when it is sent again after it', async () => {
    const { post, stored, faults, time } = await start();
    time.now = new Date('2026-11-22T23:59:59+07:00');
    faults.loseAnswers(new Error('no answer'), 'transaction');
    const sent = await post('/feedback', { score: '67', opened: String(time.now.getTime()) });
    expect(sent.status).toBe(503);
    faults.heal();
    time.now = new Date('2026-11-23T00:00:09+07:00');
    const names = ['score', 'giver', 'opened'] as const;
    const kept = Object.fromEntries(names.map((name) => [name, hiddenValue(sent, name)]));
    expect((await post('/feedback', kept)).status).toBe(303);
    expect((await stored()).length).toBe(1);
  });

  it.each(['', 'yesterday', '-1', '1e30', '9'.repeat(15), '0', '99999999999999999999'])(
    'counts for today if the form says it was opened at %j',
    async (opened) => {
      const { post, stored } = await start();
      expect((await post('/feedback', { score: '0', opened })).status).toBe(303);
      expect((await stored()).map(({ data }) => data.day)).toEqual(['2026-11-22']);
    },
  );

  it('sets a cookie that scripts and other sites cannot use, for a day, and Secure over https', async () => {
    const { post } = await start();
    const plain = await post('/feedback', { score: '0' });
    expect(plain.headers.get('set-cookie')).toMatch(
      /^giver=[0-9a-f-]{36}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax$/,
    );
    await web.close();
    const { post: posted } = await start({ publicUrl: 'https://ita.example.go.th' });
    const secure = await posted('/feedback', { score: '0' }, { origin: 'https://ita.example.go.th' });
    expect(secure.headers.get('set-cookie')).toMatch(/; Secure$/);
  });

  it.each(['giver=; x', 'giver=short', 'giver=%3Cscript%3E', `giver=${'a'.repeat(65)}`, 'other=1', 'giver'])(
    'makes a new name for the cookie %j',
    async (cookie) => {
      const { post } = await start();
      const sent = await post('/feedback', { score: '0', giver: '<' }, { cookie });
      expect(sent.cookie).toMatch(/^giver=[0-9a-f-]{36}$/);
    },
  );

  it('keeps the general form apart from codes, for the round of today', async () => {
    const { post, stored, time } = await start();
    await post('/feedback', { score: '33' });
    expect((await stored())[0]?.data).toMatchObject({ code: null, point: null, fiscalYear: 2570, score: 33 });
    expect(time.now.getUTCFullYear()).toBe(2026);
    expect((await post('/feedback', {})).status).toBe(400);
  });
});

describe('what is refused', () => {
  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'none' }, 303],
    [{ 'sec-fetch-site': undefined, origin: 'https://evil.example' }, 403],
    [{ 'sec-fetch-site': undefined, origin: 'null' }, 403],
    [{ 'sec-fetch-site': undefined }, 303],
    [{ 'sec-fetch-site': undefined, origin: undefined }, 303],
  ])('a post with %j gets %d', async (headers, status) => {
    const { url, stored } = await start();
    const all: Record<string, string | undefined> = { origin: url, ...headers };
    const kept = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const body = new URLSearchParams({ score: '0' });
    const sent = await fetch(`${url}/feedback`, { method: 'POST', redirect: 'manual', body, headers: kept });
    expect(sent.status).toBe(status);
    expect((await stored()).length).toBe(status === 303 ? 1 : 0);
  });

  it('thanks a program that fills in the hidden field, and stores nothing', async () => {
    const { post, stored, metric } = await start();
    const sent = await post('/feedback', { score: '0', leave_empty: 'http://spam.example' });
    expect([sent.status, sent.cookie]).toEqual([200, undefined]);
    expect(sent.text).toContain('ขอบคุณ');
    expect(await stored()).toEqual([]);
    expect(await metric('program')).toBe(1);
  });

  it('takes 16 KiB and no more, and says so in words', async () => {
    const { post, stored } = await start();
    const padded = (bytes: number): string => 'score=0&x='.padEnd(bytes, 'a');
    expect((await post('/feedback', padded(16_384))).status).toBe(303);
    const sent = await post('/feedback', padded(16_385));
    expect(sent.status).toBe(413);
    expect(sent.text).toContain('ข้อความยาวเกินไป');
    expect((await stored()).length).toBe(1);
  });

  it.each(['', '&&&=', 'score', '%', 'score=%E0%A4', 'score=0%00', '\u0000', 'score[]=0', '__proto__=1&score=1e2'])(
    'answers the odd form %j with a page, never with a 5xx',
    async (body) => {
      const { post, stored } = await start();
      expect((await post('/feedback', body)).status).toBe(400);
      expect(await stored()).toEqual([]);
    },
  );

  it('answers addresses that cannot be read with a page', async () => {
    const { get } = await start();
    for (const path of ['/q/%E0%A4%A', '/r/%FF']) {
      const page = await get(path);
      expect([path, page.status]).toEqual([path, 400]);
      expect(page.text).toContain('<h1>');
    }
  });
});

describe('a flood', () => {
  const few = (points: number): RateLimiterMemory => new RateLimiterMemory({ points, duration: 60 });

  it('from one source is held up with 429 and Retry-After, and what was typed is kept', async () => {
    const limiter = submissionLimiter({ key: 'k', log: quiet, bySource: few(2) });
    const { code, post, stored, metric } = await start({ limiter });
    const made = await code();
    for (let no = 0; no < 2; no += 1) expect((await post(`/q/${made}`, { score: '0' })).status).toBe(303);
    const held = await post(`/q/${made}`, { score: '67', giver: 'a'.repeat(20) });
    expect(held.status).toBe(429);
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(hiddenValue(held, 'score')).toBe('67');
    expect(hiddenValue(held, 'giver')).toBe('a'.repeat(20));
    expect((await stored()).length).toBe(2);
    expect(await metric('limited')).toBe(1);
  });

  it('at one point leaves other points open', async () => {
    const limiter = submissionLimiter({ key: 'k', log: quiet, byPoint: few(1) });
    const { code, post } = await start({ limiter, trustedProxies: 1 });
    const [one, two] = [await code(), await code()];
    expect((await post(`/q/${one}`, { score: '0' }, { 'x-forwarded-for': '192.0.2.1' })).status).toBe(303);
    expect((await post(`/q/${one}`, { score: '0' }, { 'x-forwarded-for': '192.0.2.2' })).status).toBe(429);
    expect((await post(`/q/${two}`, { score: '0' }, { 'x-forwarded-for': '192.0.2.2' })).status).toBe(303);
  });

  it.each([
    [0, ['192.0.2.1', '192.0.2.2'], [303, 429]],
    [1, ['192.0.2.1', '192.0.2.2'], [303, 303]],
    // Whatever the sender claims stands before what the proxy adds.
    [1, ['6.6.6.6, 192.0.2.1', '7.7.7.7, 192.0.2.1'], [303, 429]],
    [2, ['6.6.6.6, 192.0.2.1, 10.0.0.1', '7.7.7.7, 192.0.2.2, 10.0.0.1'], [303, 303]],
    [2, ['6.6.6.6, 192.0.2.1, 10.0.0.1', '7.7.7.7, 192.0.2.1, 10.0.0.1'], [303, 429]],
    // One too many, and senders choose for themselves who they are: hence the README on load balancers.
    [2, ['6.6.6.6, 192.0.2.1', '7.7.7.7, 192.0.2.1'], [303, 303]],
  ])('with %d trusted proxies knows senders %j apart as %j', async (trustedProxies, senders, statuses) => {
    const limiter = submissionLimiter({ key: 'k', log: quiet, bySource: few(1) });
    const { post } = await start({ limiter, trustedProxies });
    const seen: number[] = [];
    for (const sender of senders)
      seen.push((await post('/feedback', { score: '0' }, { 'x-forwarded-for': sender })).status);
    expect(seen).toEqual(statuses);
  });

  it('is let through and logged when the limiter itself is broken', async () => {
    const lines: string[] = [];
    const log = createLog('debug', { write: (line: string) => void lines.push(line) });
    const broken = { consume: async () => Promise.reject(new Error('no memory')) };
    const { code, post } = await start({
      limiter: submissionLimiter({ key: 'k', log, bySource: broken, byKiosk: broken, byPoint: broken }),
    });
    expect((await post('/feedback', { score: '0' })).status).toBe(303);
    expect((await post(`/kiosk/${await code({ kiosk: true })}`, { score: '0' })).status).toBe(303);
    expect(lines.join('')).toContain('letting them through');
  });
});
