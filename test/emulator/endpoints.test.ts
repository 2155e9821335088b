import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainPng } from '../../src/emulator/world/plain-png.ts';
import { hello, type Platform, refusal, startPlatform, TOKEN } from './platform.ts';

let line: Platform;
beforeEach(async () => {
  line = await startPlatform();
});
afterEach(() => line.close());

const UNKNOWN = `U${'0'.repeat(32)}`;
const auth = { authorization: `Bearer ${TOKEN}` };
const json = { ...auth, 'content-type': 'application/json' };
/** A property of the message the bot was told last. */
const fromMessage = (key: string) => {
  const message = line.bot.events().at(-1)?.['message'] as Record<string, unknown> | undefined;
  return String(message?.[key]);
};
const call = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(line.emulator.url + path, init);
  return { status: response.status, body: await response.json(), headers: response.headers };
};

describe('every request', () => {
  it.each([
    ['no token', {}],
    ['another token', { authorization: 'Bearer wrong' }],
    ['another scheme', { authorization: `Basic ${TOKEN}` }],
  ])('is refused with %s', async (_, headers) => {
    const { status, body } = await call('/v2/bot/info', { headers: new Headers(Object.entries(headers)) });
    expect(status).toBe(401);
    expect(body).toEqual({ message: expect.stringMatching(/^Authentication failed due to the following reason: /) });
  });

  it('is answered with a request id of its own', async () => {
    const ids = [await call('/v2/bot/info', { headers: auth }), await call('/v2/bot/x')].map((it) =>
      it.headers.get('x-line-request-id'),
    );
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids[1]).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });

  const push = '/v2/bot/message/push';
  it.each([
    ['an unknown path', '/v2/bot/nothing', { headers: auth }, 404, 'Not found'],
    ['a path that cannot be decoded', '/v2/bot/profile/%E0%A4%A', { headers: auth }, 404, 'Not found'],
    ['another method', push, { method: 'PUT', headers: json, body: '{}' }, 405, 'Method not allowed'],
    [
      'form data',
      push,
      { method: 'POST', headers: { ...auth, 'content-type': 'text/plain' }, body: '{}' },
      415,
      'The content type, text/plain, is not supported',
    ],
    [
      'broken JSON',
      push,
      { method: 'POST', headers: json, body: '{"to":x}' },
      400,
      'The request body could not be parsed as JSON (line: -, column: -)',
    ],
    [
      'a list for a body',
      push,
      { method: 'POST', headers: json, body: '[]' },
      400,
      'The request body could not be parsed as JSON (line: -, column: -)',
    ],
    [
      'a body over 2 MB',
      push,
      { method: 'POST', headers: json, body: ' '.repeat(2 * 1024 * 1024 + 1) },
      413,
      'The request body is too large',
    ],
  ])('refuses %s', async (_, path, init, status, message) => {
    expect(await call(path, init)).toMatchObject({ status, body: { message } });
  });

  it('is told in the list of requests, without its content', async () => {
    await line.client.getProfile(line.citizen);
    expect(line.emulator.requests()).toEqual([{ operation: 'getProfile', status: 200, requestId: expect.any(String) }]);
  });
});

describe('people', () => {
  it('tells who the bot is', async () => {
    expect(await line.client.getBotInfo()).toMatchObject({ userId: line.emulator.bot.userId, chatMode: 'bot' });
  });

  it('tells who a person is, unless blocked, unknown or nonsense', async () => {
    expect(await line.client.getProfile(line.citizen)).toMatchObject({ displayName: 'ประชาชน', userId: line.citizen });
    await line.emulator.unfollow('citizen');
    expect(await refusal(line.client.getProfile(line.citizen))).toMatchObject({
      status: 404,
      body: { message: 'Not found' },
    });
    expect((await refusal(line.client.getProfile(UNKNOWN))).status).toBe(404);
    expect((await refusal(line.client.getProfile('me'))).status).toBe(400);
  });

  it('has the same ids every time it is started', async () => {
    const other = await startPlatform();
    expect([other.citizen, other.staff, other.group]).toEqual([line.citizen, line.staff, line.group]);
    await other.close();
  });

  it('tells of groups the account is in', async () => {
    expect(await line.client.getGroupSummary(line.group)).toEqual({ groupId: line.group, groupName: 'กลุ่ม' });
    expect(await line.client.getGroupMemberCount(line.group)).toEqual({ count: 2 });
    expect(await line.client.getGroupMemberProfile(line.group, line.staff)).toMatchObject({ displayName: 'เจ้าหน้าที่' });
    await line.client.leaveGroup(line.group);
    expect((await refusal(line.client.getGroupSummary(line.group))).status).toBe(404);
    expect(line.emulator.persona('group').friend).toBe(false);
  });

  it('lists followers page by page, for verified accounts only', async () => {
    const first = await line.client.getFollowers(undefined, 1);
    expect(first).toEqual({ userIds: [line.citizen], next: expect.any(String) });
    expect(await line.client.getFollowers(first.next, 1)).toEqual({ userIds: [line.staff] });
    const other = await startPlatform({ verified: false });
    expect(await refusal(other.client.getFollowers())).toMatchObject({ status: 403 });
    await other.close();
  });
});

describe('the chat', () => {
  it.each([
    [{ loadingSeconds: 5 }, 202],
    [{ loadingSeconds: 60 }, 202],
    [{}, 202],
    [{ loadingSeconds: 61 }, 400],
    [{ loadingSeconds: 7 }, 400],
    [{ loadingSeconds: 0 }, 400],
  ])('shows that an answer is coming for %o: %d', async (more, status) => {
    const body = JSON.stringify({ chatId: line.citizen, ...more });
    expect((await call('/v2/bot/chat/loading/start', { method: 'POST', headers: json, body })).status).toBe(status);
    expect(line.emulator.chat('citizen')).toHaveLength(status === 202 ? 1 : 0);
  });

  it('shows that only to users', async () => {
    expect((await refusal(line.client.showLoadingAnimation({ chatId: line.group }))).status).toBe(400);
  });

  it('marks as read with the token of a message', async () => {
    await line.emulator.sendText('citizen', 'ก');
    const markAsReadToken = fromMessage('markAsReadToken');
    await line.client.markMessagesAsReadByToken({ markAsReadToken });
    expect((await refusal(line.client.markMessagesAsReadByToken({ markAsReadToken: 'x' }))).body).toEqual({
      message: 'Invalid markAsReadToken. Tokens must be used by the bot that received them via Webhook.',
    });
  });

  it('gives the file a person sent', async () => {
    await line.emulator.sendImage('citizen');
    const id = fromMessage('id');
    const { body, httpResponse } = await line.client.getMessageContentWithHttpInfo(id);
    expect(httpResponse.headers.get('content-type')).toBe('image/png');
    expect((await body.toArray()).length).toBeGreaterThan(0);
    expect(await line.client.getMessageContentTranscodingByMessageId(id)).toEqual({ status: 'succeeded' });
    const missing = await fetch(`${line.emulator.url}/v2/bot/message/1/content`, { headers: auth });
    expect(missing.status).toBe(404);
  });

  it.each(['Reply', 'Push', 'Multicast', 'Narrowcast', 'Broadcast'] as const)(
    'validates for %s at no cost',
    async (kind) => {
      await line.client[`validate${kind}`]({ messages: [hello] });
      expect((await refusal(line.client[`validate${kind}`]({ messages: [] }))).status).toBe(400);
      expect(line.emulator.quota.used()).toBe(0);
    },
  );

  it('keeps the webhook address', async () => {
    expect(await line.client.getWebhookEndpoint()).toEqual({ endpoint: line.bot.url, active: true });
    await line.client.setWebhookEndpoint({ endpoint: 'https://example.go.th/webhook' });
    expect((await line.client.getWebhookEndpoint()).endpoint).toBe('https://example.go.th/webhook');
    for (const endpoint of ['http://example.go.th', 'ftp://x', `https://x/${'a'.repeat(500)}`]) {
      expect((await refusal(line.client.setWebhookEndpoint({ endpoint }))).status).toBe(400);
    }
  });
});

describe('rich menus', () => {
  const menu = (name = 'เมนู') => ({
    size: { width: 2500, height: 1686 },
    selected: true,
    name,
    chatBarText: 'เมนู',
    areas: [{ bounds: { x: 0, y: 0, width: 2500, height: 1686 }, action: { type: 'message' as const, text: 'เมนู' } }],
  });
  const png = (width: number, height: number, type = 'image/png') =>
    new Blob([new Uint8Array(plainPng(width, height, [0, 90, 60]))], { type });
  const pictured = async (name?: string) => {
    const { richMenuId } = await line.client.createRichMenu(menu(name));
    await line.client.setRichMenuImage(richMenuId, png(800, 540));
    return richMenuId;
  };

  it('is made, read, listed and deleted', async () => {
    await line.client.validateRichMenuObject(menu());
    const { richMenuId } = await line.client.createRichMenu(menu());
    expect(richMenuId).toMatch(/^richmenu-[0-9a-f]{32}$/);
    expect(await line.client.getRichMenu(richMenuId)).toEqual({ richMenuId, ...menu() });
    expect(await line.client.getRichMenuList()).toEqual({ richmenus: [{ richMenuId, ...menu() }] });
    await line.client.deleteRichMenu(richMenuId);
    expect((await refusal(line.client.getRichMenu(richMenuId))).status).toBe(404);
    expect((await refusal(line.client.createRichMenu({ ...menu(), chatBarText: 'ก'.repeat(15) }))).status).toBe(400);
  });

  it('needs its picture before anybody sees it', async () => {
    const { richMenuId } = await line.client.createRichMenu(menu());
    expect((await refusal(line.client.setDefaultRichMenu(richMenuId))).body).toEqual({
      message: 'must upload richmenu image before applying it to user',
    });
    await line.client.setRichMenuImage(richMenuId, png(2500, 1686));
    await line.client.setDefaultRichMenu(richMenuId);
    expect(await line.client.getDefaultRichMenuId()).toEqual({ richMenuId });
    expect((await refusal(line.client.setRichMenuImage(richMenuId, png(2500, 1686)))).body).toEqual({
      message: 'An image has already been uploaded to the richmenu',
    });
    await line.client.cancelDefaultRichMenu();
    expect((await refusal(line.client.getDefaultRichMenuId())).status).toBe(404);
  });

  it.each([
    ['too small', 799, 500, 'image/png', 400],
    ['too high', 800, 600, 'image/png', 400],
    ['not what it says', 800, 500, 'image/jpeg', 400],
    ['of another type', 800, 500, 'image/gif', 415],
  ])('refuses a picture %s', async (_, width, height, type, status) => {
    const { richMenuId } = await line.client.createRichMenu(menu());
    expect((await refusal(line.client.setRichMenuImage(richMenuId, png(width, height, type)))).status).toBe(status);
  });

  it("shows a user the user's own menu before the default", async () => {
    const [all, own] = [await pictured('ทุกคน'), await pictured('ส่วนตัว')];
    await line.client.setDefaultRichMenu(all);
    expect((await refusal(line.client.getRichMenuIdOfUser(line.citizen))).body).toEqual({
      message: 'the user has no richmenu',
    });
    await line.client.linkRichMenuIdToUser(line.citizen, own);
    expect(await line.client.getRichMenuIdOfUser(line.citizen)).toEqual({ richMenuId: own });
    const state = (await (await fetch(`${line.emulator.url}/phone/api/state`)).json()) as {
      richMenus: Record<string, { name: string; imageUrl: string } | null>;
    };
    expect(state.richMenus).toMatchObject({ citizen: { name: 'ส่วนตัว' }, staff: { name: 'ทุกคน' }, group: null });
    const picture = await fetch(line.emulator.url + String(state.richMenus['citizen']?.imageUrl));
    expect(picture.headers.get('content-type')).toBe('image/png');
    await line.client.unlinkRichMenuIdFromUser(line.citizen);
    expect((await refusal(line.client.getRichMenuIdOfUser(line.citizen))).status).toBe(404);
  });

  it('links and unlinks many users, and by the menu they have', async () => {
    const [first, second] = [await pictured(), await pictured()];
    const linked = async (id: string) => (await line.client.getRichMenuIdOfUser(id)).richMenuId;
    await line.client.linkRichMenuIdToUsers({ richMenuId: first, userIds: [line.citizen, line.staff] });
    const link = { type: 'link' as const, from: first, to: second };
    await line.client.validateRichMenuBatchRequest({ operations: [link] });
    expect(await linked(line.citizen)).toBe(first);
    const { httpResponse } = await line.client.richMenuBatchWithHttpInfo({ operations: [link] });
    expect(httpResponse.status).toBe(202);
    expect(await linked(line.citizen)).toBe(second);
    const requestId = String(httpResponse.headers.get('x-line-request-id'));
    expect(await line.client.getRichMenuBatchProgress(requestId)).toMatchObject({ phase: 'succeeded' });
    await line.client.unlinkRichMenuIdFromUsers({ userIds: [line.staff] });
    expect((await refusal(linked(line.staff))).status).toBe(404);
  });

  it('switches by alias when a person taps', async () => {
    const [first, second] = [await pictured(), await pictured()];
    await line.client.createRichMenuAlias({ richMenuAliasId: 'menu-b', richMenuId: first });
    expect(
      (await refusal(line.client.createRichMenuAlias({ richMenuAliasId: 'menu-b', richMenuId: first }))).body,
    ).toEqual({
      message: 'conflict richmenu alias id',
    });
    await line.client.updateRichMenuAlias('menu-b', { richMenuId: second });
    expect(await line.client.getRichMenuAlias('menu-b')).toEqual({ richMenuAliasId: 'menu-b', richMenuId: second });
    expect((await line.client.getRichMenuAliasList()).aliases).toHaveLength(1);
    await line.emulator.postback('citizen', { data: 'b', richMenuAliasId: 'menu-b' });
    expect(line.bot.events().at(-1)?.['postback']).toEqual({
      data: 'b',
      params: { newRichMenuAliasId: 'menu-b', status: 'SUCCESS' },
    });
    expect(await line.client.getRichMenuIdOfUser(line.citizen)).toEqual({ richMenuId: second });
    await line.client.deleteRichMenuAlias('menu-b');
    await line.emulator.postback('citizen', { data: 'b', richMenuAliasId: 'menu-b' });
    expect(line.bot.events().at(-1)?.['postback']).toMatchObject({ params: { status: 'RICHMENU_ALIAS_ID_NOTFOUND' } });
  });
});
