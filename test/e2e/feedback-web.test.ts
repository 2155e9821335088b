import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { newCode } from '../../src/code.ts';
import { createQrCode, findQrCode } from '../../src/feedback/qr-codes.ts';
import { findFeedback } from '../../src/feedback/read-feedback.ts';
import { startProduct } from './product.ts';

const tools = { clock: systemClock, newCode: () => newCode(randomBytes) };

describe('feedback on the web', () => {
  it('goes from a scanned code through the whole product to the reference page; scans are there after it has stopped', async () => {
    const product = await startProduct();
    const code = await createQrCode(product.store, { point: 'งานทะเบียน', fiscalYear: 2570 }, tools);
    const url = `http://127.0.0.1:${product.app.port}`;
    try {
      const page = await fetch(`${url}/q/${code}`, { headers: { 'user-agent': 'Mozilla/5.0' } });
      expect(await page.text()).toContain('ความเห็นถึงอบต.บางครก');
      const sent = await rate(`${url}/q/${code}`, 'a'.repeat(20));
      expect(sent.status).toBe(303);
      const path = sent.headers.get('location') ?? '';
      expect(await findFeedback(product.store, path.slice(3))).toMatchObject({ score: 67, channel: 'web' });
      expect(await (await fetch(`${url}${path}`)).text()).toContain('ขอบคุณ');
      expect(await product.metric('prongsai_web_submissions_total{outcome="rated"}')).toBe('1');
      expect(product.logged()).not.toContain(code);
      await product.app.close();
      expect((await findQrCode(product.store, code))?.scans).toBe(1);
    } finally {
      await product.close();
    }
  });
});

/** One tap on "ดี". */
function rate(url: string, giver: string): Promise<Response> {
  return fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ score: '67', giver }) });
}
