import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFeedback } from '../../src/feedback/read-feedback.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { startWeb, type WebHarness } from '../web/web-harness.ts';
import { describeInBrowser, launchChromium, THAI } from './chromium.ts';
import { answerNow } from '../feedback/officer.ts';

const SMALL = { width: 320, height: 568 };
const CORRUPT = 'เจ้าหน้าที่เรียกเงินใต้โต๊ะ 500 บาทถึงจะทำเรื่องให้';
/** Where to leave pictures of every page, to be looked at. */
const PICTURES = process.env['PICTURES'];

describeInBrowser('feedback in a browser', () => {
  let browser: Browser;
  let web: WebHarness;
  let code: string;
  let kiosk: string;
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    web = await startWeb({
      lineBasicId: '@bangkhrok',
      profile: { eitSurveyUrl: 'https://itas.nacc.go.th/go/eit/abc' },
    });
    code = await web.code();
    kiosk = await web.code({ kiosk: true });
  });
  afterAll(async () => {
    await browser.close();
    await web.close();
  });

  const open = async (path: string, more: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    const context: BrowserContext = await browser.newContext({ ...THAI, viewport: SMALL, ...more });
    const page = await context.newPage();
    page.on('console', (message) => void problems.push(message.text()));
    page.on('requestfailed', (request) => {
      // A second tap takes the place of what the first was sending.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') problems.push(request.url());
    });
    await page.goto(`${web.url}${path}`);
    return page;
  };
  const idOf = (page: Page): string => new URL(page.url()).pathname.slice(3);

  describe('without JavaScript, on a phone of 320 px', () => {
    it('takes one tap to a stored answer, then reasons and a comment, and shows the answer of the agency later', async () => {
      const page = await open(`/q/${code}`, { javaScriptEnabled: false });
      await page.getByRole('button', { name: 'ดี', exact: true }).click();
      await page.getByRole('heading', { name: /ขอบคุณ/ }).waitFor();
      const id = idOf(page);
      expect(await findFeedback(web.store, id)).toMatchObject({ score: 67, comment: null });
      await page.getByLabel('ความชัดเจนของข้อมูลที่ได้รับ').check();
      await page.getByLabel(/ข้อความถึงหน่วยงาน/).fill('รอนาน\nแต่เจ้าหน้าที่ใจดี');
      await page.getByRole('button', { name: 'ส่งเพิ่มเติม' }).click();
      await page.getByRole('heading', { name: /บันทึกแล้ว/ }).waitFor();
      expect(await findFeedback(web.store, id)).toMatchObject({
        score: 67,
        why: { i6b: true },
        comment: 'รอนาน\nแต่เจ้าหน้าที่ใจดี',
      });
      await answerNow(web.store, id, 'เพิ่มช่องบริการแล้ว ขอบคุณที่บอกเรา', web.time.now);
      const shown = await page.locator('.code').innerText();
      await page.goto(`${web.url}/r`);
      await page.getByLabel('รหัสอ้างอิง', { exact: true }).fill(shown);
      await page.getByRole('button', { name: 'ดูคำตอบ' }).click();
      await page.getByText('เพิ่มช่องบริการแล้ว').waitFor();
      await page.context().close();
    });

    it('is one answer when the person goes back and taps another face, with and without a cookie', async () => {
      const page = await open(`/q/${await web.code({ point: 'งานคลัง' })}`, { javaScriptEnabled: false });
      await page.getByRole('button', { name: 'ดี', exact: true }).click();
      await page.getByRole('heading', { name: /ขอบคุณ/ }).waitFor();
      const first = idOf(page);
      web.time.now = new Date(web.time.now.getTime() + 1_000);
      await page.goBack();
      await page.getByRole('button', { name: 'ควรปรับปรุงมาก' }).click();
      await page.getByRole('heading', { name: /ขอบคุณ/ }).waitFor();
      expect(idOf(page)).toBe(first);
      expect(await findFeedback(web.store, first)).toMatchObject({ score: 0 });
      await page.context().close();
    });

    it('keeps what was typed when the store is down, and when the comment is about corruption', async () => {
      const page = await open('/feedback', { javaScriptEnabled: false });
      await page.getByRole('button', { name: 'ดีมาก' }).click();
      await page.getByLabel(/ข้อความถึงหน่วยงาน/).fill('ขอที่จอดรถเพิ่ม');
      web.faults.fail(new StoreError('unavailable', 'down'));
      await page.getByRole('button', { name: 'ส่งเพิ่มเติม' }).click();
      await page.getByRole('heading', { name: 'ยังบันทึกไม่สำเร็จ' }).waitFor();
      expect(await page.getByLabel(/ข้อความถึงหน่วยงาน/).inputValue()).toBe('ขอที่จอดรถเพิ่ม');
      web.faults.heal();
      await page.getByRole('button', { name: 'ส่งอีกครั้ง' }).click();
      await page.getByRole('heading', { name: /บันทึกแล้ว/ }).waitFor();
      await page.getByLabel(/ข้อความถึงหน่วยงาน/).fill(CORRUPT);
      await page.getByRole('button', { name: 'บันทึก', exact: true }).click();
      await page.getByRole('link', { name: '1205' }).waitFor();
      expect(await page.getByLabel(/ข้อความถึงหน่วยงาน/).inputValue()).toBe(CORRUPT);
      await page.getByRole('link', { name: 'ไม่ส่งข้อความนี้' }).click();
      expect(await findFeedback(web.store, idOf(page))).toMatchObject({ comment: 'ขอที่จอดรถเพิ่ม' });
      await page.context().close();
    });
  });

  it('is answered with the keyboard alone, focus always to be seen', async () => {
    const page = await open(`/q/${await web.code({ point: 'งานโยธา' })}`);
    const seen: string[] = [];
    for (let tab = 0; tab < 4; tab += 1) {
      await page.keyboard.press('Tab');
      seen.push(await page.evaluate('document.activeElement.innerText.trim()'));
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    }
    expect(seen).toEqual(['ข้ามไปที่เนื้อหา', 'ควรปรับปรุงมาก', 'ควรปรับปรุง', 'ดี']);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /ขอบคุณ/ }).waitFor();
    expect(await findFeedback(web.store, idOf(page))).toMatchObject({ score: 67 });
    await page.context().close();
  });

  it('asks on a device at the counter, thanks, and goes back to the question by itself, without JavaScript', async () => {
    const path = `/kiosk/${await web.code({ point: 'จุดประชาสัมพันธ์', kiosk: true })}`;
    const page = await open(path, { javaScriptEnabled: false, viewport: { width: 768, height: 1024 } });
    const faces = page.getByRole('button', { name: 'ดีมาก' });
    for (const person of [1, 2]) {
      await faces.dblclick();
      await page.getByRole('heading', { name: /ขอบคุณ/ }).waitFor();
      expect(await page.context().cookies()).toEqual([]);
      if (person === 1) await page.getByRole('link', { name: 'คนต่อไป' }).click();
    }
    await faces.waitFor({ timeout: 40_000 });
    expect(new URL(page.url()).pathname).toBe(path);
    const here = (await web.stored()).filter(({ data }) => data.point === 'จุดประชาสัมพันธ์');
    expect(here.map(({ data }) => data.score)).toEqual([100, 100]);
    await page.context().close();
  });

  it('leads from an error to where it is mended', async () => {
    const page = await open('/r?code=abc');
    await page.getByRole('alert').getByRole('link').click();
    expect(await page.evaluate('document.activeElement.id')).toBe('code');
    await page.context().close();
  });

  describe('every page', () => {
    const rated = async (page: Page): Promise<void> => {
      await page.getByRole('button', { name: 'ดี', exact: true }).click();
      await page.getByRole('heading', { name: /ขอบคุณ/ }).waitFor();
    };
    const comment = async (page: Page, text: string): Promise<void> => {
      await rated(page);
      // A browser that does not know maxlength.
      await page.locator('textarea').evaluate((field) => field.removeAttribute('maxlength'));
      await page.locator('textarea').fill(text);
      await page.getByRole('button', { name: 'ส่งเพิ่มเติม' }).click();
    };
    const PAGES: Record<string, { path: () => string | Promise<string>; after?: (page: Page) => Promise<void> }> = {
      question: { path: () => `/q/${code}` },
      'question for staff': { path: async () => `/q/${await web.code({ audience: 'staff', place: null })}` },
      'long names': {
        path: async () =>
          `/q/${await web.code({ point: 'ศูนย์พัฒนาเด็กเล็กองค์การบริหารส่วนตำบลบางครกแห่งที่สองริมคลอง', place: 'อาคารอเนกประสงค์'.repeat(6) })}`,
      },
      general: { path: () => '/feedback' },
      thanks: { path: () => `/q/${code}`, after: rated },
      added: { path: () => '/feedback', after: (page) => comment(page, 'รอนาน') },
      answered: {
        path: () => '/feedback',
        after: async (page) => {
          await rated(page);
          await answerNow(web.store, idOf(page), `ขอบคุณ\n${'ปรับปรุงแล้ว '.repeat(30)}`, web.time.now);
          await page.reload();
        },
      },
      'too long': {
        path: () => '/feedback',
        after: async (page) => {
          await comment(page, 'ก'.repeat(1_201));
          await page.getByRole('alert').waitFor();
        },
      },
      corruption: { path: () => '/feedback', after: (page) => comment(page, CORRUPT) },
      'not saved': {
        path: () => `/q/${code}`,
        after: async (page) => {
          web.faults.fail(new StoreError('unavailable', 'down'), 'transaction');
          await page.getByRole('button', { name: 'ดี', exact: true }).click();
          await page.getByRole('heading', { name: 'ยังบันทึกไม่สำเร็จ' }).waitFor();
          web.faults.heal();
        },
      },
      closed: { path: () => '/q/00000000000' },
      kiosk: { path: () => `/kiosk/${kiosk}` },
      'kiosk notice': { path: () => `/kiosk/${kiosk}`, after: (page) => page.locator('summary').click() },
      'kiosk thanks': { path: () => `/kiosk/${kiosk}`, after: rated },
      'kiosk not saved': {
        path: () => `/kiosk/${kiosk}`,
        after: async (page) => {
          web.faults.fail(new StoreError('unavailable', 'down'), 'transaction');
          await page.getByRole('button', { name: 'ดี', exact: true }).click();
          await page.getByRole('heading', { name: 'ยังบันทึกไม่สำเร็จ' }).waitFor();
          web.faults.heal();
        },
      },
      'no such page': { path: () => '/nothing' },
      'code to type': { path: () => '/q' },
      'reference to type': { path: () => '/r' },
      'wrong reference': { path: () => '/r?code=abc' },
      privacy: { path: () => '/privacy' },
    };

    it.each(Object.entries(PAGES))(
      'is clean for axe, has large targets and no sideways scrolling: %s',
      async (name, { path, after }) => {
        for (const width of [320, 1280]) {
          const page = await open(await path(), { viewport: { width, height: 700 } });
          await after?.(page);
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
          expect(violations.map(({ id, nodes }) => [width, id, nodes[0]?.html])).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
          expect(await smallTargets(page)).toEqual([]);
          expect(await page.locator('h1').count()).toBe(1);
          if (PICTURES)
            await page.screenshot({ path: `${PICTURES}/${name.replaceAll(' ', '-')}-${width}.png`, fullPage: true });
          await page.context().close();
        }
      },
    );
  });

  it('made no mistake the browser noticed, and loaded nothing from elsewhere', () => {
    expect(problems.filter((text) => !/status of (4\d\d|503)/.test(text))).toEqual([]);
  });
});

/** Controls smaller than 44 × 44 px: buttons, ticks with their labels, links that stand alone. Links in a sentence may be lower. */
function smallTargets(page: Page): Promise<string[]> {
  return page
    .locator('button, label.choice, textarea, input[type=text], a.button, .links a, footer a, summary')
    .evaluateAll((all) =>
      all
        .map((one) => ({ one, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 43.9 || box.width < 43.9)
        .map(({ one }) => one.outerHTML),
    );
}
