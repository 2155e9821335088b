import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PosterData } from '../../src/poster/poster-data.ts';
import { POSTER_PAGE_POLICY, posterPage } from '../../src/poster/poster-page.ts';
import { posterWords } from '../../src/poster/poster-words.ts';
import { readQr } from '../poster/read-qr.ts';
import { longPoster, samplePoster } from '../poster/sample-poster.ts';
import { describeInBrowser, launchChromium, THAI } from './chromium.ts';
import { scrollsSideways } from './phone-page.ts';

describeInBrowser('the poster as a page', () => {
  let browser: Browser;
  let server: Server;
  let shown: PosterData = samplePoster;

  beforeAll(async () => {
    browser = await launchChromium();
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', POSTER_PAGE_POLICY);
      response.end(posterPage(shown, true));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  /** The page at a width, without scripts unless axe, which is one, has to look at it. */
  async function open(data: PosterData, width: number, javaScriptEnabled = false): Promise<Page> {
    shown = data;
    const context = await browser.newContext({ ...THAI, javaScriptEnabled, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/qr/${data.code}/poster`);
    return page;
  }

  it.each([
    ['a small phone', samplePoster, 320],
    ['a small phone, everything long', longPoster, 320],
    ['a desktop', samplePoster, 1_280],
  ])('has nothing that axe objects to and no sideways scrolling on %s', async (_name, data, width) => {
    const page = await open(data, width, true);
    expect(await scrollsSideways(page)).toBe(false);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
    await page.context().close();
  });

  it('sets text in its own typeface, under a policy that lets nothing else in', async () => {
    const page = await open(samplePoster, 600, true);
    const faces = await page.evaluate(
      `document.fonts.ready.then(() => [...document.fonts].map(({ family, status }) => family + ' ' + status))`,
    );
    expect(faces).toEqual(['Sarabun loaded', 'Sarabun loaded']);
    await page.context().close();
  });

  it.each([
    ['ordinary', samplePoster],
    ['the longest', longPoster],
  ])('prints %s data on exactly one A4 sheet', async (_name, data) => {
    const page = await open(data, 1_000);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    const [width, height] = (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []).slice(1).map(Number);
    expect([Math.round(((width ?? 0) / 72) * 25.4), Math.round(((height ?? 0) / 72) * 25.4)]).toEqual([210, 297]);
    await page.context().close();
  });

  it('is read from the screen and as printed', async () => {
    const page = await open(samplePoster, 700);
    const { url } = posterWords(samplePoster);
    expect(await readQr(await page.locator('.sheet').screenshot())).toBe(url);
    await page.setViewportSize({ width: 794, height: 1_123 });
    await page.emulateMedia({ media: 'print' });
    expect(await readQr(await page.screenshot())).toBe(url);
    await page.context().close();
  });

  it('says everything on the poster as text, and links the files of the code', async () => {
    const page = await open(samplePoster, 320);
    const { agency, point, place, question, address, code, promises } = posterWords(samplePoster);
    const text = await page.locator('section').innerText();
    for (const one of [agency, point, place, question, address + code, ...promises]) expect(text).toContain(one);
    const links = await page.locator('a').all();
    const hrefs = await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
    expect(hrefs.map((href) => new URL(href, page.url()).pathname)).toEqual([
      '/qr/7K9DM2X4TQ8/poster.png',
      '/qr/7K9DM2X4TQ8.png',
      '/qr/7K9DM2X4TQ8.svg',
    ]);
    await page.context().close();
  });
});
