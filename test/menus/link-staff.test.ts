import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RichMenuClient } from '../../src/line/rich-menu-client.ts';
import type { AtLine } from '../../src/menus/at-line.ts';
import { linkStaff, type Linked } from '../../src/menus/link-staff.ts';
import { forgetStaff } from '../../src/people/forget-staff.ts';
import { staff, unlinks } from '../../src/store/collections.ts';
import type { AgencyStore, Store } from '../../src/store/port.ts';
import { bothStores } from '../both-stores.ts';
import { START, startPlatform, TOKEN, type Platform } from '../emulator/platform.ts';
import { menuOnPhone } from './menu-on-phone.ts';
import { member, smallMenus, smallPicture } from './small-menus.ts';

const clock = (): Date => new Date(START);

describe.each(await bothStores())('linking staff, remembered in %s', (_, there, open) => {
  let store: Store;
  let agency: AgencyStore;
  let line: Platform;
  let client: RichMenuClient;
  let menu: string;

  beforeAll(async () => {
    if (there) store = await open();
  });
  afterAll(() => store?.close());
  beforeEach(async () => {
    if (!there) return;
    agency = store.agency(randomUUID());
    line = await startPlatform();
    client = new RichMenuClient({ apiBaseUrl: line.emulator.url, channelAccessToken: TOKEN, deadlineMs: 20_000 });
    menu = await client.create(smallMenus(1)[1]!.object);
    await client.setPicture(menu, await smallPicture());
    await agency.set(staff, line.staff, member('staff', 1));
  });
  afterEach(async () => {
    await client?.close();
    await line?.close();
  });

  const atLine: AtLine = (act) => act(client);
  const link = (at = atLine): Promise<Linked> =>
    linkStaff(agency, at, (role) => (role === 'citizen' ? null : menu), { clock });
  const seesWork = async (): Promise<boolean> => (await menuOnPhone(line.emulator, 'staff')) !== null;
  const forget = async (): Promise<void> => agency.transaction(await forgetStaff(agency, line.staff, clock()));

  it.runIf(there)('shows the menu and remembers what LINE was told', async () => {
    expect(await link()).toEqual({ changed: 1, failed: [] });
    expect(await seesWork()).toBe(true);
    expect((await agency.get(staff, line.staff))?.menu).toBe(menu);
    expect(await link()).toEqual({ changed: 0, failed: [] });
  });

  it.runIf(there)(
    'remembers what it told LINE, not what is wanted, of somebody whose role changed meanwhile',
    async () => {
      await link(async (act) => {
        const answer = await act(client);
        await agency.set(staff, line.staff, member('citizen', 1));
        return answer;
      });
      expect((await agency.get(staff, line.staff))?.menu).toBe(menu);
      await link();
      expect(await seesWork()).toBe(false);
    },
  );

  it.runIf(there)('takes the menu away again from somebody who was erased while LINE was being told', async () => {
    await link(async (act) => {
      await forget();
      await linkStaff(agency, atLine, () => undefined, { clock });
      return act(client);
    });
    expect(await seesWork()).toBe(true);
    await link();
    expect(await seesWork()).toBe(false);
    expect((await agency.query(unlinks)).docs).toEqual([]);
  });

  it.runIf(there)('shows it to somebody who was erased and has joined again at once', async () => {
    await link();
    await forget();
    await agency.set(staff, line.staff, member('staff', 2));
    await link();
    expect(await seesWork()).toBe(true);
    expect((await agency.query(unlinks)).docs).toEqual([]);
  });

  it.runIf(there)('leaves no id of somebody to whom LINE shows nothing', async () => {
    await agency.set(staff, line.staff, member('citizen', 1));
    await forget();
    expect((await agency.query(unlinks)).docs).toEqual([]);
    await forget();
    expect((await agency.query(unlinks)).docs).toEqual([]);
  });
});
