import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { newCode } from '../../src/feedback/code.ts';
import { createQrCode, findQrCode } from '../../src/feedback/qr-codes.ts';
import { findFeedback } from '../../src/feedback/read-feedback.ts';
import { feedback } from '../../src/store/collections.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { startMain, temporaryFolder, type ServerProcess } from '../server-process.ts';
import { startProduct } from './product.ts';

const KILLS = 6;
const PEOPLE = 60;
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
      expect(sent?.status).toBe(303);
      const path = sent?.headers.get('location') ?? '';
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

  it(`is in the store, once, for everybody who was thanked, although the server is killed ${KILLS} times meanwhile`, async () => {
    const folder = temporaryFolder();
    const database = join(folder.path, 'prongsai.db');
    const store = openSqliteStore({ path: database });
    const agency = store.agency('agency');
    const code = await createQrCode(agency, { point: 'งานทะเบียน', fiscalYear: 2570 }, tools);
    const channel = {
      LINE_CHANNEL_SECRET: 's',
      LINE_CHANNEL_ACCESS_TOKEN: 't',
      LINE_API_BASE_URL: 'http://127.0.0.1:9',
    };
    const env = { ...channel, PORT: '0', STORE: `sqlite:${database}`, TRUSTED_PROXIES: '1', LOG_LEVEL: 'warn' };
    const thanked = new Map<string, string>();
    let server: ServerProcess | undefined;
    try {
      for (let life = 0; life < KILLS; life += 1) {
        server = startMain(env);
        const { child, ended } = server;
        const [, port] = await server.printed(/listens on port (\d+)/);
        let answers = 0;
        // Everybody who was not thanked in an earlier life tries again, as people do.
        const waiting = Array.from({ length: (life + 1) * PEOPLE }, (_, no) => `person-number-${no}`).filter(
          (one) => !thanked.has(one),
        );
        await Promise.all(
          waiting.map(async (giver) => {
            const sent = await rate(`http://127.0.0.1:${port}/q/${code}`, giver);
            if (sent?.status === 303) thanked.set(giver, sent.headers.get('location') ?? '');
            answers += 1;
            if (answers === Math.ceil(waiting.length / 2)) child.kill('SIGKILL');
          }),
        );
        await ended;
      }
      expect(thanked.size).toBeGreaterThan(PEOPLE);
      const { docs } = await agency.query(feedback, { limit: 1_000 });
      const stored = new Set(docs.map(({ id }) => `/r/${id}`));
      expect([...thanked.values()].filter((path) => !stored.has(path))).toEqual([]);
      expect(new Set(thanked.values()).size).toBe(thanked.size);
      expect(stored.size).toBeLessThanOrEqual(KILLS * PEOPLE);
    } finally {
      server?.child.kill('SIGKILL');
      await store.close();
      folder.remove();
    }
  });
});

/** One tap on "ดี"; undefined if the server is gone. */
async function rate(url: string, giver: string): Promise<Response | undefined> {
  const headers = { 'x-forwarded-for': `2001:db8:${randomBytes(2).toString('hex')}::1` };
  const body = new URLSearchParams({ score: '67', giver });
  try {
    return await fetch(url, { method: 'POST', redirect: 'manual', body, headers });
  } catch {
    return undefined;
  }
}
