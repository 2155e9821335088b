import { RateLimiterMemory } from 'rate-limiter-flexible';
import { afterEach, describe, expect, it } from 'vitest';
import { stopNow } from '../feedback/officer.ts';
import { createLog } from '../../src/log.ts';
import { qrcodes } from '../../src/store/collections.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { submissionLimiter } from '../../src/web/submission-limiter.ts';
import { hiddenValue, startWeb, type Page, type WebHarness, type WebHarnessOptions } from './web-harness.ts';

let web: WebHarness;
afterEach(() => web.close());

/** A code made for a device at the counter, and where that opens it. */
async function start(options?: WebHarnessOptions): Promise<WebHarness & { made: string; path: string }> {
  web = await startWeb(options);
  const made = await web.code({ kiosk: true });
  return { ...web, made, path: `/kiosk/${made}` };
}
const tokenOf = (page: Page): string => hiddenValue(page, 'giver');

describe('a device at the counter', () => {
  it('asks with four faces, and has no way to anywhere else but the notice in the same page', async () => {
    const { get, path, store, countScans, made } = await start({ lineBasicId: '@bangkhrok' });
    const page = await get(path);
    expect(page.status).toBe(200);
    for (const words of ['งานทะเบียน', 'ดีมาก', 'ไม่ใช่แบบวัด EIT', 'ข้อมูลส่วนบุคคล', 'ผู้ควบคุมข้อมูล'])
      expect(page.text).toContain(words);
    expect([...page.text.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual(['#main']);
    expect(page.headers.get('refresh')).toBeNull();
    await countScans();
    expect((await store.query(qrcodes)).docs.find(({ id }) => id === made)?.data.scans).toBe(0);
  });

  it('takes one answer after another, each for somebody else, and sets no cookie', async () => {
    const { get, post, path, stored } = await start();
    const cookie = 'giver=somebody-of-this-browser';
    for (const score of ['0', '100', '100']) {
      const sent = await post(path, { score, giver: tokenOf(await get(path)) }, { cookie });
      expect([sent.status, sent.cookie]).toEqual([303, undefined]);
    }
    expect((await stored()).map(({ data }) => data.score).sort((a, b) => a - b)).toEqual([0, 100, 100]);
  });

  it('says thank you with nothing of the answer on the page, and goes back by itself unless asked not to', async () => {
    const { get, post, path, made, stored } = await start();
    const sent = await post(path, { score: '33', giver: tokenOf(await get(path)) });
    const [doc] = await stored();
    const page = await get(sent.location);
    expect(page.text).toMatch(/ขอบคุณ[^]*20 วินาที/);
    expect(page.text).not.toMatch(/ควรปรับปรุง|<textarea/);
    expect(page.text.replaceAll('-', '')).not.toContain(doc?.id);
    expect(page.headers.get('refresh')).toBe(`20; url=/kiosk/${made}`);
    const [, stay = ''] = /href="([^"]*stay=yes)"/.exec(page.text) ?? [];
    const staying = await get(stay.replaceAll('&amp;', '&'));
    expect([staying.status, staying.headers.get('refresh')]).toEqual([200, null]);
    expect(staying.text).toContain(`href="/kiosk/${made}"`);
  });

  it('has one record for a double tap, also if both arrive at once', async () => {
    const { get, post, path, stored } = await start();
    const giver = tokenOf(await get(path));
    const both = await Promise.all([post(path, { score: '67', giver }), post(path, { score: '67', giver })]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await stored()).length).toBe(1);
  });

  it('has one record for what is sent again after midnight', async () => {
    const { get, post, path, stored, time } = await start();
    time.now = new Date('2026-11-22T16:59:59.000Z');
    const page = await get(path);
    const form = { score: '67', giver: tokenOf(page), opened: hiddenValue(page, 'opened') };
    await post(path, form);
    time.now = new Date('2026-11-22T17:00:01.000Z');
    expect((await post(path, form)).status).toBe(303);
    expect((await stored()).length).toBe(1);
  });

  it('never puts an answer in the place of the one before: a form that comes back with another face is not thanked for', async () => {
    const { get, post, path, stored, time } = await start();
    const giver = tokenOf(await get(path));
    await post(path, { score: '67', giver });
    time.now = new Date(time.now.getTime() + 1_000);
    const again = await post(path, { score: '0', giver });
    expect(again.status).toBe(409);
    expect(again.text).not.toContain('ขอบคุณ');
    expect(again.text).toContain(`href="${path}"`);
    expect((await stored()).map(({ data }) => data.score)).toEqual([67]);
  });

  it('answers through no code that was not made for it, with the page that says nothing of why', async () => {
    const { get, post, path, made, code, store, stored } = await start();
    const ordinary = await code();
    await stopNow(store, made);
    const seen = new Set<string>();
    for (const one of [path, `/kiosk/${ordinary}`, '/kiosk/0123456789A', '/kiosk/x']) {
      const [asked, answered] = [await get(one), await post(one, { score: '67' })];
      expect([asked.status, answered.status]).toEqual([404, 404]);
      seen.add(asked.text).add(answered.text);
    }
    expect(seen.size).toBe(1);
    expect(await stored()).toEqual([]);
  });

  it('keeps what was tapped while the store is down, and finds back to the question by itself', async () => {
    const { get, post, path, made, faults, stored } = await start();
    const giver = tokenOf(await get(path));
    faults.fail(new StoreError('unavailable', 'down'));
    const failed = await post(path, { score: '67', giver });
    expect(failed.status).toBe(503);
    expect(failed.text).toMatch(/ยังบันทึกไม่สำเร็จ[^]*ท่านเลือก <strong>ดี<\/strong>/);
    expect(failed.text).not.toMatch(/ขอบคุณ|href="\/feedback"/);
    const closed = await get(path);
    for (const page of [failed, closed]) expect(page.headers.get('refresh')).toBe(`60; url=/kiosk/${made}`);
    faults.heal();
    const again = { score: hiddenValue(failed, 'score'), giver: tokenOf(failed) };
    expect((await post(path, again)).status).toBe(303);
    expect((await stored()).length).toBe(1);
  });

  it('is held up when it is tapped for fun, while other devices and phones go on', async () => {
    const byKiosk = new RateLimiterMemory({ points: 2, duration: 60 });
    const limiter = submissionLimiter({ key: 'k', log: createLog('silent'), byKiosk });
    const { post, path, code, metric } = await start({ limiter });
    for (const status of [303, 303, 429]) expect((await post(path, { score: '0' })).status).toBe(status);
    const held = await post(path, { score: '67', giver: 'a'.repeat(20) });
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(tokenOf(held)).toBe('a'.repeat(20));
    expect((await post(`/kiosk/${await code({ kiosk: true })}`, { score: '0' })).status).toBe(303);
    expect((await post(`/q/${await code()}`, { score: '0' })).status).toBe(303);
    expect(await metric('limited')).toBe(2);
  });

  it('refuses other sites and programs, and starts anew where no face was tapped', async () => {
    const { post, path, stored } = await start();
    expect((await post(path, { score: '0' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post(path, { score: '0', leave_empty: 'x' })).status).toBe(200);
    expect((await post(path, { score: '50' })).location).toBe(path);
    expect(await stored()).toEqual([]);
  });

  it('shows and logs nothing that somebody slips into its form', async () => {
    const { get, post, path, logged, faults, stored } = await start();
    const planted = { comment: 'นางสมศรี ใจดีงาม 089-123-4567', why: 'i6a', giver: 'นางสมศรี ใจดีงาม' };
    const pages = [await post(path, { ...planted, score: '50' }), await post(path, { ...planted, score: '0' })];
    faults.fail(new StoreError('unavailable', 'down'), 'transaction');
    pages.push(await post(path, { ...planted, score: '0' }));
    faults.heal();
    pages.push(await get(`${path}/thanks?audience=${encodeURIComponent(planted.comment)}&stay=นางสมศรี`));
    const all = [logged(), JSON.stringify(await stored()), ...pages.map(({ text, location }) => text + location)];
    expect(all.join('\n')).not.toMatch(/สมศรี|123-4567|%E0%B8%AA%E0%B8%A1/);
  });
});
