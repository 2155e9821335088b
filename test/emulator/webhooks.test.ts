import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ActError } from '../../src/emulator/acts/act-error.ts';
import { type Platform, START, startPlatform } from './platform.ts';

let line: Platform;
beforeEach(async () => {
  line = await startPlatform();
});
afterEach(() => line.close());

const common = {
  mode: 'active',
  timestamp: START,
  webhookEventId: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  deliveryContext: { isRedelivery: false },
};
const token = expect.stringMatching(/^[0-9a-f]{32}$/);
const id = expect.stringMatching(/^\d{18,}$/);
const lastMessage = (chat: string) => String(line.emulator.chat(chat).findLast((it) => it.messageId)?.messageId);

type Do = (it: Platform) => Promise<unknown>;
const sent: readonly (readonly [string, Do, string, object, boolean])[] = [
  [
    'text',
    (it) => it.emulator.sendText('citizen', 'ก'),
    'message',
    { message: { type: 'text', id, text: 'ก', quoteToken: token, markAsReadToken: token } },
    true,
  ],
  [
    'a sticker',
    (it) => it.emulator.sendSticker('citizen'),
    'message',
    {
      message: {
        type: 'sticker',
        id,
        packageId: '446',
        stickerId: '1988',
        stickerResourceType: 'STATIC',
        quoteToken: token,
      },
    },
    true,
  ],
  [
    'an image',
    (it) => it.emulator.sendImage('citizen'),
    'message',
    { message: { type: 'image', id, contentProvider: { type: 'line' } } },
    true,
  ],
  [
    'a sound',
    (it) => it.emulator.sendAudio('citizen'),
    'message',
    { message: { type: 'audio', id, duration: 1000 } },
    true,
  ],
  [
    'a place',
    (it) => it.emulator.sendLocation('citizen', { latitude: 13.6, longitude: 100.7 }),
    'message',
    { message: { type: 'location', id, latitude: 13.6, longitude: 100.7 } },
    true,
  ],
  [
    'a postback',
    (it) => it.emulator.postback('citizen', { data: 'a=1' }),
    'postback',
    { postback: { data: 'a=1' } },
    true,
  ],
  [
    'a date',
    (it) => it.emulator.postback('citizen', { data: 'd', params: { date: '2026-11-15' } }),
    'postback',
    { postback: { data: 'd', params: { date: '2026-11-15' } } },
    true,
  ],
  ['unfollow', (it) => it.emulator.unfollow('citizen'), 'unfollow', {}, false],
];

describe('a webhook', () => {
  it.each(sent)('tells %s', async (_, act, type, more, replyable) => {
    await act(line);
    expect(line.bot.received).toHaveLength(1);
    expect(line.bot.received[0]).toMatchObject({ signed: true, destination: line.emulator.bot.userId });
    const [event] = line.bot.events();
    expect(event).toMatchObject({ ...common, type, ...more, source: { type: 'user', userId: line.citizen } });
    expect('replyToken' in (event ?? {})).toBe(replyable);
  });

  it('tells following, and whether it was unblocking', async () => {
    await line.emulator.unfollow('citizen');
    await line.emulator.follow('citizen');
    expect(line.bot.events().at(-1)).toMatchObject({
      type: 'follow',
      follow: { isUnblocked: true },
      replyToken: token,
    });
    const { id: stranger } = line.emulator.addPersona('user', 'คนใหม่');
    await line.emulator.follow(stranger);
    expect(line.bot.events().at(-1)).toMatchObject({ type: 'follow', follow: { isUnblocked: false } });
  });

  it('tells what happens in a group, and by whom', async () => {
    const source = { type: 'group', groupId: line.group };
    await line.emulator.sendText('group', 'ก', 'staff');
    expect(line.bot.events().at(-1)).toMatchObject({ source: { ...source, userId: line.staff } });
    await line.emulator.edit('group', lastMessage('group'), 'ข');
    const edited = { type: 'messageEdited', message: { type: 'text', id: lastMessage('group'), text: 'ข' } };
    expect(line.bot.events().at(-1)).toMatchObject({ ...edited, replyToken: token });
    expect(line.bot.events().at(-1)?.['message']).not.toHaveProperty('markAsReadToken');
    await line.emulator.unsend('group', lastMessage('group'));
    expect(line.bot.events().at(-1)).toMatchObject({ type: 'unsend', source: { ...source, userId: line.staff } });
    await line.emulator.leave('group');
    expect(line.bot.events().at(-1)).toMatchObject({ type: 'leave', source });
    expect(line.bot.events().at(-1)).not.toHaveProperty('replyToken');
    await line.emulator.join('group');
    expect(line.bot.events().at(-1)).toMatchObject({ type: 'join', source, replyToken: token });
    const newcomer = line.emulator.addPersona('user', 'คนใหม่');
    await line.emulator.join('group', newcomer.id);
    expect(line.bot.events().at(-1)).toMatchObject({
      type: 'memberJoined',
      joined: { members: [{ type: 'user', userId: newcomer.lineId }] },
      replyToken: token,
    });
  });

  it('escapes some emoji, and is signed as it is sent', async () => {
    await line.emulator.sendText('citizen', '🤨 😀');
    const [received] = line.bot.received;
    expect(received?.raw).toContain(String.raw`\uD83E\uDD28 😀`);
    expect(received?.signed).toBe(true);
    expect(received?.events).toMatchObject([{ message: { text: '🤨 😀' } }]);
  });

  it('has ids that sort by time and are never the same', async () => {
    for (let i = 0; i < 20; i += 1) {
      line.advance(1);
      await line.emulator.sendText('citizen', `${i}`);
    }
    const ids = line.bot.events().map((it) => String(it['webhookEventId']));
    expect(new Set(ids).size).toBe(20);
    expect(ids.toSorted()).toEqual(ids);
  });
});

describe('delivery', () => {
  const delivery = (chat: string) => line.emulator.chat(chat)[0]?.delivery;

  it('is recorded beside what was sent', async () => {
    expect(await line.emulator.sendText('citizen', 'ก')).toMatchObject({ status: 200, attempts: 1 });
    expect(delivery('citizen')).toMatchObject({ status: 200, attempts: 1 });
    expect(delivery('citizen')).not.toHaveProperty('error');
  });

  it.each([500, 404, 302])('fails with a bot that answers %d', async (status) => {
    line.bot.answer = () => status;
    const error = `ERROR_STATUS_CODE: ${status}`;
    expect(await line.emulator.sendText('citizen', 'ก')).toMatchObject({ status, error, attempts: 1 });
    expect(line.bot.received).toHaveLength(1);
  });

  it('fails with a bot that never answers', async () => {
    const hasty = await startPlatform({ webhookTimeoutMs: 50 });
    hasty.bot.answer = () => null;
    expect(await hasty.emulator.sendText('citizen', 'ก')).toMatchObject({
      status: null,
      error: 'REQUEST_TIMEOUT: no answer within 50 ms',
    });
    await hasty.close();
  });

  it('fails with no bot there', async () => {
    line.emulator.setWebhookUrl('http://127.0.0.1:1/webhook');
    const failed = await line.emulator.sendText('citizen', 'ก');
    expect(failed.status).toBeNull();
    expect(failed.error).toMatch(/^COULD_NOT_CONNECT/);
  });

  it('is repeated after a failure when redelivery is on, as the same event', async () => {
    line.emulator.settings.redelivery = true;
    line.bot.answer = () => (line.bot.received.length < 3 ? 503 : 200);
    expect(await line.emulator.sendText('citizen', 'ก')).toMatchObject({ status: 200, attempts: 3 });
    const [first, second, third] = line.bot.events();
    expect([first, second, third].map((it) => it?.['deliveryContext'])).toEqual([
      { isRedelivery: false },
      { isRedelivery: true },
      { isRedelivery: true },
    ]);
    expect(second).toEqual({ ...first, deliveryContext: { isRedelivery: true } });
    expect(third).toEqual(second);
  });

  it('ends after the last redelivery', async () => {
    line.emulator.settings.redelivery = true;
    line.bot.answer = () => 500;
    expect(await line.emulator.sendText('citizen', 'ก')).toMatchObject({ status: 500, attempts: 3 });
    expect(line.bot.received).toHaveLength(3);
  });

  it('comes in copies when asked for', async () => {
    line.emulator.settings.duplicates = 4;
    await line.emulator.sendText('citizen', 'ก');
    expect(line.bot.received).toHaveLength(5);
    expect(new Set(line.bot.received.map((it) => it.raw)).size).toBe(1);
  });

  it('is tested without events', async () => {
    const tested = await line.client.testWebhookEndpoint();
    expect(tested).toMatchObject({ success: true, statusCode: 200, reason: 'OK' });
    expect(line.bot.received).toMatchObject([{ signed: true, events: [] }]);
    line.bot.answer = () => 404;
    expect(await line.client.testWebhookEndpoint({})).toMatchObject({
      success: false,
      statusCode: 404,
      reason: 'ERROR_STATUS_CODE',
    });
    expect(await line.client.testWebhookEndpoint({ endpoint: 'http://127.0.0.1:1/x' })).toMatchObject({
      success: false,
      statusCode: 0,
      reason: 'COULD_NOT_CONNECT',
    });
  });
});

describe('what a persona cannot do', () => {
  const impossible: readonly (readonly [string, Do])[] = [
    [
      'write to an account one has blocked',
      async (it) => {
        await it.emulator.unfollow('citizen');
        await it.emulator.sendText('citizen', 'ก');
      },
    ],
    ['write nothing', (it) => it.emulator.sendText('citizen', '')],
    ['write more than 5,000', (it) => it.emulator.sendText('citizen', 'ก'.repeat(5001))],
    ['follow twice', (it) => it.emulator.follow('citizen')],
    ['follow as a group', (it) => it.emulator.follow('group')],
    [
      'edit in 1:1',
      async (it) => {
        await it.emulator.sendText('citizen', 'ก');
        await it.emulator.edit('citizen', lastMessage('citizen'), 'ข');
      },
    ],
    ['take back what was not sent', (it) => it.emulator.unsend('citizen', '1')],
    ['write in a group without being in it', (it) => it.emulator.sendText('group', 'ก', 'nobody')],
    [
      'write in a group the account is not in',
      async (it) => {
        await it.emulator.leave('group');
        await it.emulator.sendText('group', 'ก');
      },
    ],
    [
      'pick a date and a time at once',
      (it) => it.emulator.postback('citizen', { data: 'd', params: { date: '2026-11-15', time: '10:00' } }),
    ],
    ['be nobody', (it) => it.emulator.sendText('nobody', 'ก')],
  ];

  it.each(impossible)('%s', async (_, act) => {
    await expect(act(line)).rejects.toBeInstanceOf(ActError);
  });
});

describe('waiting for a reply', () => {
  const push = () => line.client.pushMessage({ to: line.citizen, messages: [{ type: 'text', text: 'ตอบ' }] });

  it('gives what came after the last thing the person did', async () => {
    await push();
    await line.emulator.sendText('citizen', 'ก');
    const waiting = line.emulator.waitForReply('citizen');
    await push();
    expect(await waiting).toMatchObject([{ kind: 'in', via: 'push' }]);
  });

  it('ends when nothing comes', async () => {
    await expect(line.emulator.waitForReply('citizen', { timeoutMs: 5 })).rejects.toThrow('0 of 1 messages arrived');
  });
});
