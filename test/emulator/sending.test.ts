import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hello, type Platform, refusal, startPlatform } from './platform.ts';

const KEY = '123e4567-e89b-42d3-a456-426614174000';
const UNKNOWN = `U${'0'.repeat(32)}`;
const DAY = 24 * 60 * 60 * 1000;

let line: Platform;
beforeEach(async () => {
  line = await startPlatform();
});
afterEach(() => line.close());

const push = (to: string, key?: string, text = 'ข่าว') =>
  line.client.pushMessage({ to, messages: [{ type: 'text', text }] }, key);

describe('reply', () => {
  const reply = (replyToken: string) => line.client.replyMessage({ replyToken, messages: [hello] });

  it('puts the messages into the chat of the event, for free', async () => {
    const { sentMessages } = await reply(await line.replyToken());
    expect(sentMessages).toEqual([{ id: expect.stringMatching(/^\d{18,}$/), quoteToken: expect.any(String) }]);
    expect(line.emulator.chat('citizen').at(-1)).toMatchObject({
      kind: 'in',
      via: 'reply',
      message: hello,
      notification: 'สวัสดี',
      messageId: sentMessages[0]?.id,
    });
    expect(line.emulator.quota.used()).toBe(0);
  });

  it('answers in the group the event came from', async () => {
    await line.emulator.sendText('group', 'ถาม', 'staff');
    await reply(String(line.bot.events()[0]?.['replyToken']));
    expect(line.emulator.sent('group')).toEqual([hello]);
    expect(line.emulator.sent('staff')).toEqual([]);
  });

  it('works once', async () => {
    const token = await line.replyToken();
    await reply(token);
    expect(await refusal(reply(token))).toMatchObject({ status: 400, body: { message: 'Invalid reply token' } });
  });

  it.each([
    [60_000, true],
    [60_001, false],
  ])('%d ms after the webhook: %s', async (ms, works) => {
    const token = await line.replyToken();
    line.advance(ms);
    await (works ? reply(token) : refusal(reply(token)));
    expect(line.emulator.sent('citizen')).toHaveLength(works ? 1 : 0);
  });

  it('works again for a minute after a redelivery, but not past 20 minutes', async () => {
    const token = await line.replyToken();
    const [entry] = line.emulator.chat('citizen');
    line.advance(19 * 60_000);
    expect((await refusal(reply(token))).status).toBe(400);
    await line.emulator.redeliver('citizen', entry?.seq ?? 0);
    line.advance(60_001);
    expect((await refusal(reply(token))).status).toBe(400);
    await line.emulator.redeliver('citizen', entry?.seq ?? 0);
    expect((await refusal(reply(token))).status).toBe(400);
  });

  it('works within a minute of a redelivery', async () => {
    const token = await line.replyToken();
    line.advance(10 * 60_000);
    await line.emulator.redeliver('citizen', line.emulator.chat('citizen')[0]?.seq ?? 0);
    line.advance(60_000);
    await reply(token);
  });

  it('keeps the token when the messages are refused', async () => {
    const token = await line.replyToken();
    const bad = await refusal(line.client.replyMessage({ replyToken: token, messages: [] }));
    expect(bad.body).toEqual({
      message: 'The request body has 1 error(s)',
      details: [{ message: 'Size must be between 1 and 5', property: 'messages' }],
    });
    await reply(token);
  });

  it('names a missing token as LINE does', async () => {
    expect((await refusal(reply(''))).body).toEqual({
      message: 'The request body has 1 error(s)',
      details: [{ message: 'May not be empty', property: 'replyToken' }],
    });
  });

  it('refuses a retry key', async () => {
    const response = await fetch(`${line.emulator.url}/v2/bot/message/reply`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer a-channel-access-token',
        'content-type': 'application/json',
        'x-line-retry-key': KEY,
      },
      body: JSON.stringify({ replyToken: await line.replyToken(), messages: [hello] }),
    });
    expect(response.status).toBe(400);
    expect(line.emulator.sent('citizen')).toEqual([]);
  });
});

describe('push', () => {
  it('reaches a friend and counts one', async () => {
    const { sentMessages } = await push(line.citizen);
    expect(sentMessages).toHaveLength(1);
    expect(line.emulator.sent('citizen')).toEqual([{ type: 'text', text: 'ข่าว' }]);
    expect(await line.client.getMessageQuotaConsumption()).toEqual({ totalUsage: 1 });
  });

  it('counts a group by its members', async () => {
    await push(line.group);
    expect(line.emulator.quota.used()).toBe(2);
    expect(line.emulator.sent('group')).toHaveLength(1);
  });

  it('shows no notification when it was sent silently', async () => {
    await line.client.pushMessage({ to: line.citizen, messages: [hello], notificationDisabled: true });
    expect(line.emulator.chat('citizen')[0]).not.toHaveProperty('notification');
  });

  it('answers 200 for a person who blocked the account, without delivery and without cost', async () => {
    await line.emulator.unfollow('citizen');
    expect((await push(line.citizen)).sentMessages).toHaveLength(1);
    expect(line.emulator.sent('citizen')).toEqual([]);
    expect(line.emulator.quota.used()).toBe(0);
  });

  it('reaches a stranger who wrote within seven days', async () => {
    const { id, lineId } = line.emulator.addPersona('user', 'คนผ่านทาง');
    await push(lineId);
    expect(line.emulator.sent(id)).toHaveLength(0);
    await line.emulator.sendText(id, 'ขอถาม');
    line.advance(7 * DAY);
    await push(lineId);
    expect(line.emulator.sent(id)).toHaveLength(1);
    line.advance(1);
    await push(lineId);
    expect(line.emulator.sent(id)).toHaveLength(1);
  });

  it.each([
    ['an unknown user', UNKNOWN, 'Failed to send messages'],
    ['an unknown group', `C${'0'.repeat(32)}`, 'Failed to send messages'],
    ['a LINE ID', '@agency', 'The property, to, in the request body is invalid (line: -, column: -)'],
  ])('refuses %s', async (_, to, message) => {
    expect(await refusal(push(to))).toMatchObject({ status: 400, body: { message } });
  });

  it('refuses a group the account has left', async () => {
    await line.emulator.leave('group');
    expect((await refusal(push(line.group))).body).toEqual({ message: 'Failed to send messages' });
  });

  it('sends none of the messages if one is wrong, and names it', async () => {
    const messages = [hello, { type: 'text' as const, text: 'ก'.repeat(5001) }];
    expect(await refusal(line.client.pushMessage({ to: line.citizen, messages }))).toMatchObject({
      status: 400,
      body: {
        message: 'The request body has 1 error(s)',
        details: [{ message: 'Length must be between 0 and 5000', property: 'messages[1].text' }],
      },
    });
    expect(line.emulator.sent('citizen')).toEqual([]);
    expect(line.emulator.quota.used()).toBe(0);
  });

  it('names what is wrong in a Flex container by its path in it', async () => {
    const contents = {
      type: 'bubble',
      body: { type: 'box', layout: 'vertical', contents: [{ type: 'text', text: '' }] },
    };
    const flex = { type: 'flex', altText: 'ผล', contents } as never;
    expect((await refusal(line.client.pushMessage({ to: line.citizen, messages: [hello, flex] }))).body).toEqual({
      message: 'A message (messages[1]) in the request body is invalid',
      details: [{ message: 'must be non-empty text', property: '/body/contents/0/text' }],
    });
  });
});

describe('multicast, broadcast and narrowcast', () => {
  const multicast = (to: string[], key?: string) => line.client.multicast({ to, messages: [hello] }, key);

  it('reaches each person once, however often named', async () => {
    await multicast([line.citizen, line.citizen, line.staff, UNKNOWN]);
    expect(line.emulator.sent('citizen')).toHaveLength(1);
    expect(line.emulator.sent('staff')).toHaveLength(1);
    expect(line.emulator.quota.used()).toBe(2);
  });

  it('takes 500 ids and no more', async () => {
    await multicast(Array.from({ length: 500 }, () => UNKNOWN));
    expect(await refusal(multicast(Array.from({ length: 501 }, () => UNKNOWN)))).toMatchObject({
      status: 400,
      body: { details: [{ message: 'Size must be between 1 and 500', property: 'to' }] },
    });
  });

  it.each([
    ['a group', (it: Platform) => it.group],
    ['nonsense', () => 'x'],
  ])('refuses %s among the ids', async (_, id) => {
    expect((await refusal(multicast([line.citizen, id(line)]))).body).toEqual({
      message: 'The property, to[1], in the request body is invalid (line: -, column: -)',
    });
    expect(line.emulator.sent('citizen')).toEqual([]);
  });

  it('broadcasts to all friends', async () => {
    await line.emulator.unfollow('staff');
    await line.client.broadcast({ messages: [hello] });
    expect(line.emulator.sent('citizen')).toHaveLength(1);
    expect(line.emulator.sent('staff')).toHaveLength(0);
    expect(line.emulator.quota.used()).toBe(1);
  });

  it('takes a narrowcast and then fails it for want of recipients', async () => {
    const { httpResponse } = await line.client.narrowcastWithHttpInfo({ messages: [hello] });
    expect(httpResponse.status).toBe(202);
    const requestId = String(httpResponse.headers.get('x-line-request-id'));
    expect(await line.client.getNarrowcastProgress(requestId)).toMatchObject({ phase: 'failed' });
    expect(line.emulator.sent('citizen')).toEqual([]);
  });

  it('counts aggregation units by name', async () => {
    const units = (customAggregationUnits: string[]) =>
      line.client.multicast({ to: [line.citizen], messages: [hello], customAggregationUnits });
    await units(['digest_1']);
    await units(['digest_1']);
    expect((await refusal(units(['a', 'b']))).status).toBe(400);
    expect(await line.client.getAggregationUnitUsage()).toEqual({ numOfCustomAggregationUnits: 1 });
    expect(await line.client.getAggregationUnitNameList()).toEqual({ customAggregationUnits: ['digest_1'] });
  });
});

describe('a retry key', () => {
  it('sends once, and answers the second time with what was sent', async () => {
    const first = await line.client.pushMessageWithHttpInfo({ to: line.citizen, messages: [hello] }, KEY);
    const again = await refusal(push(line.citizen, KEY));
    expect(again.status).toBe(409);
    expect(again.body).toEqual({
      message: 'The retry key is already accepted',
      sentMessages: first.body.sentMessages,
    });
    expect(again.headers.get('x-line-accepted-request-id')).toBe(first.httpResponse.headers.get('x-line-request-id'));
    expect(line.emulator.sent('citizen')).toHaveLength(1);
    expect(line.emulator.quota.used()).toBe(1);
  });

  it('answers without messages for a multicast', async () => {
    const multicast = () => line.client.multicast({ to: [line.citizen], messages: [hello] }, KEY);
    await multicast();
    expect((await refusal(multicast())).body).toEqual({ message: 'The retry key is already accepted' });
  });

  it('sends again after 24 hours', async () => {
    await push(line.citizen, KEY);
    line.advance(DAY - 1);
    expect((await refusal(push(line.citizen, KEY))).status).toBe(409);
    line.advance(1);
    await push(line.citizen, KEY);
    expect(line.emulator.sent('citizen')).toHaveLength(2);
  });

  it('can be used again after a refusal', async () => {
    expect((await refusal(push(UNKNOWN, KEY))).status).toBe(400);
    await push(line.citizen, KEY);
  });

  it('must be a UUID', async () => {
    expect((await refusal(push(line.citizen, 'my-key'))).status).toBe(400);
  });
});

describe('limits', () => {
  it('refuses what the month has no room for, whole, and starts anew with the month', async () => {
    line.emulator.quota.setLimit(2);
    expect(await line.client.getMessageQuota()).toEqual({ type: 'limited', value: 2 });
    await push(line.citizen);
    const both = () => line.client.multicast({ to: [line.citizen, line.staff], messages: [hello] });
    expect(await refusal(both())).toMatchObject({
      status: 429,
      body: { message: 'You have reached your monthly limit.' },
    });
    await push(line.citizen);
    expect((await refusal(push(line.citizen))).status).toBe(429);
    line.advance(16 * DAY);
    await both();
    expect(await line.client.getMessageQuotaConsumption()).toEqual({ totalUsage: 2 });
  });

  it('tells a quota without limit', async () => {
    line.emulator.quota.setLimit(null);
    expect(await line.client.getMessageQuota()).toEqual({ type: 'none' });
  });

  it('lets 60 broadcasts an hour pass, and one more after a minute', async () => {
    line.emulator.quota.setLimit(null);
    const broadcast = () => line.client.broadcast({ messages: [hello] });
    for (let i = 0; i < 60; i += 1) await broadcast();
    expect(await refusal(broadcast())).toMatchObject({
      status: 429,
      body: { message: 'The API rate limit has been exceeded. Try again later.' },
    });
    line.advance(60_000);
    await broadcast();
    expect((await refusal(broadcast())).status).toBe(429);
  });

  it('tells tomorrow what was sent today', async () => {
    await push(line.citizen);
    await line.client.replyMessage({ replyToken: await line.replyToken(), messages: [hello] });
    expect(await line.client.getNumberOfSentPushMessages('20261115')).toEqual({ status: 'unready' });
    line.advance(DAY);
    expect(await line.client.getNumberOfSentPushMessages('20261115')).toEqual({ status: 'ready', success: 1 });
    expect(await line.client.getNumberOfSentReplyMessages('20261115')).toEqual({ status: 'ready', success: 1 });
    expect(await line.client.getNumberOfSentBroadcastMessages('20180330')).toEqual({ status: 'out_of_service' });
    expect((await refusal(line.client.getNumberOfSentPushMessages('15-11-2026'))).status).toBe(400);
  });
});
