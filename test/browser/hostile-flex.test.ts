import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser, launchChromium } from './chromium.ts';
import type { PhoneFixture } from './phone-fixture.ts';
import { emptyState, startPhoneFixture } from './phone-fixture.ts';
import { drawAlone, openPhone, reopen, styleOf } from './phone-page.ts';

const MARKUP = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

const bubble = (contents: object[], more: object = {}): object => ({
  type: 'bubble',
  body: { type: 'box', layout: 'vertical', contents, ...more },
});

describeInBrowser('Flex from an enemy', () => {
  let browser: Browser;
  let fixture: PhoneFixture;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    browser = await launchChromium();
    fixture = await startPhoneFixture();
    ({ page, problems } = await openPhone(browser, fixture));
  });
  beforeEach(async () => {
    fixture.state = emptyState();
    await reopen(page, fixture);
    return () => expect(problems).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await fixture?.close();
  });

  const hacked = (): Promise<unknown> => page.evaluate('window.hacked');
  const alone = (): Promise<string> => page.locator('#alone').innerHTML();

  it('shows markup as text, wherever it stands', async () => {
    const texts = bubble([
      { type: 'text', text: MARKUP },
      { type: 'text', contents: [{ type: 'span', text: MARKUP }] },
      { type: 'button', action: { type: 'message', label: MARKUP, text: MARKUP } },
      { type: 'box', layout: 'vertical', contents: [], action: { type: 'uri', label: MARKUP, uri: MARKUP } },
    ]);
    await drawAlone(page, JSON.stringify(texts));
    expect(await page.locator('#alone').getByText('<script>').count()).toBe(3);
    expect(await page.locator('#alone :is(script, img, iframe)').count()).toBe(0);
    expect(await hacked()).toBeUndefined();
  });

  it.each([
    'javascript:window.hacked=1',
    'data:image/svg+xml,<svg onload="window.hacked=1"/>',
    'http://evil.example/a.png',
    'http://127.0.0.1:1/a.png',
    'https://a.example/"onerror="window.hacked=1',
    '//evil.example/a.png',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    ' java\nscript:alert(1)',
  ])('loads no picture from %s', async (url) => {
    const pictures = bubble([
      { type: 'image', url },
      {
        type: 'box',
        layout: 'baseline',
        contents: [
          { type: 'icon', url },
          { type: 'text', text: 'a' },
        ],
      },
    ]);
    await drawAlone(page, JSON.stringify({ ...pictures, hero: { type: 'video', url, previewUrl: url } }));
    const sources = await page
      .locator('#alone img')
      .evaluateAll((all) => all.map((one) => one.getAttribute('src') ?? ''));
    expect(sources.filter((source) => !source.startsWith('https://a.example/%22onerror=%22'))).toEqual([]);
    expect(await page.locator('#alone [onerror], #alone [onload]').count()).toBe(0);
  });

  it.each([
    ['backgroundColor', 'red;background:url(https://evil.example/x)'],
    ['backgroundColor', 'url(https://evil.example/x)'],
    ['backgroundColor', '#fff'],
    ['backgroundColor', 'var(--accent)'],
    ['width', 'calc(100vw * 9)'],
    ['width', '-5px'],
    ['height', '100vh'],
    ['paddingAll', '1px;position:fixed'],
    ['cornerRadius', '1e9px'],
    ['borderWidth', '999999999px'],
    ['offsetTop', 'attr(x)'],
    ['justifyContent', 'inherit;color:red'],
    ['spacing', '__proto__'],
    ['paddingAll', 'constructor'],
  ])('takes no CSS from %s: %s', async (key, value) => {
    const inner = {
      type: 'box',
      layout: 'vertical',
      contents: [
        { type: 'text', text: 'a' },
        { type: 'text', text: 'b' },
      ],
    };
    await drawAlone(page, JSON.stringify(bubble([inner])));
    const clean = await alone();
    await drawAlone(page, JSON.stringify(bubble([{ ...inner, [key]: value }])));
    expect(await alone()).toBe(clean);
  });

  it('takes no CSS from a gradient whose parts are not all well formed', async () => {
    const background = {
      type: 'linearGradient',
      angle: '90deg',
      startColor: '#000000',
      endColor: '#ffffff), url(https://evil.example/x',
    };
    await drawAlone(page, JSON.stringify(bubble([], { background })));
    expect(await styleOf(page, '#alone .fx-box', 'backgroundImage')).toBe('none');
  });

  it.each([
    ['boxes 10,000 deep', `${'{"type":"box","layout":"vertical","contents":['.repeat(10_000)}${']}'.repeat(10_000)}`],
    [
      'rows and columns 10,000 deep',
      `${'{"type":"box","layout":"horizontal","contents":[{"type":"box","layout":"vertical","contents":['.repeat(5000)}${']}]}'.repeat(5000)}`,
    ],
    [
      '50,000 texts',
      `{"type":"box","layout":"vertical","contents":[${Array(50_000).fill('{"type":"text","text":"a"}').join(',')}]}`,
    ],
  ])('draws a bounded part of %s, soon', async (_name, body) => {
    const started = performance.now();
    await drawAlone(page, `{"type":"bubble","body":${body}}`);
    const height = await page.locator('#alone').evaluate((node) => node.getBoundingClientRect().height);
    expect(height).toBeGreaterThan(0);
    expect(await page.locator('#alone *').count()).toBeLessThan(7000);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it.each([
    'null',
    '5',
    '"bubble"',
    '[]',
    '{}',
    '{"type":"bubble"}',
    '{"type":"bubble","body":[]}',
    '{"type":"bubble","size":"__proto__","body":{"type":"box","layout":"toString","contents":{"0":1}}}',
    '{"type":"carousel","contents":[null,7,"x",{"type":"bubble","body":{"type":"box","layout":"vertical","contents":[null,[],{"type":"hasOwnProperty"}]}}]}',
    '{"__proto__":{"type":"bubble"},"constructor":{"prototype":{"hacked":1}},"type":"bubble","body":{"type":"box","layout":"vertical","contents":[{"__proto__":{"type":"text","text":"x"}}]}}',
    '{"type":"bubble","body":{"type":"box","layout":"vertical","flex":1e309,"contents":[{"type":"text","text":5,"flex":-1,"maxLines":1e12,"wrap":true},{"type":"image","url":{},"aspectRatio":"0:0"},{"type":"button"}]}}',
  ])('survives %s', async (json) => {
    await drawAlone(page, json);
    expect(await page.locator('#alone .flex').count()).toBe(1);
    expect(await page.evaluate('({}).hacked')).toBeUndefined();
  });

  it('opens no address but http, https, tel and line', async () => {
    const opened: string[] = [];
    page.context().on('page', (popup) => opened.push(popup.url()));
    fixture.add('citizen', {
      message: {
        type: 'flex',
        altText: MARKUP,
        contents: bubble([{ type: 'button', action: { type: 'uri', label: 'ไป', uri: 'javascript:window.hacked=1' } }]),
      },
    });
    await page.getByRole('button', { name: 'ไป', exact: true }).click();
    await page.locator('#toast').getByText('เปิดลิงก์นี้ไม่ได้').waitFor();
    expect(opened).toEqual([]);
    expect(await hacked()).toBeUndefined();
  });

  it('shows a whole chat of broken entries and stays usable', async () => {
    const deep = `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`;
    const odd = [
      null,
      5,
      'x',
      [],
      { type: 'toString' },
      { type: 'text', text: MARKUP },
      { type: 'template', template: { type: 'carousel', columns: [null, { actions: 'x' }] } },
    ];
    for (const message of odd) fixture.add('citizen', { message });
    fixture.add('citizen', {
      message: { type: 'imagemap', baseUrl: 'javascript:x', baseSize: { width: -1 }, actions: [{ area: { x: 'a' } }] },
    });
    fixture.add('citizen', { message: { type: 'text', text: 'ลึก' }, event: JSON.parse(deep) as unknown });
    fixture.add('citizen', {
      message: { type: 'text', text: 'ปลายทาง', quickReply: { items: [null, { action: { label: MARKUP } }] } },
    });
    await page.locator('#log').getByText('ปลายทาง').waitFor();
    expect(await hacked()).toBeUndefined();
  });
});
