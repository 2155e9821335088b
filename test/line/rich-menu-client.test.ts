import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainPng } from '../../src/emulator/world/plain-png.ts';
import { RichMenuClient } from '../../src/line/rich-menu-client.ts';
import type { RichMenu } from '../../src/line/rich-menu.ts';
import { startPlatform, TOKEN, type Platform } from '../emulator/platform.ts';

const MENU: RichMenu = {
  size: { width: 2500, height: 1686 },
  selected: true,
  name: 'a menu',
  chatBarText: 'เมนู',
  areas: [
    { bounds: { x: 0, y: 0, width: 2500, height: 1686 }, action: { type: 'message', label: 'ทักทาย', text: 'สวัสดี' } },
  ],
};
const PICTURE = plainPng(2500, 1686, [11, 107, 94]);
const DEADLINE_MS = 2_000;

let line: Platform;
let client: RichMenuClient;
beforeEach(async () => {
  line = await startPlatform();
  client = new RichMenuClient({ apiBaseUrl: line.emulator.url, channelAccessToken: TOKEN, deadlineMs: DEADLINE_MS });
});
afterEach(async () => {
  await client.close();
  await line.close();
});

async function shown(name = 'a menu'): Promise<string> {
  const id = await client.create({ ...MENU, name });
  await client.setPicture(id, PICTURE);
  return id;
}

describe('rich menus at LINE', () => {
  it('are checked, made, given a picture, listed and deleted', async () => {
    await client.validate(MENU);
    const id = await shown();
    expect(await client.list()).toMatchObject([{ richMenuId: id, name: 'a menu' }]);
    await client.delete(id);
    expect(await client.list()).toEqual([]);
  });

  it('are shown to everybody, or to nobody any more', async () => {
    expect(await client.default()).toBeUndefined();
    const id = await shown();
    await client.setDefault(id);
    expect(await client.default()).toBe(id);
    await client.clearDefault();
    expect(await client.default()).toBeUndefined();
  });

  it('are shown to one person or to several, or to them no more', async () => {
    const id = await shown();
    const seen = async (who: string) => (await line.client.getRichMenuIdOfUser(who).catch(() => undefined))?.richMenuId;
    await client.link(line.citizen, id);
    expect(await seen(line.citizen)).toBe(id);
    await client.unlink(line.citizen);
    expect(await seen(line.citizen)).toBeUndefined();
    await client.linkMany([line.citizen, line.staff], id);
    expect([await seen(line.citizen), await seen(line.staff)]).toEqual([id, id]);
    await client.unlinkMany([line.citizen, line.staff]);
    expect([await seen(line.citizen), await seen(line.staff)]).toEqual([undefined, undefined]);
  });

  it('have aliases, which can be led to another menu and be deleted', async () => {
    const [first, second] = [await shown('first'), await shown('second')];
    await client.createAlias('work', first);
    expect(await client.aliases()).toEqual(new Map([['work', first]]));
    await client.updateAlias('work', second);
    expect(await client.aliases()).toEqual(new Map([['work', second]]));
    await client.deleteAlias('work');
    expect(await client.aliases()).toEqual(new Map());
  });

  it('count as gone when they are gone already, and as pictured when they have their picture', async () => {
    const id = await shown();
    await client.setPicture(id, PICTURE);
    await client.delete(id);
    await client.delete(id);
    await client.deleteAlias('none');
    await client.unlink(line.citizen);
    await client.clearDefault();
  });
});

describe('a call about rich menus', () => {
  it.each([
    ['400', { kind: 'refused', reason: 'bad-request', status: 400 }],
    ['401', { kind: 'refused', reason: 'unauthorized', status: 401 }],
    ['rate-limit', { kind: 'refused', reason: 'rate-limit', status: 429 }],
    ['500', { kind: 'unclear', reason: 'server-error', status: 500 }],
    ['reset-after', { kind: 'unclear', reason: 'reset', status: undefined }],
  ] as const)('that fails (%s) says what is known of it, and is not repeated', async (kind, known) => {
    line.emulator.faults.add({ operation: 'createRichMenu', kind });
    await expect(client.create(MENU)).rejects.toMatchObject({
      name: 'LineCallError',
      operation: 'createRichMenu',
      ...known,
    });
    expect(line.emulator.requests().filter(({ operation }) => operation === 'createRichMenu')).toHaveLength(1);
  });

  it('that is never answered ends at the deadline', async () => {
    const hasty = new RichMenuClient({ apiBaseUrl: line.emulator.url, channelAccessToken: TOKEN, deadlineMs: 50 });
    line.emulator.faults.add({ operation: 'getRichMenuList', kind: 'hang' });
    await expect(hasty.list()).rejects.toMatchObject({ kind: 'unclear', reason: 'timeout' });
    await hasty.close();
  });

  it('that is answered with something else than was asked for is not taken for an answer', async () => {
    const server = createServer((_request, response) => response.end('<html>'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const apiBaseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const lost = new RichMenuClient({ apiBaseUrl, channelAccessToken: TOKEN, deadlineMs: DEADLINE_MS });
    await expect(lost.list()).rejects.toMatchObject({ name: 'LineCallError', operation: 'getRichMenuList' });
    await lost.close();
    server.close();
  });

  it('names nobody in its error', async () => {
    line.emulator.faults.add({ operation: 'linkRichMenuIdToUser', kind: '500' });
    const error: unknown = await client.link(line.staff, 'richmenu-1').catch((reason: unknown) => reason);
    expect(String(error)).toContain('linkRichMenuIdToUser');
    expect(String(error)).not.toContain(line.staff);
  });

  it.each(['', '.', '..'])('never leads elsewhere by an id like “%s”', async (id) => {
    await expect(client.delete(id)).rejects.toThrow(TypeError);
    await client.delete('../../x');
    expect(line.emulator.requests().map(({ operation }) => operation)).toEqual(['deleteRichMenu']);
  });
});
