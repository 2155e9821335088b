import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startLocalMenus, type LocalMenusOptions } from '../src/local-menus.ts';
import { RichMenuClient } from '../src/line/rich-menu-client.ts';
import type { Menu } from '../src/menus/load-menus.ts';
import { randomId } from '../src/new-id.ts';
import { leases } from '../src/store/collections.ts';
import { START, startPlatform, TOKEN, type Platform } from './emulator/platform.ts';
import { fakeAfter } from './fake-after.ts';
import { memoryAgency } from './memory-agency.ts';
import { menuOnPhone } from './menus/menu-on-phone.ts';
import { richMenusAt } from './menus/rich-menus-at.ts';
import { smallMenus, title } from './menus/small-menus.ts';
import { temporaryFolder } from './server-process.ts';

const timers = fakeAfter();
let line: Platform;
let client: RichMenuClient;
let errors: unknown[];
let options: LocalMenusOptions;
const folder = temporaryFolder();

/** Small enough to be drawn at once. */
const drawn = (): readonly Menu[] =>
  smallMenus(1).map((menu) => ({
    ...menu,
    svg: '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"/>',
  }));
const SOON = { timeout: 20_000 };
const shown = async (): Promise<string | undefined> => (await menuOnPhone(line.emulator, 'citizen'))?.name;

beforeEach(async () => {
  line = await startPlatform();
  client = new RichMenuClient({ apiBaseUrl: line.emulator.url, channelAccessToken: TOKEN, deadlineMs: 20_000 });
  errors = [];
  options = {
    store: memoryAgency(),
    client,
    clock: () => new Date(START),
    newId: randomId,
    after: timers.after,
    load: async () => drawn(),
    folder: join(folder.path, 'menu-pictures'),
    onError: (error) => errors.push(error),
  };
});
afterEach(async () => {
  await client.close();
  await line.close();
  folder.remove();
});

it('the phone gets its menus after the start', async () => {
  const menus = startLocalMenus(options);
  await expect.poll(shown, SOON).toBe(title('citizen', 1));
  await menus.stop();
  expect(errors).toEqual([]);
});

it('what is under way ends at once when the server stops, and nothing is wrong with that', async () => {
  const slow = '<svg xmlns="http://www.w3.org/2000/svg" width="2500" height="1686"/>';
  const menus = startLocalMenus({ ...options, load: async () => drawn().map((menu) => ({ ...menu, svg: slow })) });
  const isAtIt = (): boolean => line.emulator.requests().some(({ operation }) => operation === 'createRichMenu');
  await expect.poll(isAtIt, SOON).toBe(true);
  await menus.stop();
  expect(errors).toEqual([]);
  expect((await options.store.query(leases)).docs).toEqual([]);
  expect((await richMenusAt(line, [])).aliases).toEqual({});
});

it('a mistake in a layout is told, and the server goes on', async () => {
  const menus = startLocalMenus({ ...options, load: () => Promise.reject(new Error('a mistake in a layout')) });
  await expect.poll(() => errors).toEqual([new Error('a mistake in a layout')]);
  await menus.stop();
});

it('what another run left behind is waited for', async () => {
  await options.store.set(leases, 'menus', { holder: 'the run before', untilMs: START + 5_000 });
  const menus = startLocalMenus(options);
  await expect.poll(() => timers.waiting(), SOON).toEqual([1_000]);
  await options.store.delete(leases, 'menus');
  timers.advance(1_000);
  await expect.poll(shown, SOON).toBe(title('citizen', 1));
  await menus.stop();
});
