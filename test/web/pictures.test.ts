import { afterEach, describe, expect, it } from 'vitest';
import { readQr } from '../poster/read-qr.ts';
import { startWeb, type WebHarness, type WebHarnessOptions } from './web-harness.ts';
import { stopNow } from '../feedback/officer.ts';

let web: WebHarness;
afterEach(() => web.close());
const start = async (options?: WebHarnessOptions): Promise<WebHarness> => (web = await startWeb(options));

describe('the pictures of a code', () => {
  it.each([
    ['.svg', 'image/svg+xml'],
    ['.png', 'image/png'],
    ['/poster.png', 'image/png'],
  ])('%s is served as %s and leads to the page of the code', async (ending, type) => {
    const { code, url } = await start({ publicUrl: 'https://ita.example.go.th' });
    const made = await code();
    const response = await fetch(`${url}/qr/${made}${ending}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const read = await readQr(Buffer.from(await response.arrayBuffer()));
    expect(read).toBe(`https://ita.example.go.th/q/${made}`);
  });

  it('come with a page for printing that has no scripts and loads nothing', async () => {
    const { code, get, url } = await start();
    const page = await get(`/qr/${await code()}/poster`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('โปสเตอร์ของ งานทะเบียน');
    expect(page.text).toContain(new URL(url).host);
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'; font-src data:/,
    );
  });

  it('are there before a code opens, and gone with it, with the page that says nothing of why', async () => {
    const { code, get, store } = await start();
    expect((await get(`/qr/${await code({ opensAt: '2026-12-01T00:00:00.000Z' })}.svg`)).status).toBe(200);
    const stopped = await code();
    await stopNow(store, stopped);
    const seen = new Set<string>();
    for (const one of [stopped, await code({ endsAt: '2026-11-01T00:00:00.000Z' }), '00000000000', 'x'])
      for (const ending of ['.svg', '.png', '/poster', '/poster.png']) {
        const page = await get(`/qr/${one}${ending}`);
        expect([ending, page.status]).toEqual([ending, 404]);
        seen.add(page.text);
      }
    expect(seen.size).toBe(1);
  });

  it('cannot be used to keep the server drawing', async () => {
    const limiter = { take: async () => 7 };
    const { code, get } = await start({ limiter });
    const page = await get(`/qr/${await code()}/poster.png`);
    expect([page.status, page.headers.get('retry-after')]).toEqual([429, '7']);
  });
});
