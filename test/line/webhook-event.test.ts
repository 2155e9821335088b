import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readEvents } from '../../src/line/webhook-event.ts';
import { GROUP, ROOM, SAMPLES, sampleEvent, SOURCES, USER } from './event-samples.ts';

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
        redelivered: false,
        replyToken: base.replyToken,
        source: { type: 'user', userId: USER },
        content: { kind: 'text', text: 'คะแนน', mentionsBot: false, messageId: '1' },
      },
    ]);
  });

  it.each([
    [
      'sticker',
      { type: 'message', message: { type: 'sticker', id: '1' } },
      { kind: 'non-text', messageType: 'sticker', messageId: '1' },
    ],
    ['a message type of the future', { type: 'message', message: { type: 'hologram' } }, { kind: 'other' }],
    [
      'a postback',
      { type: 'postback', postback: { data: 'x', params: { date: '2026-01-01' } } },
      { kind: 'postback', data: 'x', date: '2026-01-01' },
    ],
    [
      'a switch to a menu that is gone',
      { type: 'postback', postback: { data: 'x', params: { status: 'RICHMENU_NOTFOUND' } } },
      { kind: 'menu-switch' },
    ],
    ['a follow without its follow object', { type: 'follow' }, { kind: 'follow' }],
    ['an unfollow', { type: 'unfollow' }, { kind: 'unfollow' }],
    ['a message taken back', { type: 'unsend', unsend: { messageId: '7' } }, { kind: 'unsend', messageId: '7' }],
    ['something taken back without its id', { type: 'unsend' }, { kind: 'other' }],
    ['an edited message', { type: 'messageEdited', message: { type: 'text', text: 'x' } }, { kind: 'other' }],
    [
      'a text message whose text is no text',
      { type: 'message', message: { type: 'text', text: 7 } },
      { kind: 'other' },
    ],
  ])('understand %s', (_name, event, content) => {
    expect(one({ ...base, ...event })?.[0]?.content).toEqual(content);
  });

  it.each([
    [{ isRedelivery: true }, true],
    [{ isRedelivery: false }, false],
    [{ isRedelivery: 'yes' }, false],
    [undefined, false],
  ])('know by %j whether it is delivered again', (deliveryContext, redelivered) => {
    expect(one({ ...base, type: 'follow', deliveryContext })?.[0]?.redelivered).toBe(redelivered);
  });

  it('know when the bot itself is mentioned in a group, and leave its name out of what was said', () => {
    const mentionees = [
      { index: 0, length: 10, type: 'user', isSelf: true },
      { index: 14, length: 5, type: 'user', userId: USER },
    ];
    const message = { type: 'text', text: '@อบต. กขคง ขอ @สมชาย คะแนน', mention: { mentionees } };
    expect(one({ ...base, type: 'message', message })?.[0]?.content).toEqual({
      kind: 'text',
      text: ' ขอ @สมชาย คะแนน',
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

  it.each([
    ['user', { type: 'user', userId: USER }],
    ['anonymous', { type: 'user', userId: undefined }],
    ['group', { type: 'group', chatId: GROUP, userId: USER }],
    ['anonymous group', { type: 'group', chatId: GROUP, userId: undefined }],
    ['room', { type: 'room', chatId: ROOM, userId: USER }],
    ['anonymous room', { type: 'room', chatId: ROOM, userId: undefined }],
  ] as const)('come from a %s', (name, source) => {
    expect(one(sampleEvent('join', {}, { source: SOURCES[name] }))?.[0]?.source).toEqual(source);
  });

  it.each([
    ['mode', null, 'standby', false],
    ['timestamp', '1700000000000', 'timestampMs', 0],
    ['timestamp', 1e300, 'timestampMs', 0],
    ['timestamp', -1, 'timestampMs', 0],
    ['replyToken', null, 'replyToken', undefined],
    ['replyToken', '', 'replyToken', undefined],
    ['source', null, 'source', undefined],
    ['source', { type: 'space', spaceId: 'S1' }, 'source', undefined],
  ])('count although %s is %j', (property, value, field, read) => {
    const event = one(sampleEvent('follow', {}, { [property]: value }))?.[0];
    expect(event).toMatchObject({ content: { kind: 'follow' }, [field]: read });
  });

  it('are not touched by keys that mean something to JavaScript', () => {
    const text = '{"events":[{"type":"follow","__proto__":{"mode":"standby"},"constructor":{"prototype":{"x":1}}}]}';
    expect(readEvents(JSON.parse(text))).toMatchObject([{ content: { kind: 'follow' }, standby: false }]);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('are found beside one that is nested 100,000 deep', () => {
    const deep = `{"type":"future","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const body: unknown = JSON.parse(`{"events":[${deep},{"type":"follow"}]}`);
    expect(readEvents(body)?.map((event) => event.content.kind)).toEqual(['other', 'follow']);
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

const ACTED_ON: Readonly<Record<string, object>> = {
  text: { kind: 'text', text: 'คะแนนรวม', mentionsBot: false, messageId: '468789577898262530' },
  unsend: { kind: 'unsend', messageId: '468789577898262530' },
  image: { kind: 'non-text', messageType: 'image', messageId: expect.any(String) },
  video: { kind: 'non-text', messageType: 'video', messageId: expect.any(String) },
  audio: { kind: 'non-text', messageType: 'audio', messageId: expect.any(String) },
  file: { kind: 'non-text', messageType: 'file', messageId: expect.any(String) },
  location: { kind: 'non-text', messageType: 'location', messageId: expect.any(String) },
  sticker: { kind: 'non-text', messageType: 'sticker', messageId: expect.any(String) },
  follow: { kind: 'follow' },
  'follow without its object': { kind: 'follow' },
  unfollow: { kind: 'unfollow' },
  join: { kind: 'join' },
  postback: { kind: 'postback', data: 'intent=overall_score', date: '2026-01-01' },
  'menu switch': { kind: 'menu-switch' },
};

describe('each event type of LINE', () => {
  it.each(SAMPLES)('%s is read for what the bot acts on', (name, type, extra) => {
    const [event] = one(sampleEvent(type, extra)) ?? [];
    expect(event?.content).toEqual(ACTED_ON[name] ?? { kind: 'other' });
    expect(event?.type).toBe(type === 'telepathy' ? 'other' : type);
  });

  // LINE's own description, when it lies beside the project (github.com/line/line-openapi).
  const description = fileURLToPath(new URL('../../../shared/line-openapi/webhook.yml', import.meta.url));
  it.skipIf(!existsSync(description))('that its description names is known by name and has a sample', () => {
    const { components } = parse(readFileSync(description, 'utf8')) as Described;
    const types = Object.keys(components.schemas['Event']?.discriminator?.mapping ?? {});
    const messages = Object.keys(components.schemas['MessageContent']?.discriminator?.mapping ?? {});
    expect(types.length).toBeGreaterThan(15);
    for (const type of types) expect(one(sampleEvent(type, {}))?.[0]?.type).toBe(type);
    expect(SAMPLES.map(([, type]) => type)).toEqual(expect.arrayContaining(types));
    for (const type of messages)
      expect(one(sampleEvent('message', { message: { type, text: 'x' } }))?.[0]?.content.kind).not.toBe('other');
  });
});

interface Described {
  readonly components: {
    readonly schemas: Record<string, { readonly discriminator?: { readonly mapping?: Record<string, string> } }>;
  };
}
