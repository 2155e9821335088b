import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startEmulator } from '../../src/emulator/emulator.ts';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { plainPng } from '../../src/emulator/world/plain-png.ts';
import { describeInBrowser, launchChromium } from './chromium.ts';
import { openPhone } from './phone-page.ts';
import { flexMessage, scoreCard } from './sample-cards.ts';

interface LineEvent {
  type: string;
  replyToken?: string;
  message?: { text?: string };
  postback?: { data: string };
}

const TOKEN = 'a-channel-access-token';

describeInBrowser('the phone screen of the real emulator', () => {
  let browser: Browser;
  let emulator: Emulator;
  let bot: Server;
  let page: Page;
  let problems: string[];
  let status = 200;
  let events: LineEvent[] = [];

  const call = async (path: string, body: object | Uint8Array, type = 'application/json'): Promise<unknown> => {
    const bytes = body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body);
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': type };
    const response = await fetch(emulator.url + path, { method: 'POST', headers, body: bytes });
    expect([path, response.status, response.ok ? '' : await response.text()]).toEqual([path, expect.any(Number), '']);
    return response.json();
  };

  /** A bot that answers a text with the score card and a tap with what was tapped. */
  const answer = async (event: LineEvent): Promise<void> => {
    events.push(event);
    if (event.replyToken === undefined) return;
    const item = { type: 'action', action: { type: 'message', label: 'ถามอีก', text: 'อีก' } };
    const message =
      event.type === 'postback'
        ? { type: 'text', text: `แตะ ${event.postback?.data}`, quickReply: { items: [item] } }
        : flexMessage(scoreCard, 'คะแนนรวม 97.02 ระดับ AA');
    await call('/v2/bot/message/reply', { replyToken: event.replyToken, messages: [message] });
  };

  beforeAll(async () => {
    bot = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => (text += String(chunk)));
      request.on('end', () => {
        response.writeHead(status).end();
        if (status === 200)
          for (const event of (JSON.parse(text) as { events: LineEvent[] }).events) void answer(event);
      });
    }).listen(0, '127.0.0.1');
    await once(bot, 'listening');
    emulator = await startEmulator({
      port: 0,
      webhookUrl: `http://127.0.0.1:${(bot.address() as AddressInfo).port}/webhook`,
      channelSecret: 'a-channel-secret',
      channelAccessToken: TOKEN,
      clock: () => new Date(),
      newId: randomUUID,
      redeliverAfterMs: [10],
    });
    browser = await launchChromium();
  });
  beforeEach(async () => {
    emulator.reset();
    [status, events] = [200, []];
    ({ page, problems } = await openPhone(browser, { url: `${emulator.url}/phone/` }));
    return async () => {
      expect(problems).toEqual([]);
      await page.context().close();
    };
  });
  afterAll(async () => {
    await browser?.close();
    await emulator?.close();
    bot?.closeAllConnections();
    bot?.close();
  });

  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const log = (): ReturnType<Page['locator']> => page.locator('#log');

  it('asks, sees the card and its altText, taps a button and asks on with a quick reply', async () => {
    await press('คะแนนรวมเท่าไหร่');
    await page.locator('#banner').getByText('คะแนนรวม 97.02 ระดับ AA').waitFor();
    await press('ดูจุดที่ควรปรับปรุง');
    await log().getByText('แตะ weaknesses').waitFor();
    await press('ถามอีก');
    await expect
      .poll(() => events.map((event) => event.message?.text ?? event.postback?.data))
      .toEqual(['คะแนนรวมเท่าไหร่', 'weaknesses', 'อีก']);
    expect(await page.locator('#quick button').count()).toBe(0);
  });

  it('sends every kind of message a person can send', async () => {
    await press('แนบสิ่งอื่น');
    for (const name of ['สติกเกอร์', 'รูปภาพ', 'เสียง', 'ตำแหน่งที่ตั้ง']) await press(name);
    await press('ส่ง');
    await expect.poll(() => events.length).toBe(4);
    await expect.poll(() => log().locator('.entry-out').count()).toBe(4);
    await expect.poll(() => page.evaluate(`document.querySelector('.photo img').naturalWidth > 0`)).toBe(true);
  });

  it('shows a webhook that failed, and delivers it again by hand', async () => {
    status = 503;
    await press('คะแนนรวมเท่าไหร่');
    await log().getByText('ส่งถึงแชตบอตไม่สำเร็จ: ตอบกลับด้วยรหัส 503').waitFor();
    status = 200;
    await press('ส่งเหตุการณ์นี้อีกครั้ง');
    await page.getByRole('group', { name: 'คะแนนรวม 97.02 ระดับ AA' }).waitFor();
  });

  it('follows, unfollows, takes part in a group and takes a message back', async () => {
    await press('เลิกติดตาม');
    await press('ติดตาม');
    await page.getByRole('button', { name: 'เลิกติดตาม' }).waitFor();
    await page.locator('.chat-row').filter({ hasText: 'กลุ่ม' }).click();
    await page.getByLabel('ผู้พูดในกลุ่ม').selectOption({ label: 'พูดในนาม เจ้าหน้าที่' });
    await page.getByLabel('พิมพ์ข้อความ').fill('สวัสดีทุกคน');
    await page.keyboard.press('Enter');
    await log().locator('.sender').getByText('เจ้าหน้าที่').waitFor();
    await log().locator('.entry-out').getByRole('button').click();
    await press('ยกเลิกข้อความ');
    await expect.poll(() => events.map((event) => event.type)).toEqual(['unfollow', 'follow', 'message', 'unsend']);
    expect(await log().getByText('สวัสดีทุกคน').count()).toBe(0);
  });

  it('notifies of a push to somebody else and counts the quota', async () => {
    const messages = [{ type: 'text', text: 'สรุปประจำเดือน' }];
    await call('/v2/bot/message/push', { to: emulator.persona('staff').lineId, messages });
    await page.locator('#banner').getByText('เจ้าหน้าที่').waitFor();
    await page.locator('.chat-row').getByRole('img', { name: 'ยังไม่ได้อ่าน 1 ข้อความ' }).waitFor();
    await page.getByText('โควตาและการส่งซ้ำ').click();
    await page.getByText('ใช้ไป 1 จาก 300 ข้อความ').waitFor();
  });

  it('shows the loading dots', async () => {
    await call('/v2/bot/chat/loading/start', { chatId: emulator.persona('citizen').lineId, loadingSeconds: 20 });
    await page.locator('.loading').waitFor();
  });

  it('shows a rich menu, does its areas and switches to another', async () => {
    const size = { width: 1200, height: 405 };
    const bounds = { x: 0, y: 0, ...size };
    const make = async (chatBarText: string, action: object, alias: string): Promise<string> => {
      const menu = { size, selected: true, name: chatBarText, chatBarText, areas: [{ bounds, action }] };
      const { richMenuId } = (await call('/v2/bot/richmenu', menu)) as { richMenuId: string };
      await call(`/v2/bot/richmenu/${richMenuId}/content`, plainPng(1200, 405, [11, 107, 87]), 'image/png');
      await call('/v2/bot/richmenu/alias', { richMenuAliasId: alias, richMenuId });
      return richMenuId;
    };
    const toSecond = { type: 'richmenuswitch', label: 'ไปเมนูสอง', richMenuAliasId: 'second', data: 'switched' };
    const first = await make('เมนูแรก', toSecond, 'first');
    await make('เมนูสอง', { type: 'message', label: 'คะแนน', text: 'คะแนนรวม' }, 'second');
    await call(`/v2/bot/user/all/richmenu/${first}`, {});
    await page.getByRole('button', { name: 'เมนูแรก' }).waitFor();
    await press('ไปเมนูสอง');
    await press('คะแนน');
    await expect
      .poll(() => events.map((event) => event.postback?.data ?? event.message?.text))
      .toEqual(['switched', 'คะแนนรวม']);
    expect(await page.evaluate(`document.querySelector('.rich-menu-picture img').naturalWidth`)).toBe(1200);
  });

  it('sets a fault that the next call runs into', async () => {
    await page.getByText('จำลองความผิดพลาด').click();
    await page.getByLabel('คำสั่ง').selectOption('push');
    await page.getByLabel('อาการ').selectOption('500');
    await press('เพิ่มความผิดพลาด');
    await page.getByText('push: ตอบ 500 · อีก 1 ครั้ง').waitFor();
    expect(emulator.faults.list()).toEqual([{ operation: 'push', kind: '500', times: 1, delayMs: 0 }]);
    await press('ล้างทั้งหมด');
    await expect.poll(() => emulator.faults.list()).toEqual([]);
  });
});
