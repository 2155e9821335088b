import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../src/app.ts';
import { encodePostback } from '../../src/chat/postback.ts';
import { systemClock } from '../../src/clock.ts';
import { plainPng } from '../../src/emulator/world/plain-png.ts';
import { atLine } from '../../src/menus/at-line.ts';
import type { Menu } from '../../src/menus/load-menus.ts';
import { PICTURE } from '../../src/menus/place-tiles.ts';
import { syncMenus } from '../../src/menus/sync-menus.ts';
import type { Role } from '../../src/people/role.ts';
import { loadRichMenus, menuWorkOf } from '../../src/rich-menus.ts';
import { staff, unlinks } from '../../src/store/collections.ts';
import { menuOnPhone, type MenuOnPhone } from '../menus/menu-on-phone.ts';
import { member } from '../menus/small-menus.ts';
import { startProduct, type Product } from './product.ts';

/** Another connection's changes are seen a moment later, on a busy machine a long one. */
const SOON = { timeout: 20_000 };

/** The layouts as they are, with plain pictures: how they look is looked at elsewhere. */
describe('rich menus in LINE', () => {
  let product: Product;
  let menus: readonly Menu[];
  beforeAll(async () => {
    product = await startProduct();
    menus = await loadRichMenus(TEMPLATES);
    const { store, emulator, token } = product;
    const work = menuWorkOf(
      { apiBaseUrl: emulator.url, dataApiBaseUrl: emulator.url, channelAccessToken: token, channelSecret: '' },
      store,
    );
    const png = plainPng(PICTURE.width, PICTURE.height, [11, 107, 94]);
    const options = { store, clock: systemClock, picture: async () => png };
    expect(await atLine(work, (line) => syncMenus(menus, line, options))).toHaveProperty('done');
    await work.client.close();
  });
  afterAll(() => product.close());

  const titleOf = (name: string): string | undefined => menus.find((menu) => menu.name === name)?.object.name;
  const shown = (chat: string): Promise<MenuOnPhone | null> => menuOnPhone(product.emulator, chat);
  const seenAs = async (chat: string): Promise<string | undefined> => (await shown(chat))?.name;
  const give = async (role: Role): Promise<void> => {
    const id = product.emulator.persona('staff').lineId;
    await product.store.transaction(async (tx) => {
      const known = (await tx.get(staff, id)) ?? member(role, 1);
      await tx.set(staff, id, { ...known, role });
    });
  };
  /** Taps the area with this label in the menu that is shown. */
  const tap = async (chat: string, label: string): Promise<void> => {
    const menu = await shown(chat);
    const action = menu?.areas.find((area) => area.action['label'] === label)?.action;
    if (!action) throw new Error(`${menu?.name} has no area “${label}”`);
    const { type, text = '', data = '', displayText, richMenuAliasId } = action;
    if (type === 'message') await product.emulator.sendText(chat, text);
    else
      await product.emulator.postback(chat, {
        data,
        ...(displayText && { displayText }),
        ...(richMenuAliasId && { richMenuAliasId }),
      });
  };

  it('show citizens theirs, and every tap on it is answered as it says', async () => {
    const menu = await shown('citizen');
    expect(menu?.name).toBe(titleOf('citizen'));
    const notUnderstood = await product.ask('citizen', 'กขฃคฅฆงจฉ');
    for (const { action } of menu?.areas ?? []) {
      const after = product.emulator.chat('citizen').at(-1)?.seq ?? 0;
      await tap('citizen', action['label'] ?? '');
      const [entry] = await product.emulator.waitForReply('citizen', { after });
      expect(entry?.notification, `${action['label']}`).toBeTruthy();
      expect(entry?.notification, `${action['label']}`).not.toBe(notUnderstood);
    }
  });

  it('follow the role: staff, manager, admin, and everybody’s again when it is withdrawn', async () => {
    for (const role of ['staff', 'manager', 'admin'] as const) {
      await give(role);
      await expect.poll(() => seenAs('staff'), SOON).toBe(titleOf(role));
    }
    await give('citizen');
    await expect.poll(() => seenAs('staff'), SOON).toBe(titleOf('citizen'));
    expect(await seenAs('citizen')).toBe(titleOf('citizen'));
  });

  it.each(['staff', 'manager', 'admin'] as const)(
    'let a %s go to the citizens’ view and back by taps, which the chat does not answer',
    async (role) => {
      await give(role);
      await expect.poll(() => seenAs('staff'), SOON).toBe(titleOf(role));
      const before = product.emulator.sent('staff').length;
      await tap('staff', 'มุมมองประชาชน');
      expect(await seenAs('staff')).toBe(titleOf(`citizen-for-${role}`));
      await tap('staff', 'มุมมองงาน');
      expect(await seenAs('staff')).toBe(titleOf(role));
      // What is asked after it is answered, and nothing before.
      const answer = await product.ask('staff', 'คะแนนรวมเท่าไหร่');
      expect(answer).toContain('97.02');
      expect(product.emulator.sent('staff')).toHaveLength(before + 1);
    },
  );

  it('are everybody’s after somebody had everything erased, and then not even the id is left', async () => {
    await give('staff');
    await expect.poll(() => seenAs('staff'), SOON).toBe(titleOf('staff'));
    await product.emulator.postback('staff', { data: encodePostback('privacy', { action: 'delete_confirmed' }) });
    await expect.poll(() => seenAs('staff'), SOON).toBe(titleOf('citizen'));
    await expect.poll(async () => (await product.store.query(unlinks)).docs, SOON).toEqual([]);
    expect((await product.store.query(staff)).docs).toEqual([]);
    expect(product.logged()).not.toContain(product.emulator.persona('staff').lineId);
  });
});
