import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { findQrCode } from '../../src/feedback/qr-codes.ts';
import { showCode } from '../../src/code.ts';
import { hiddenValue, startWeb, type WebHarness, type WebHarnessOptions } from './web-harness.ts';
import { stopNow } from '../feedback/officer.ts';

let web: WebHarness;
afterEach(() => web.close());
const start = async (options?: WebHarnessOptions): Promise<WebHarness> => (web = await startWeb(options));

describe('the page behind a code', () => {
  it('asks one question with the place filled in, four faces with words, and says what it is not', async () => {
    const { code, get } = await start();
    const page = await get(`/q/${await code()}`);
    expect(page.status).toBe(200);
    for (const words of [
      'งานทะเบียน',
      'ชั้น 1 ช่อง 2',
      'ความเห็นถึงอบต.บางครก',
      'ไม่ใช่แบบวัด EIT ของ ป.ป.ช.',
      'ควรปรับปรุงมาก',
      'ไม่ต้องใส่ชื่อหรือเบอร์โทร',
      'href="/privacy"',
    ])
      expect(page.text).toContain(words);
    expect([...page.text.matchAll(/<button[^>]*name="score" value="(\d+)"/g)].map((match) => match[1])).toEqual([
      '0',
      '33',
      '67',
      '100',
    ]);
    expect(Buffer.byteLength(page.text)).toBeLessThan(30_000);
    expect(page.text).not.toMatch(/<script|style="|onclick/);
    expect(page.cookie).toBeUndefined();
  });

  it('asks staff about their work and never looks like the official IIT', async () => {
    const { code, get } = await start({ profile: { eitSurveyUrl: 'https://itas.nacc.go.th/go/eit/abc' } });
    const { text } = await get(`/q/${await code({ audience: 'staff' })}`);
    expect(text).toMatch(/การทำงานของเราเป็นอย่างไร/);
    expect(text).toMatch(/ไม่ใช่แบบวัด IIT ของ ป.ป.ช./);
    expect(text).not.toContain('itas.nacc.go.th');
  });

  it('offers LINE with the code typed in, and the official survey apart, only where they are set', async () => {
    const { code, get } = await start({
      lineBasicId: '@bangkhrok',
      profile: { eitSurveyUrl: 'https://itas.nacc.go.th/go/eit/abc' },
    });
    const made = await code();
    const { text } = await get(`/q/${made}`);
    expect(text).toContain(`https://line.me/R/oaMessage/%40bangkhrok/?${encodeURIComponent(`ประเมิน ${made}`)}`);
    expect(text).toMatch(/เป็นอีกแบบหนึ่ง[^]*https:\/\/itas\.nacc\.go\.th\/go\/eit\/abc/);
    await web.close();
    const plain = await start();
    const { text: without } = await plain.get(`/q/${await plain.code()}`);
    expect(without).not.toMatch(/line\.me|itas/);
  });

  it('opens however the code is typed', async () => {
    const { code, get } = await start();
    const typed = showCode(await code())
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll('1', 'l');
    expect((await get(`/q/${typed}`)).status).toBe(200);
    expect((await get(`/q?code=${encodeURIComponent(` ${typed} `)}`)).location).toMatch(/^\/q\/[0-9A-Z]{11}$/);
    expect((await get('/q?code=abc')).text).toMatch(/value="abc"[^>]*aria-invalid="true"/);
    expect((await get('/q')).status).toBe(200);
  });

  it('is the same for unknown, stopped, not yet open and past codes, and says nothing of why', async () => {
    const { code, get, post, store, stored } = await start();
    const stopped = await code();
    await stopNow(store, stopped);
    const codes = [
      stopped,
      await code({ opensAt: '2026-12-01T00:00:00.000Z' }),
      await code({ endsAt: '2026-11-01T00:00:00.000Z' }),
      '0123456789A',
      'x',
      'a'.repeat(3_000),
    ];
    const seen = new Set<string>();
    for (const one of codes) {
      const asked = await get(`/q/${one}`);
      const answered = await post(`/q/${one}`, { score: '67' });
      expect([asked.status, answered.status]).toEqual([404, 404]);
      seen.add(asked.text).add(answered.text);
    }
    expect(seen.size).toBe(1);
    expect([...seen][0]).toMatch(/href="\/feedback"[^]*0 3277 1000/);
    expect(await stored()).toEqual([]);
  });

  it('is not spent by 20 looks, previews or HEAD, and counts people without remembering anyone', async () => {
    const { code, get, store, countScans, stored, url } = await start();
    const made = await code();
    const before = await findQrCode(store, made);
    for (let look = 0; look < 20; look += 1) expect((await get(`/q/${made}`)).status).toBe(200);
    for (const agent of ['facebookexternalhit/1.1;line-poker/1.0', 'Googlebot/2.1', 'curl/8'])
      await get(`/q/${made}`, { 'user-agent': agent });
    await get(`/q/${made}`, { 'sec-purpose': 'prefetch' });
    const head = await fetch(`${url}/q/${made}`, { method: 'HEAD', headers: { 'user-agent': 'Mozilla/5.0' } });
    expect([head.status, await head.text()]).toEqual([200, '']);
    await countScans();
    expect(await findQrCode(store, made)).toEqual({ ...before, scans: 20 });
    expect(await stored()).toEqual([]);
  });

  it('takes an answer as the work of the division whose code it is', async () => {
    const { code, post, stored } = await start();
    await post(`/q/${await code({ division: 'finance' })}`, { score: '33' });
    await post(`/q/${await code()}`, { score: '67' });
    const found = (await stored()).map(({ data }) => [data.score, data.division] as const);
    expect(new Map(found)).toEqual(
      new Map([
        [33, 'finance'],
        [67, undefined],
      ]),
    );
  });

  it('says again what is missing when no face was tapped, and keeps the form', async () => {
    const { code, get, post } = await start();
    const made = await code();
    const token = hiddenValue(await get(`/q/${made}`), 'giver');
    for (const fields of [{ giver: token }, { giver: token, score: '50' }, { giver: token, score: '' }]) {
      const page = await post(`/q/${made}`, fields);
      expect(page.status).toBe(400);
      expect(page.text).toMatch(/role="alert"[^]*href="#faces"[^]*id="faces"/);
      expect(hiddenValue(page, 'giver')).toBe(token);
    }
  });

  it('has the one style that its policy allows', async () => {
    const { text, headers } = await (await start()).get('/feedback');
    const [, style = ''] = /<style>([^<]*)<\/style>/.exec(text) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
  });

  it.each(['/nothing', '/q/a/b', '/KCV9-PB1M-Y6J'])('is missed in Thai by whoever mistypes it: %s', async (path) => {
    const { get } = await start();
    const page = await get(path);
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.text).toContain('ไม่พบหน้านี้');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is asked for at the address without one', async () => {
    const { get } = await start();
    const home = await get('/');
    expect([home.status, home.location]).toEqual([303, '/q']);
  });

  it('carries headers that allow no script, no frame, no other place to send a form to, and no copy', async () => {
    const { get, code } = await start({ publicUrl: 'https://ita.example.go.th' });
    for (const path of [`/q/${await code()}`, '/feedback', '/privacy', '/r', '/q/nothing']) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/default-src 'none';script-src 'none';style-src 'sha256-[^']+';/);
      expect(policy).toMatch(/form-action 'self';base-uri 'none';frame-ancestors 'none'/);
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('shows names with markup as text', async () => {
    const { code, get } = await start();
    const { text } = await get(`/q/${await code({ point: '<img src=x onerror=1>', place: '"><script>' })}`);
    expect(text).not.toMatch(/<img|<script/);
  });
});
