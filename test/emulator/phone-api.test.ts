import { once } from 'node:events';
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isLoopbackHost } from '../../src/emulator/loopback.ts';
import { hello, type Platform, startPlatform } from './platform.ts';

let line: Platform;
beforeEach(async () => {
  line = await startPlatform();
});
afterEach(() => line.close());

const get = async (path: string) => (await fetch(`${line.emulator.url}/phone/api/${path}`)).json() as Promise<never>;
const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${line.emulator.url}/phone/api/${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const post = (path: string, body?: unknown, headers?: Record<string, string>) => send('POST', path, body, headers);
/** A request as it leaves a socket, with any Host header. */
const raw = async (path: string, host: string): Promise<number> => {
  const sent = request(line.emulator.url + path, { headers: { host } }).end();
  const [response] = (await once(sent, 'response')) as [{ statusCode: number; resume: () => void }];
  response.resume();
  return response.statusCode;
};
const webhook = async (type: string) => {
  await expect.poll(() => line.bot.events().map((it) => it['type'])).toContain(type);
  return line.bot.events().find((it) => it['type'] === type);
};

describe('the state of the phone', () => {
  it('has the bot, three personas, empty chats, quota and settings', async () => {
    expect(await get('state')).toEqual({
      bot: { displayName: 'บัญชีทดลอง', basicId: '@000aaaaa' },
      personas: [
        { id: 'citizen', kind: 'user', name: 'ประชาชน', lineId: line.citizen, friend: true, note: expect.any(String) },
        { id: 'staff', kind: 'user', name: 'เจ้าหน้าที่', lineId: line.staff, friend: true, note: expect.any(String) },
        { id: 'group', kind: 'group', name: 'กลุ่ม', lineId: line.group, friend: true, note: expect.any(String) },
      ],
      chats: { citizen: [], staff: [], group: [] },
      richMenus: { citizen: null, staff: null, group: null },
      quota: { limit: 300, used: 0 },
      faults: [],
      settings: { redelivery: false, duplicates: 0 },
    });
  });

  it('shows what was said, with the event and what became of it', async () => {
    const { status, body } = await post('chats/citizen/text', { text: 'คะแนน ITA' });
    expect(status).toBe(200);
    expect(body['entry']).toMatchObject({ kind: 'out', from: 'citizen', message: { type: 'text', text: 'คะแนน ITA' } });
    await line.client.pushMessage({ to: line.citizen, messages: [hello] });
    await expect
      .poll(async () => ((await get('state')) as { chats: Record<string, unknown[]> }).chats['citizen'])
      .toMatchObject([
        { seq: 1, kind: 'out', event: { type: 'message' }, delivery: { status: 200, attempts: 1 } },
        { seq: 2, kind: 'in', from: 'บัญชีทดลอง', message: hello, via: 'push', notification: 'สวัสดี' },
      ]);
  });
});

describe('what a person does at the phone', () => {
  it.each([
    ['text', { text: 'ก', as: 'staff' }, 'message'],
    ['postback', { data: 'a=1', displayText: 'ดู', params: { time: '10:30' } }, 'postback'],
    ['sticker', {}, 'message'],
    ['image', {}, 'message'],
    ['location', { latitude: 13.6, longitude: 100.7, title: 'ที่นี่' }, 'message'],
    ['location', {}, 'message'],
    ['audio', {}, 'message'],
    ['leave', undefined, 'leave'],
  ])('%s reaches the bot', async (word, body, type) => {
    expect((await post(`chats/group/${word}`, body)).status).toBe(200);
    expect(await webhook(type)).toBeDefined();
  });

  it('can unfollow, follow, take back, edit and send again', async () => {
    await post('chats/citizen/unfollow');
    await post('chats/citizen/follow');
    expect(await webhook('follow')).toBeDefined();
    const said = await post('chats/group/text', { text: 'ก' });
    const { messageId, seq } = said.body['entry'] as { messageId: string; seq: number };
    await post('chats/group/edit', { messageId, text: 'ข' });
    expect(await webhook('messageEdited')).toBeDefined();
    await post('chats/group/redeliver', { seq });
    await expect
      .poll(() => line.bot.events().some((it) => JSON.stringify(it['deliveryContext']).includes('true')))
      .toBe(true);
    await post('chats/group/unsend', { messageId });
    expect(await webhook('unsend')).toBeDefined();
  });

  it('answers before the bot does', async () => {
    line.bot.answer = () => null;
    // The bot never answers, so this would end in the test's time limit if the phone waited for it.
    await post('chats/citizen/text', { text: 'ก' });
    expect(line.emulator.chat('citizen').at(-1)?.delivery).toBeUndefined();
  });

  it('loads the picture it sent from the emulator', async () => {
    const { body } = await post('chats/citizen/image');
    const { message } = body['entry'] as { message: { originalContentUrl: string } };
    const picture = await fetch(message.originalContentUrl);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  it.each([
    ['an unknown chat', 'chats/nobody/text', { text: 'ก' }, 404],
    ['an unknown act', 'chats/citizen/dance', {}, 404],
    ['an act of every object', 'chats/citizen/toString', {}, 404],
    ['no text', 'chats/citizen/text', {}, 400],
    ['a number for text', 'chats/citizen/text', { text: 1 }, 400],
    ['broken JSON', 'chats/citizen/text', '{', 400],
    ['a list', 'chats/citizen/text', '[]', 400],
    ['a name that cannot be decoded', 'chats/%E0%A4%A/text', { text: 'ก' }, 404],
    ['params that are none', 'chats/citizen/postback', { data: 'a', params: { date: 1 } }, 400],
    ['a place off the map', 'chats/citizen/location', { latitude: 91, longitude: 0 }, 400],
    ['too much', 'chats/citizen/text', { text: 'ก'.repeat(40_000) }, 413],
    ['an unknown kind of persona', 'personas', { kind: 'bot', name: 'ก' }, 400],
    ['a name that is taken', 'personas', { kind: 'user', name: 'ประชาชน' }, 400],
    ['an unknown fault', 'faults', { operation: 'push', kind: 'fire' }, 400],
    ['more than 10 duplicates', 'settings', { duplicates: 11 }, 400],
  ])('is told in words about %s', async (_, path, body, status) => {
    const answer = await post(path, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ message: expect.any(String) });
  });
});

describe('the panel beside the phone', () => {
  it('adds personas', async () => {
    const { body } = await post('personas', { kind: 'user', name: 'ผู้สูงอายุ' });
    expect(body).toMatchObject({
      kind: 'user',
      name: 'ผู้สูงอายุ',
      friend: false,
      lineId: expect.stringMatching(/^U[0-9a-f]{32}$/),
    });
    expect(line.emulator.personas()).toHaveLength(4);
  });

  it('changes settings and the quota', async () => {
    await post('settings', { redelivery: true, duplicates: 2, quotaLimit: 5 });
    expect(await get('state')).toMatchObject({
      settings: { redelivery: true, duplicates: 2 },
      quota: { limit: 5, used: 0 },
    });
    await post('settings', { quotaLimit: null });
    expect(line.emulator.quota.limit()).toBeNull();
  });

  it('injects and clears faults', async () => {
    await post('faults', { operation: 'push', kind: 'monthly-limit', times: 3, delayMs: 10 });
    expect(line.emulator.faults.list()).toEqual([{ operation: 'push', kind: 'monthly-limit', times: 3, delayMs: 10 }]);
    await send('DELETE', 'faults');
    expect(line.emulator.faults.list()).toEqual([]);
  });

  it('starts all over', async () => {
    await post('chats/citizen/text', { text: 'ก' });
    await post('personas', { kind: 'group', name: 'ใหม่' });
    await post('reset');
    expect(line.emulator.personas()).toHaveLength(3);
    expect(line.emulator.chat('citizen')).toEqual([]);
  });
});

describe('the stream of changes', () => {
  it('tells of entries, of what became of them, and of other changes', async () => {
    const stop = new AbortController();
    const response = await fetch(`${line.emulator.url}/phone/api/events`, { signal: stop.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const seen: Record<string, unknown>[] = [];
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const bytes of response.body ?? []) {
        for (const [, data = ''] of decoder.decode(bytes).matchAll(/^data: (.*)$/gm)) {
          seen.push(JSON.parse(data) as Record<string, unknown>);
        }
      }
    })().catch(() => {});
    await post('chats/citizen/text', { text: 'ก' });
    await post('settings', { duplicates: 1 });
    await expect.poll(() => seen.map((it) => it['type'])).toEqual(expect.arrayContaining(['entry', 'update', 'state']));
    expect(seen.find((it) => it['type'] === 'entry')).toMatchObject({ chat: 'citizen', entry: { kind: 'out' } });
    expect(seen.find((it) => it['type'] === 'update')).toMatchObject({ entry: { delivery: { status: 200 } } });
    stop.abort();
    await reading;
  });
});

describe('who may use the phone', () => {
  it.each([
    ['its own page', (url: string) => ({ origin: url, 'sec-fetch-site': 'same-origin' }), 200],
    ['no page at all', () => ({}), 200],
    ['a page elsewhere', () => ({ origin: 'https://evil.example' }), 403],
    ['a page on another port', () => ({ origin: 'http://127.0.0.1:1' }), 403],
    ['a sandboxed page', () => ({ origin: 'null' }), 403],
    ['a browser that says it is another site', () => ({ 'sec-fetch-site': 'cross-site' }), 403],
    ['a browser that says it is another port', () => ({ 'sec-fetch-site': 'same-site' }), 403],
  ])('%s', async (_, headers, status) => {
    expect((await post('reset', {}, headers(line.emulator.url))).status).toBe(status);
  });

  it('does not take forms, which any page can send', async () => {
    expect((await post('chats/citizen/text', 'text=1', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it.each(['/', '/phone/api/state', '/v2/bot/info'])('does not answer %s under another name', async (path) => {
    expect(await raw(path, 'evil.example')).toBe(403);
    expect(await raw(path, '127.0.0.1.evil.example:80')).toBe(403);
    expect(await raw(path, 'localhost:80')).not.toBe(403);
  });

  it.each([
    ['127.0.0.1:8081', true],
    ['localhost', true],
    ['LOCALHOST:1', true],
    ['[::1]:80', true],
    ['0.0.0.0', false],
    ['192.168.1.2', false],
    ['localhost.evil.example', false],
    ['evil.example', false],
    ['', false],
    [undefined, false],
  ])('%s is this machine: %s', (host, is) => {
    expect(isLoopbackHost(host)).toBe(is);
  });
});
