import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser, launchChromium } from './chromium.ts';
import type { PhoneFixture } from './phone-fixture.ts';
import { emptyState, startPhoneFixture } from './phone-fixture.ts';
import { openPhone, reopen } from './phone-page.ts';
import { flexMessage, pictureCard, scoreCard } from './sample-cards.ts';

const say = (text: string): object => ({ type: 'text', text });
const withQuickReplies = (text: string, ...labels: string[]): object => ({
  type: 'text',
  text,
  quickReply: {
    items: labels.map((label) => ({ type: 'action', action: { type: 'message', label, text: `ขอ${label}` } })),
  },
});
const card = (action: object): object =>
  flexMessage(
    {
      type: 'bubble',
      body: { type: 'box', layout: 'vertical', contents: [{ type: 'button', action: { label: 'กด', ...action } }] },
    },
    'การ์ด',
  );

describeInBrowser('the phone screen', () => {
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
    fixture.calls = [];
    fixture.refuse = null;
    await reopen(page, fixture);
    return () => expect(problems).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await fixture?.close();
  });

  const calls = (): Promise<unknown[]> => Promise.resolve(fixture.calls.map(({ path, body }) => [path, body]));
  const log = (): ReturnType<Page['locator']> => page.locator('#log');
  const box = (): ReturnType<Page['locator']> => page.getByLabel('พิมพ์ข้อความ');
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

  it('sends a typed text with Enter, and a new line with Shift+Enter', async () => {
    await box().fill('สวัสดี');
    await box().press('Shift+Enter');
    await box().pressSequentially('ครับ');
    await box().press('Enter');
    await expect.poll(calls).toEqual([['/chats/citizen/text', { text: 'สวัสดี\nครับ' }]]);
    expect(await box().inputValue()).toBe('');
  });

  it('does not send while an input method is composing', async () => {
    await box().fill('สวัส');
    for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
      await box().dispatchEvent('keydown', { key: 'Enter', bubbles: true, ...init });
    }
    await press('ส่งข้อความ');
    await expect.poll(calls).toHaveLength(1);
  });

  it('keeps the text and says why when it could not be sent', async () => {
    fixture.refuse = { status: 409, message: 'แชตนี้ถูกบล็อก' };
    await box().fill('สวัสดี');
    await box().press('Enter');
    await page.locator('#toast').getByText('แชตนี้ถูกบล็อก').waitFor();
    expect(await box().inputValue()).toBe('สวัสดี');
  });

  it('offers three things to ask in an empty chat and sends the one tapped', async () => {
    await press('จุดอ่อนของเราคืออะไร');
    await expect.poll(calls).toEqual([['/chats/citizen/text', { text: 'จุดอ่อนของเราคืออะไร' }]]);
    fixture.add('citizen', { kind: 'out', from: 'citizen', message: say('จุดอ่อนของเราคืออะไร') });
    await page.locator('.hints').waitFor({ state: 'detached' });
  });

  it('shows an answer with its time, names the card by its altText and notifies with it', async () => {
    fixture.add('citizen', {
      message: flexMessage(scoreCard, 'คะแนนรวม 97.02'),
      notification: 'คะแนนรวม 97.02',
      via: 'reply',
    });
    const shown = page.getByRole('group', { name: 'คะแนนรวม 97.02' });
    await shown.getByText('97.02', { exact: true }).waitFor();
    await log().getByText('17:15').waitFor();
    const banner = page.locator('#banner');
    expect(await banner.innerText()).toContain('คะแนนรวม 97.02');
    expect(await banner.innerText()).toContain('อบต. ตัวอย่าง');
    expect(await page.locator('#panel .details').innerText()).toContain('altText: คะแนนรวม 97.02');
  });

  it('stays at the end when a question and its answer with quick replies come in one moment', async () => {
    for (let round = 1; round <= 4; round++) {
      fixture.add('citizen', { kind: 'out', from: 'citizen', message: say('ถาม') });
      fixture.add('citizen', { message: withQuickReplies(`ตอบ ${round}${'\nยาว'.repeat(20)}`, 'ต่อ') });
      await log().getByText(`ตอบ ${round}`).waitFor();
    }
    const left = () => log().evaluate((node) => node.scrollHeight - node.scrollTop - node.clientHeight);
    await expect.poll(left).toBeLessThan(2);
  });

  it('counts what is unread in another chat until it is opened', async () => {
    fixture.add('staff', { message: say('หนึ่ง'), via: 'push' });
    fixture.add('staff', { message: say('สอง'), via: 'push' });
    const staff = page.locator('.chat-row').filter({ hasText: 'เจ้าหน้าที่' });
    await staff.getByRole('img', { name: 'ยังไม่ได้อ่าน 2 ข้อความ' }).waitFor();
    expect(await staff.innerText()).toContain('สอง');
    await staff.click();
    await log().getByText('หนึ่ง').waitFor();
    expect(await staff.locator('.unread').count()).toBe(0);
    expect(await page.locator('.chat-row[aria-current]').innerText()).toContain('เจ้าหน้าที่');
  });

  it('shows the quick replies of the last message only, and drops them when one is tapped', async () => {
    fixture.add('citizen', { message: withQuickReplies('แรก', 'เก่า') });
    fixture.add('citizen', { message: withQuickReplies('หลัง', 'คะแนน', 'ติดต่อ') });
    await page.locator('#quick').getByText('คะแนน').waitFor();
    expect(await page.locator('#quick button').allInnerTexts()).toEqual(['คะแนน', 'ติดต่อ']);
    await page.locator('#quick').getByText('คะแนน').click();
    await expect.poll(calls).toEqual([['/chats/citizen/text', { text: 'ขอคะแนน' }]]);
    expect(await page.locator('#quick button').count()).toBe(0);
  });

  it('drops the quick replies when anything new is said', async () => {
    fixture.add('citizen', { message: withQuickReplies('ถาม', 'คะแนน') });
    await page.locator('#quick').getByText('คะแนน').waitFor();
    fixture.add('citizen', { kind: 'out', from: 'citizen', message: say('อย่างอื่น') });
    await page.locator('#quick button').waitFor({ state: 'detached' });
  });

  it.each([
    ['a message', { type: 'message', text: 'สวัสดี' }, ['/chats/citizen/text', { text: 'สวัสดี' }]],
    ['a postback', { type: 'postback', data: 'a=1' }, ['/chats/citizen/postback', { data: 'a=1' }]],
    [
      'a postback with a text to show',
      { type: 'postback', data: 'a=1', displayText: 'ดู' },
      ['/chats/citizen/postback', { data: 'a=1', displayText: 'ดู' }],
    ],
    ['the camera', { type: 'camera' }, ['/chats/citizen/image', {}]],
    [
      'another rich menu',
      { type: 'richmenuswitch', richMenuAliasId: 'second', data: 'b' },
      ['/chats/citizen/postback', { data: 'b', richMenuAliasId: 'second' }],
    ],
  ])('does a button that asks for %s', async (_name, action, call) => {
    fixture.add('citizen', { message: card(action) });
    await press('กด');
    await expect.poll(calls).toEqual([call]);
  });

  it('opens the keyboard with the text a postback fills in', async () => {
    fixture.add('citizen', {
      message: card({ type: 'postback', data: 'a', inputOption: 'openKeyboard', fillInText: 'เรื่อง: ' }),
    });
    await press('กด');
    await expect.poll(() => box().inputValue()).toBe('เรื่อง: ');
    expect(await page.evaluate('document.activeElement.id')).toBe('text');
  });

  it.each([
    ['date', 'date', '2025-11-22', '2025-12-01', { date: '2025-12-01' }],
    ['time', 'time', '08:30', '13:45', { time: '13:45' }],
    ['datetime', 'datetime-local', '2025-11-22t08:30', '2025-12-01T09:00', { datetime: '2025-12-01T09:00' }],
  ])('asks for a %s and sends it as postback parameters', async (mode, type, initial, chosen, params) => {
    fixture.add('citizen', { message: card({ type: 'datetimepicker', data: 'when', mode, initial }) });
    await press('กด');
    const input = page.locator(`dialog input[type=${type}]`);
    expect(await input.inputValue()).toBe(initial.replace('t', 'T'));
    await input.fill(chosen);
    await press('ส่ง');
    await expect.poll(calls).toEqual([['/chats/citizen/postback', { data: 'when', params }]]);
  });

  it('does not take a date outside the limits, and sends nothing when the picker is put away', async () => {
    fixture.add('citizen', { message: flexMessage(pictureCard, 'การ์ด') });
    await press('เลือกวัน');
    await page.locator('dialog input').fill('2026-05-05');
    await press('ส่ง');
    expect(await page.locator('dialog input:out-of-range').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await calls()).toEqual([]);
  });

  it('opens an address in a new tab that knows nothing of this one, and shows it', async () => {
    fixture.add('citizen', { message: card({ type: 'uri', uri: 'https://example.go.th/ita' }) });
    const popup = page.context().waitForEvent('page');
    await press('กด');
    const opened = await popup;
    expect(await opened.evaluate('window.opener')).toBeNull();
    await page.locator('#toast').getByText('https://example.go.th/ita').waitFor();
  });

  it('copies what a clipboard button holds', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    fixture.add('citizen', { message: card({ type: 'clipboard', clipboardText: 'ABC-123' }) });
    await press('กด');
    await page.locator('#toast').getByText('คัดลอกแล้ว: ABC-123').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('ABC-123');
  });

  it.each([
    ['สติกเกอร์', '/chats/citizen/sticker'],
    ['รูปภาพ', '/chats/citizen/image'],
    ['เสียง', '/chats/citizen/audio'],
  ])('sends %s from the attachments', async (name, path) => {
    await press('แนบสิ่งอื่น');
    await press(name);
    await expect.poll(async () => fixture.calls.map((call) => call.path)).toEqual([path]);
  });

  it('sends a place', async () => {
    await press('แนบสิ่งอื่น');
    await press('ตำแหน่งที่ตั้ง');
    await page.getByLabel('ชื่อสถานที่').fill('ศาลากลาง');
    await press('ส่ง');
    const place = { title: 'ศาลากลาง', latitude: 13.7567, longitude: 100.5018 };
    await expect.poll(calls).toMatchObject([['/chats/citizen/location', place]]);
  });

  it('lets a chosen person speak in a group', async () => {
    await page.locator('.chat-row').filter({ hasText: 'กลุ่ม' }).click();
    await page.getByLabel('ผู้พูดในกลุ่ม').selectOption('staff');
    await box().fill('ถามหน่อย');
    await box().press('Enter');
    await expect.poll(calls).toEqual([['/chats/group/text', { text: 'ถามหน่อย', as: 'staff' }]]);
    fixture.add('group', { kind: 'out', from: 'staff', message: say('ถามหน่อย') });
    await log().locator('.sender').getByText('เจ้าหน้าที่').waitFor();
  });

  it('follows and unfollows, joins and leaves', async () => {
    await press('เลิกติดตาม');
    await expect.poll(calls).toEqual([['/chats/citizen/unfollow', {}]]);
    fixture.state.personas = fixture.state.personas.map((persona) => ({ ...persona, friend: false }));
    fixture.tell({ type: 'state' });
    await press('ติดตาม');
    await page.locator('.chat-row').filter({ hasText: 'กลุ่ม' }).click();
    await press('เชิญเข้ากลุ่ม');
    await expect
      .poll(async () => fixture.calls.map((call) => call.path))
      .toEqual(['/chats/citizen/unfollow', '/chats/citizen/follow', '/chats/group/join']);
  });

  it('takes back, changes and redelivers a message from its menu', async () => {
    await page.locator('.chat-row').filter({ hasText: 'กลุ่ม' }).click();
    const { seq } = fixture.add('group', {
      kind: 'out',
      from: 'citizen',
      messageId: '77',
      message: say('ผิด'),
      event: { type: 'message' },
    });
    const menu = (): Promise<void> => press('ตัวเลือกของข้อความนี้');
    await menu();
    await press('แก้ไขข้อความ');
    await page.getByRole('textbox', { name: 'ข้อความ', exact: true }).fill('ถูก');
    await press('บันทึก');
    await menu();
    await press('ยกเลิกข้อความ');
    await menu();
    await press('ส่งเหตุการณ์นี้ให้แชตบอตอีกครั้ง');
    await expect.poll(calls).toEqual([
      ['/chats/group/edit', { messageId: '77', text: 'ถูก' }],
      ['/chats/group/unsend', { messageId: '77' }],
      ['/chats/group/redeliver', { seq }],
    ]);
  });

  it('replaces an entry that was changed', async () => {
    const entry = fixture.add('citizen', { kind: 'out', from: 'citizen', messageId: '1', message: say('ก่อน') });
    await log().getByText('ก่อน').waitFor();
    fixture.tell({ type: 'update', chat: 'citizen', entry: { ...entry, message: say('หลัง') } });
    await log().getByText('หลัง').waitFor();
    expect(await log().getByText('ก่อน').count()).toBe(0);
  });

  it.each([
    [{ status: 503, ms: 12.4, attempts: 2 }, 'ส่งถึงแชตบอตไม่สำเร็จ: ตอบกลับด้วยรหัส 503 · 12 มิลลิวินาที · ส่ง 2 ครั้ง'],
    [{ status: null, ms: 2000, attempts: 1, error: 'หมดเวลา' }, 'ส่งถึงแชตบอตไม่สำเร็จ: หมดเวลา · 2000 มิลลิวินาที'],
  ])('says in Thai that a delivery failed', async (delivery, words) => {
    fixture.add('citizen', { kind: 'out', from: 'citizen', message: say('ถาม'), delivery });
    await log().getByText(words).waitFor();
  });

  it('opens a rich menu that is selected, does its areas and closes by its bar', async () => {
    const areas = [
      { bounds: { x: 0, y: 0, width: 1250, height: 1686 }, action: { type: 'message', label: 'คะแนน', text: 'คะแนน' } },
    ];
    const menu = {
      richMenuId: 'r',
      name: 'm',
      chatBarText: 'เมนูหลัก',
      size: { width: 2500, height: 1686 },
      areas,
      imageUrl: '/phone/none.png',
      selected: true,
    };
    fixture.state.richMenus = { citizen: menu };
    fixture.tell({ type: 'state' });
    await press('คะแนน');
    await expect.poll(calls).toEqual([['/chats/citizen/text', { text: 'คะแนน' }]]);
    // On a low screen, too, it has the shape of its picture.
    await page.setViewportSize({ width: 1280, height: 420 });
    const { width, height } = (await page.locator('.rich-menu-picture').boundingBox()) ?? { width: 0, height: 1 };
    expect(width / height).toBeCloseTo(2500 / 1686, 2);
    await page.setViewportSize({ width: 1280, height: 800 });
    await press('เมนูหลัก');
    expect(await page.getByRole('button', { name: 'คะแนน', exact: true }).count()).toBe(0);
  });

  it('shows the loading dots until the account answers', async () => {
    fixture.add('citizen', { kind: 'system', from: 'bot', at: new Date().toISOString(), loadingSeconds: 20 });
    await page.locator('.loading').waitFor();
    fixture.add('citizen', { message: say('มาแล้ว') });
    await page.locator('.loading').waitFor({ state: 'detached' });
  });

  it('changes the settings and the faults of the platform', async () => {
    await page.getByText('โควตาและการส่งซ้ำ').click();
    await page.getByText('ใช้ไป 12 จาก 300 ข้อความ').waitFor();
    await page.getByLabel('ส่งใหม่เมื่อแชตบอตตอบไม่สำเร็จ (redelivery)').check();
    await page.getByLabel('ส่งซ้ำทุกเหตุการณ์อีก (ครั้ง)').fill('3');
    await page.getByLabel('ส่งซ้ำทุกเหตุการณ์อีก (ครั้ง)').press('Tab');
    await page.getByText('จำลองความผิดพลาด').click();
    await page.getByLabel('คำสั่ง').selectOption('push');
    await page.getByLabel('อาการ').selectOption('hang');
    await press('เพิ่มความผิดพลาด');
    await expect.poll(calls).toEqual([
      ['/settings', { redelivery: true }],
      ['/settings', { duplicates: 3 }],
      ['/faults', { operation: 'push', kind: 'hang', times: 1, delayMs: 0 }],
    ]);
  });
});
