import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvents } from '../../src/line/webhook-event.ts';

const USER = 'U4af4980629aaaaaaaaaaaaaaaaaaaaaa'.replace(/[^U0-9a-f]/g, 'a');
const one = (event: object): ReturnType<typeof readEvents> => readEvents({ destination: USER, events: [event] });
const base = {
  mode: 'active',
  timestamp: 1_700_000_000_000,
  webhookEventId: '01FZ74A0TDDPYRVKNK77XKC3ZR',
  deliveryContext: { isRedelivery: false },
  source: { type: 'user', userId: USER },
  replyToken: 'nHuyWiB7yP5Zw52FIkcQobQuGDXCTA',
};

describe('webhook events', () => {
  it('are read from a body without any', () => {
    expect(readEvents({ destination: USER, events: [] })).toEqual([]);
    expect(readEvents({})).toEqual([]);
  });

  it.each([[null], [7], ['text'], [[]], [{ events: 'no list' }]])('are not found in %j', (body) => {
    expect(readEvents(body)).toBeUndefined();
  });

  it('give text with what is needed to answer it', () => {
    expect(
      one({ ...base, type: 'message', message: { id: '1', type: 'text', text: 'คะแนน', quoteToken: 'q' } }),
    ).toEqual([
      {
        id: base.webhookEventId,
        type: 'message',
        timestampMs: base.timestamp,
        standby: false,
        replyToken: base.replyToken,
        source: { type: 'user', userId: USER },
        content: { kind: 'text', text: 'คะแนน', mentionsBot: false },
      },
    ]);
  });

  it.each([
    [
      'sticker',
      { type: 'message', message: { type: 'sticker', id: '1' } },
      { kind: 'non-text', messageType: 'sticker' },
    ],
    ['a message type of the future', { type: 'message', message: { type: 'hologram' } }, { kind: 'other' }],
    [
      'a postback',
      { type: 'postback', postback: { data: 'x', params: { date: '2026-01-01' } } },
      { kind: 'postback', data: 'x' },
    ],
    ['a follow without its follow object', { type: 'follow' }, { kind: 'follow' }],
    ['an unfollow', { type: 'unfollow' }, { kind: 'unfollow' }],
    ['an edited message', { type: 'messageEdited', message: { type: 'text', text: 'x' } }, { kind: 'other' }],
    [
      'a text message whose text is no text',
      { type: 'message', message: { type: 'text', text: 7 } },
      { kind: 'other' },
    ],
  ])('understand %s', (_name, event, content) => {
    expect(one({ ...base, ...event })?.[0]?.content).toEqual(content);
  });

  it('know when the bot itself is mentioned in a group', () => {
    const mention = { mentionees: [{ index: 0, length: 4, type: 'user', isSelf: true }] };
    expect(
      one({ ...base, type: 'message', message: { type: 'text', text: '@bot', mention } })?.[0]?.content,
    ).toMatchObject({
      mentionsBot: true,
    });
  });

  it('survive without source, user id, reply token, mode and delivery context', () => {
    expect(one({ type: 'message', message: { type: 'text', text: 'a' } })?.[0]).toMatchObject({
      source: undefined,
      replyToken: undefined,
      standby: false,
    });
    expect(
      one({ ...base, type: 'join', source: { type: 'group', groupId: USER.replace('U', 'C') } })?.[0]?.source,
    ).toEqual({
      type: 'group',
      chatId: USER.replace('U', 'C'),
      userId: undefined,
    });
  });

  it('never take an id that could change a path as a user id', () => {
    expect(one({ ...base, type: 'follow', source: { type: 'user', userId: '../../x' } })?.[0]?.source).toEqual({
      type: 'user',
      userId: undefined,
    });
  });

  it('ignore reply tokens that only fill the place', () => {
    expect(one({ ...base, type: 'follow', replyToken: '0'.repeat(32) })?.[0]?.replyToken).toBeUndefined();
  });

  it('keep the same id for the same event when LINE leaves it out', () => {
    const { webhookEventId: _left, ...event } = { ...base, type: 'follow' };
    expect(one(event)?.[0]?.id).toBe(one(event)?.[0]?.id);
    expect(one(event)?.[0]?.id).not.toBe(one({ ...event, timestamp: 1 })?.[0]?.id);
  });

  it('never throw, whatever JSON arrives', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readEvents(value);
        readEvents({ events: [value] });
        one({ ...base, type: 'message', message: value });
        one({ ...base, type: 'postback', postback: value, source: value });
      }),
      { numRuns: 500 },
    );
  });
});
