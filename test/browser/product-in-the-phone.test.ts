import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startMain, temporaryFolder, type ServerProcess } from '../server-process.ts';
import { describeInBrowser, launchChromium } from './chromium.ts';
import { openPhone } from './phone-page.ts';

/** What somebody sees who runs `npm start` on a laptop and opens the address it prints. */
describeInBrowser('the product on the phone screen', () => {
  const folder = temporaryFolder();
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    server = startMain({ PORT: '0', STORE: `sqlite:${join(folder.path, 'prongsai.db')}` });
    const [url] = await server.printed(/http:\/\/127\.0\.0\.1:\d+/);
    browser = await launchChromium();
    ({ page, problems } = await openPhone(browser, { url: `${url}/` }));
  });
  afterAll(async () => {
    await browser.close();
    server.child.kill('SIGTERM');
    await server.ended;
    folder.remove();
  });

  const log = (): ReturnType<Page['locator']> => page.getByRole('log');

  it('answers the question for the score with a card that names year and source, and a notification that says it all', async () => {
    await page.getByRole('textbox').first().fill('คะแนนรวมเท่าไหร่');
    await page.keyboard.press('Enter');
    const card = log().getByLabel(/97\.02 คะแนน ระดับ AA/);
    await card.waitFor();
    expect(await card.innerText()).toMatch(/2565[^]*ที่มา/);
    await page.getByText('อบต.บางครก ITA ปี 2565 ได้ 97.02 คะแนน ระดับ AA').first().waitFor();
  });

  it('leads by taps alone from the score to a weakness, its reason, and what is being done', async () => {
    await log()
      .getByRole('button', { name: /ต้องพัฒนา|จุดอ่อน/ })
      .first()
      .click();
    const weaknesses = log()
      .getByLabel(/จุดที่ต้องพัฒนา/)
      .last();
    await weaknesses.waitFor();
    expect(await weaknesses.innerText()).toMatch(/92\.59/);
    await weaknesses.getByRole('button').first().click();
    await expect.poll(() => log().locator('[aria-label]').count()).toBeGreaterThan(2);
  });

  it('has a rich menu under the chat, whose taps ask', async () => {
    // Drawn after the start, when this is the first on the machine.
    await page.locator('.rich-menu-picture img').waitFor({ timeout: 120_000 });
    const picture = `document.querySelector('.rich-menu-picture img')`;
    await expect.poll(() => page.evaluate(`${picture}.naturalWidth`), { timeout: 10_000 }).toBe(2500);
    await page.getByRole('button', { name: 'สิ่งที่กำลังทำ' }).click();
    await log()
      .getByLabel(/มาตรการ/)
      .last()
      .waitFor();
  }, 150_000);

  it('has no accessibility violation and no horizontal scroll with cards on it, on a 320 px phone too', async () => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 640 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((violation) => [width, violation.id, violation.nodes[0]?.html])).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
  });

  it('made no mistake the browser noticed', () => {
    expect(problems).toEqual([]);
  });
});
