import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser, launchChromium } from './chromium.ts';
import type { PhoneFixture } from './phone-fixture.ts';
import { emptyState, startPhoneFixture } from './phone-fixture.ts';
import { openPhone, scrollsSideways } from './phone-page.ts';
import { carousel, flexMessage, pictureCard, scoreCard } from './sample-cards.ts';

const WIDTHS = [
  ['wide', { width: 1400, height: 900 }],
  ['middle', { width: 900, height: 700 }],
  ['narrowest', { width: 320, height: 568 }],
] as const;

describeInBrowser('the phone screen for everyone', () => {
  let browser: Browser;
  let fixture: PhoneFixture;

  beforeAll(async () => {
    browser = await launchChromium();
    fixture = await startPhoneFixture();
  });
  beforeEach(() => {
    fixture.state = emptyState();
    fixture.calls = [];
    fixture.add('citizen', {
      kind: 'out',
      from: 'citizen',
      messageId: '1',
      message: { type: 'text', text: `ยาวมาก${'ก'.repeat(200)} https://example.go.th/${'a'.repeat(200)}` },
      event: { type: 'message', long: 'x'.repeat(300) },
      delivery: { status: 503, ms: 5, attempts: 1 },
    });
    for (const contents of [scoreCard, pictureCard, carousel])
      fixture.add('citizen', { message: flexMessage(contents, 'การ์ดคะแนน') });
    const items = ['คะแนนรวม', 'จุดที่ควรปรับปรุง', 'ตัวชี้วัดทั้งหมด', 'ติดต่อเรา'].map((label) => ({
      action: { type: 'message', label, text: label },
    }));
    fixture.add('citizen', { via: 'push', message: { type: 'text', text: 'ถามต่อได้', quickReply: { items } } });
    fixture.add('staff', { via: 'push', message: { type: 'text', text: 'ใหม่' } });
  });
  afterAll(async () => {
    await browser?.close();
    await fixture?.close();
  });

  const violations = async (page: Page): Promise<string[]> => {
    const result = await new AxeBuilder({ page }).analyze();
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  };

  it.each(WIDTHS)(
    'has nothing that axe objects to, and no sideways scrolling, on a %s screen',
    async (_name, viewport) => {
      const { page } = await openPhone(browser, fixture, viewport);
      expect(await scrollsSideways(page)).toBe(false);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );

  it.each(['#open-chats', '#open-panel'])('opens and closes the drawer %s on the narrowest screen', async (opener) => {
    const { page } = await openPhone(browser, fixture, WIDTHS[2][1]);
    const drawer = opener.replace('open-', '');
    expect(await page.locator(drawer).isVisible()).toBe(false);
    await page.locator(opener).click();
    await page.locator(drawer).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator(drawer).waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.activeElement.id')).toBe(opener.slice(1));
    await page.context().close();
  });

  it('has nothing that axe objects to in its panel and dialogs', async () => {
    const { page } = await openPhone(browser, fixture);
    await page.locator('#panel summary').nth(1).click();
    await page.locator('#panel summary').nth(2).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'เลือกวัน', exact: true }).click();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('is worked by keyboard alone: from a card button to the quick replies, the text and another chat', async () => {
    const { page } = await openPhone(browser, fixture);
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab');
        const reached = await page.evaluate(
          'document.activeElement.getAttribute("aria-label") || document.activeElement.textContent',
        );
        if (String(reached).includes(name)) return;
      }
      throw new Error(`${name} is not reached by Tab`);
    };
    await page.locator('#log').focus();
    await tabTo('ดูจุดที่ควรปรับปรุง');
    await page.keyboard.press('Enter');
    await tabTo('คะแนนรวม');
    await page.keyboard.press('Space');
    await tabTo('พิมพ์ข้อความ');
    await page.keyboard.type('สวัสดี');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => fixture.calls.map(({ path, body }) => [path, body]))
      .toEqual([
        ['/chats/citizen/postback', { data: 'weaknesses', displayText: 'ดูจุดที่ควรปรับปรุง' }],
        ['/chats/citizen/text', { text: 'คะแนนรวม' }],
        ['/chats/citizen/text', { text: 'สวัสดี' }],
      ]);
    await page.locator('#add-persona').focus();
    await tabTo('เจ้าหน้าที่');
    await page.keyboard.press('Enter');
    await page.locator('#log').getByText('ใหม่').waitFor();
    await page.context().close();
  });
});
