import { afterEach, describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/store-error.ts';
import { hiddenValue, startWeb, type WebHarness } from '../web/web-harness.ts';

const DOWN = new StoreError('unavailable', 'down');
const LOST = new StoreError('deadline', 'no answer in time');

let web: WebHarness;
afterEach(() => web.close());

describe('a rating while the store', () => {
  it.each(['transaction', 'get', 'create'] as const)(
    'is down for %s is not thanked for: 503, what was tapped is kept, and sending it again stores it once',
    async (method) => {
      web = await startWeb();
      const { post, faults, stored, metric, logged } = web;
      const made = await web.code();
      faults.fail(DOWN, method);
      const failed = await post(`/q/${made}`, { score: '67', giver: 'a'.repeat(20) });
      expect(failed.status).toBe(503);
      expect(failed.text).toMatch(/ยังบันทึกไม่สำเร็จ[^]*ท่านเลือก <strong>ดี<\/strong>/);
      expect(failed.text).not.toContain('ขอบคุณ');
      expect(failed.cookie).toBeUndefined();
      expect(await metric('not_saved')).toBe(1);
      expect(logged()).toContain('unavailable');
      faults.heal();
      expect(await stored()).toEqual([]);
      const again = { score: hiddenValue(failed, 'score'), giver: hiddenValue(failed, 'giver') };
      expect((await post(`/q/${made}`, again)).status).toBe(303);
      expect((await stored()).length).toBe(1);
    },
  );

  it('is slow gets 503 in time; what arrives late and what is sent again is one answer', async () => {
    web = await startWeb({ storeWithinMs: 50 });
    const { post, faults, stored } = web;
    const gate = faults.hold('transaction');
    const failed = await post('/feedback', { score: '67' });
    expect(failed.status).toBe(503);
    gate.open();
    const again = { score: hiddenValue(failed, 'score'), giver: hiddenValue(failed, 'giver') };
    faults.heal();
    const sent = await post('/feedback', again);
    expect(sent.status).toBe(303);
    expect((await stored()).map(({ id }) => `/r/${id}`)).toEqual([sent.location]);
  });

  it('loses its answers is not thanked for, and sending it again changes nothing', async () => {
    web = await startWeb();
    const { post, faults, stored } = web;
    faults.loseAnswers(LOST, 'transaction');
    const failed = await post('/feedback', { score: '67' });
    expect(failed.status).toBe(503);
    faults.heal();
    const again = { score: hiddenValue(failed, 'score'), giver: hiddenValue(failed, 'giver') };
    await post('/feedback', again);
    expect((await stored()).length).toBe(1);
  });
});

describe('a comment while the store is down', () => {
  it('is kept in the page with its reasons, and sent again from there', async () => {
    web = await startWeb();
    const { post, faults, stored } = web;
    const { location } = await post('/feedback', { score: '67' });
    faults.fail(DOWN);
    const failed = await post(location, { comment: 'รอนาน <มาก>', why: ['i6a', 'i6b'] });
    expect(failed.status).toBe(503);
    expect(failed.text).toMatch(/>\nรอนาน &lt;มาก&gt;<\/textarea>/);
    expect(failed.text.match(/name="why"/g)?.length).toBe(2);
    faults.heal();
    expect((await post(location, { comment: 'รอนาน' })).status).toBe(303);
    expect((await stored())[0]?.data.comment).toBe('รอนาน');
  });
});

describe('pages while the store is down', () => {
  it('say so with 503 and the contact, and those that need no store stay open', async () => {
    web = await startWeb();
    const made = await web.code();
    web.faults.fail(DOWN);
    for (const path of [`/q/${made}`, `/r/${'Z'.repeat(20)}`]) {
      const page = await web.get(path);
      expect([path, page.status]).toEqual([path, 503]);
      expect(page.text).toContain('0 3277 1000');
      expect(page.headers.get('retry-after')).toBe('30');
    }
    for (const path of ['/feedback', '/privacy', '/r', '/q']) expect((await web.get(path)).status).toBe(200);
  });

  it('lose no scan loudly: nobody sees it, it is logged', async () => {
    web = await startWeb();
    const made = await web.code();
    await web.get(`/q/${made}`);
    web.faults.fail(DOWN, 'transaction');
    await web.countScans();
    expect(web.logged()).toContain('scans could not be counted');
    expect(web.logged()).not.toContain(made);
  });
});
