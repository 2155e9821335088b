import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, launchChromium } from './chromium.ts';
import type { PhoneFixture } from './phone-fixture.ts';
import { startPhoneFixture } from './phone-fixture.ts';
import { around, drawAlone, openPhone, rectOf, styleOf } from './phone-page.ts';
import { carousel } from './sample-cards.ts';

const LONG = 'ข้อความยาวมากที่ไม่มีทางแสดงได้ครบในหนึ่งบรรทัดของการ์ดใบเล็กใบนี้';
const text = (words: string, more: object = {}): object => ({ type: 'text', text: words, ...more });
const box = (layout: string, contents: object[], more: object = {}): object => ({
  type: 'box',
  layout,
  contents,
  ...more,
});

describeInBrowser('Flex drawn as LINE lays it out', () => {
  let browser: Browser;
  let fixture: PhoneFixture;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    fixture = await startPhoneFixture();
    ({ page } = await openPhone(browser, fixture));
  });
  afterAll(async () => {
    await browser?.close();
    await fixture?.close();
  });

  /** Draws a mega bubble (300 px) whose body is this box without padding. */
  const body = (layout: string, contents: object[], more: object = {}): Promise<void> =>
    drawAlone(page, JSON.stringify({ type: 'bubble', body: box(layout, contents, { paddingAll: 'none', ...more }) }));

  it('shares the width of a horizontal box by flex, 1 where none is given', async () => {
    await body('horizontal', [text('a', { flex: 2 }), text('b'), text('c', { flex: 3 })]);
    expect((await rectOf(page, around('a'))).width).toBeCloseTo(100, 0);
    expect((await rectOf(page, around('b'))).width).toBeCloseTo(50, 0);
    expect((await rectOf(page, around('c'))).width).toBeCloseTo(150, 0);
  });

  it('gives flex 0 the width of its content and the rest to the others', async () => {
    await body('horizontal', [text('ab', { flex: 0 }), text('rest')]);
    const fixed = await rectOf(page, around('ab'));
    expect(fixed.width).toBeLessThan(40);
    expect((await rectOf(page, around('rest'))).width).toBeCloseTo(300 - fixed.width, 0);
  });

  it('makes components of a vertical box as high as their content, and lets flex take what is left', async () => {
    await body('vertical', [text('a'), text('b', { flex: 1 })], { height: '200px' });
    const first = await rectOf(page, around('a'));
    expect(first.height).toBeCloseTo(22.4, 0);
    expect((await rectOf(page, around('b'))).height).toBeCloseTo(200 - first.height, 0);
  });

  it.each([
    ['spacing', 'lg', {}, 12],
    ['a margin instead of the spacing', 'lg', { margin: 'xxl' }, 20],
    ['a margin in pixels', 'none', { margin: '7px' }, 7],
  ])('keeps components apart by %s', async (_name, spacing, more, gap) => {
    await body('vertical', [text('a'), text('b', more)], { spacing });
    const [a, b] = [await rectOf(page, around('a')), await rectOf(page, around('b'))];
    expect(a.y).toBeCloseTo(0, 0);
    expect(b.y - a.y - a.height).toBeCloseTo(gap, 0);
  });

  it('pads a box on the sides it names over the padding of all sides', async () => {
    await body('vertical', [text('a')], { paddingAll: 'xl', paddingTop: '3px', paddingStart: '10%' });
    const a = await rectOf(page, around('a'));
    expect(a.x).toBeCloseTo(30, 0);
    expect(a.y).toBeCloseTo(3, 0);
    expect(a.width).toBeCloseTo(300 - 30 - 16, 0);
  });

  it.each([
    ['mega', 300, 20],
    ['kilo', 260, 13],
    ['hecto', 241, 14],
    ['deca', 220, 14],
    ['micro', 160, 10],
    ['nano', 120, 10],
  ])('draws a %s bubble %i px wide with its own padding', async (size, width, padding) => {
    await drawAlone(page, JSON.stringify({ type: 'bubble', size, body: box('vertical', [text('a')]) }), 400);
    const a = await rectOf(page, around('a'));
    expect((await rectOf(page, '.fx-body')).width).toBeCloseTo(width, 0);
    expect(a.x).toBeCloseTo(padding, 0);
  });

  it('narrows a bubble to the phone', async () => {
    await drawAlone(page, JSON.stringify({ type: 'bubble', size: 'giga', body: box('vertical', [text('a')]) }), 250);
    expect((await rectOf(page, '.fx-body')).width).toBeCloseTo(250, 0);
  });

  it('cuts a text that does not wrap with an ellipsis', async () => {
    await body('vertical', [text(LONG)]);
    const line = page.locator('#alone .fx-line');
    expect((await line.boundingBox())?.height).toBeCloseTo(22.4, 0);
    expect(await line.evaluate((node) => node.scrollWidth > node.clientWidth)).toBe(true);
    expect(await styleOf(page, '#alone .fx-line', 'textOverflow')).toBe('ellipsis');
  });

  it('wraps a text, keeps its line breaks, and stops at maxLines', async () => {
    await body('vertical', [text(LONG.repeat(3), { wrap: true, maxLines: 2 }), text('x\ny', { wrap: true })]);
    const lines = page.locator('#alone .fx-line');
    expect((await lines.nth(0).boundingBox())?.height).toBeCloseTo(2 * 22.4, 0);
    expect((await lines.nth(1).boundingBox())?.height).toBeCloseTo(2 * 22.4, 0);
  });

  it('puts lineSpacing between the lines and not around them', async () => {
    await body('vertical', [text('x\ny\nz', { wrap: true, lineSpacing: '10px' })]);
    expect((await rectOf(page, '.fx-text')).height).toBeCloseTo(3 * 22.4 + 2 * 10, 0);
  });

  it('shrinks a text to fit', async () => {
    await body('vertical', [text(LONG.slice(0, 50), { adjustMode: 'shrink-to-fit', size: 'xxl' })]);
    await expect
      .poll(() => page.locator('#alone .fx-line').evaluate((node) => node.scrollWidth <= node.clientWidth))
      .toBe(true);
    const size = parseFloat(await styleOf(page, '#alone .fx-line', 'fontSize'));
    expect(size).toBeLessThan(29);
  });

  it('places an absolute box by its offsets and keeps it out of the flow', async () => {
    const badge = box('vertical', [text('b')], {
      position: 'absolute',
      offsetTop: '18px',
      offsetStart: 'xl',
      width: '48px',
      height: '25px',
    });
    await body('vertical', [text('a'), badge, text('c')], { height: '100px', spacing: 'md' });
    expect(await rectOf(page, '.fx-box:has(> .fx-text > .fx-line:text-is("b"))')).toMatchObject({
      x: 16,
      y: 18,
      width: 48,
      height: 25,
    });
    const [a, c] = [await rectOf(page, around('a')), await rectOf(page, around('c'))];
    expect(c.y - a.y - a.height).toBeCloseTo(8, 0);
  });

  it('moves a relative component by its offset without moving the others', async () => {
    await body('vertical', [text('a', { offsetTop: '5px', offsetStart: '9px' }), text('b')]);
    expect(await rectOf(page, around('a'))).toMatchObject({ x: 9, y: 5 });
    expect((await rectOf(page, around('b'))).y).toBeCloseTo(22.4, 0);
  });

  it.each([
    ['top', 0],
    ['center', 38.8],
    ['bottom', 77.6],
  ])('puts a text at the %s of a row by gravity', async (gravity, y) => {
    await body('horizontal', [text('a', { gravity })], { height: '100px' });
    const line = await rectOf(page, '.fx-line');
    expect(line.y).toBeCloseTo(y, 0);
  });

  it.each([
    ['flex-end', 200, 250],
    ['center', 100, 150],
    ['space-between', 0, 250],
  ])('spreads fixed boxes by justifyContent %s', async (justifyContent, first, second) => {
    const fixed = (words: string): object => box('vertical', [text(words)], { width: '50px' });
    await body('horizontal', [fixed('a'), fixed('b')], { justifyContent });
    expect((await rectOf(page, around('a'))).x).toBeCloseTo(first, 0);
    expect((await rectOf(page, around('b'))).x).toBeCloseTo(second, 0);
  });

  it('aligns texts of different size on the baseline', async () => {
    await body('baseline', [text('a', { size: 'xxl', flex: 0 }), text('b', { size: 'xs', flex: 0 })]);
    // A range's bottom edge sits below the baseline in proportion to the font size, so the small text must end higher.
    const [big, smallText] = [await rectOf(page, around('a')), await rectOf(page, around('b'))];
    expect(smallText.y).toBeGreaterThan(big.y + 8);
    expect(smallText.y + smallText.height).toBeLessThan(big.y + big.height);
  });

  it.each([
    ['md', undefined, 100, 100],
    ['full', '20:13', 300, 195],
    ['50%', '2:1', 150, 75],
    ['80px', '1:3', 80, 240],
  ])('draws an image of size %s and ratio %s', async (size, aspectRatio, width, height) => {
    const image = {
      type: 'image',
      url: 'https://pictures.example/a.png',
      size,
      ...(aspectRatio ? { aspectRatio } : {}),
    };
    await body('vertical', [image]);
    const frame = await rectOf(page, '.picture');
    expect(frame.width).toBeCloseTo(width, 0);
    expect(frame.height).toBeCloseTo(height, 0);
    expect(frame.x).toBeCloseTo((300 - width) / 2, 0);
  });

  it('paints a gradient with its angle and centre, a border, a radius and a colour', async () => {
    const background = {
      type: 'linearGradient',
      angle: '90deg',
      startColor: '#ff0000',
      endColor: '#0000ff',
      centerColor: '#00ff00',
      centerPosition: '30%',
    };
    const more = {
      background,
      borderWidth: 'medium',
      borderColor: '#123456',
      cornerRadius: 'xl',
      backgroundColor: '#ABCDEF80',
    };
    await body('vertical', [text('a')], more);
    for (const [property, value] of Object.entries({
      backgroundImage: 'linear-gradient(90deg, rgb(255, 0, 0), rgb(0, 255, 0) 30%, rgb(0, 0, 255))',
      borderTopWidth: '2px',
      borderTopColor: 'rgb(18, 52, 86)',
      borderTopLeftRadius: '16px',
      backgroundColor: 'rgba(171, 205, 239, 0.5)',
    }))
      expect(await styleOf(page, '#alone .fx-body > .fx-box', property)).toBe(value);
  });

  it('starts from the right where the bubble says rtl', async () => {
    const row = box('horizontal', [text('a', { flex: 1 }), text('b', { flex: 2, margin: '30px' })], {
      paddingAll: 'none',
    });
    await drawAlone(page, JSON.stringify({ type: 'bubble', direction: 'rtl', body: row }));
    const [a, b] = [await rectOf(page, around('a')), await rectOf(page, around('b'))];
    expect(a.x).toBeCloseTo(210, 0);
    expect(b.x).toBeCloseTo(0, 0);
  });

  it('makes all bubbles of a carousel equally high, in a row that snaps', async () => {
    await drawAlone(page, JSON.stringify(carousel), 350);
    const heights = await page
      .locator('#alone .fx-bubble')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(new Set(heights).size).toBe(1);
    const row = page.locator('#alone .flex-carousel');
    expect(await row.evaluate((node) => node.scrollWidth > node.clientWidth)).toBe(true);
    expect(await styleOf(page, '#alone .flex-carousel', 'scrollSnapType')).toBe('x mandatory');
  });

  it('lets a tap in a box reach the innermost action', async () => {
    const inner = { type: 'button', action: { type: 'message', label: 'in', text: 'in' } };
    await body(
      'vertical',
      [box('vertical', [text('mid'), inner], { action: { type: 'message', text: 'mid' } }), text('out')],
      {
        action: { type: 'message', text: 'out' },
      },
    );
    for (const words of ['mid', 'in', 'out']) {
      const found = page.locator('#alone').getByText(words, { exact: true });
      const at = await found.boundingBox();
      await page.mouse.click((at?.x ?? 0) + 5, (at?.y ?? 0) + 5);
    }
    expect(await page.evaluate('window.acted.map((action) => action.text)')).toEqual(['mid', 'in', 'out']);
  });
});
