import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RichMenuClient } from '../../src/line/rich-menu-client.ts';
import { atLine, type MenuWork } from '../../src/menus/at-line.ts';
import { MenuKeeper } from '../../src/menus/menu-keeper.ts';
import { syncMenus } from '../../src/menus/sync-menus.ts';
import { randomId } from '../../src/new-id.ts';
import { forgetStaff } from '../../src/people/forget-staff.ts';
import { watchStaff, type StaffList } from '../../src/people/staff-list.ts';
import type { Role } from '../../src/people/role.ts';
import { leases, staff, unlinks } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { START, startPlatform, TOKEN, type Platform } from '../emulator/platform.ts';
import { fakeAfter, type FakeAfter } from '../fake-after.ts';
import { memoryAgency } from '../memory-agency.ts';
import { menuOnPhone } from './menu-on-phone.ts';
import { member, smallMenus, smallPicture, title } from './small-menus.ts';

const DEADLINE_MS = 20_000;
const TEN_MINUTES = 10 * 60_000;
/** Everything here happens at once, but for a machine that is busy. */
const SOON = { timeout: 20_000 };

let line: Platform;
let store: AgencyStore;
let now: number;
const clock = (): Date => new Date(now);
const closers: (() => Promise<void> | void)[] = [];

interface Server {
  readonly keeper: MenuKeeper;
  readonly list: StaffList;
  readonly timers: FakeAfter;
  readonly errors: unknown[];
}

/** A server of the agency, with a client and timers of its own. */
function startServer(of: AgencyStore = store): Server {
  const client = newClient();
  const list = watchStaff(of, () => undefined);
  const timers = fakeAfter();
  const errors: unknown[] = [];
  const work = { store: of, client, clock, newId: randomId };
  const keeper = new MenuKeeper({ ...work, staff: list, after: timers.after, onError: (error) => errors.push(error) });
  closers.push(
    () => client.close(),
    () => list.stop(),
    () => keeper.stop(),
  );
  return { keeper, list, timers, errors };
}

function newClient(): RichMenuClient {
  return new RichMenuClient({ apiBaseUrl: line.emulator.url, channelAccessToken: TOKEN, deadlineMs: DEADLINE_MS });
}

async function sync(edition: number): Promise<void> {
  const client = newClient();
  const work: MenuWork = { store, client, clock, newId: randomId };
  await atLine(work, (at) => syncMenus(smallMenus(edition), at, { store, clock, picture: smallPicture }));
  await client.close();
}

/** The persona who works here, and another. */
type Who = 'staff' | 'citizen';
const idOf = (who: Who): string => (who === 'staff' ? line.staff : line.citizen);
const seen = async (who: Who = 'staff'): Promise<string | undefined> => (await menuOnPhone(line.emulator, who))?.name;
const calls = (): readonly string[] => line.emulator.requests().map(({ operation }) => operation);
const give = (role: Role, who: Who = 'staff'): Promise<void> =>
  store.transaction(async (tx) => {
    const known = (await tx.get(staff, idOf(who))) ?? member(role, who === 'staff' ? 1 : 2);
    await tx.set(staff, idOf(who), { ...known, role });
  });

beforeEach(async () => {
  now = START;
  line = await startPlatform({ clock });
  store = memoryAgency();
});
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
  await line.close();
});

describe('the rich menu of somebody whose role changes', () => {
  it('is the one of the new role, and everybody’s when it is withdrawn', async () => {
    await sync(1);
    startServer();
    await give('staff');
    await expect.poll(() => seen(), SOON).toBe(title('staff', 1));
    await give('manager');
    await expect.poll(() => seen(), SOON).toBe(title('manager', 1));
    await give('citizen');
    await expect.poll(() => seen(), SOON).toBe(title('citizen', 1));
    await expect.poll(async () => (await store.get(staff, line.staff))?.menu, SOON).toBeNull();
  });

  it('is everybody’s once nothing is kept of them, also when LINE could not be told at first, and then no id is left', async () => {
    await sync(1);
    const { keeper, timers, errors } = startServer();
    await give('staff');
    await expect.poll(() => seen(), SOON).toBe(title('staff', 1));
    await keeper.settled();
    line.emulator.faults.add({ operation: 'unlinkRichMenuIdFromUser', kind: '500' });
    await store.transaction(await forgetStaff(store, line.staff, clock()));
    await expect.poll(() => errors, SOON).toHaveLength(1);
    await keeper.settled();
    expect((await store.query(unlinks)).docs).toHaveLength(1);
    timers.advance(30_000);
    await expect.poll(() => seen(), SOON).toBe(title('citizen', 1));
    await expect.poll(async () => (await store.query(unlinks)).docs, SOON).toEqual([]);
  });

  it('is given up after a day in which LINE could not be told: no id is kept for longer', async () => {
    const { keeper, timers } = startServer();
    await keeper.settled();
    line.emulator.faults.add({ operation: '*', kind: '500', times: 1_000 });
    await give('staff');
    await store.transaction(await forgetStaff(store, line.staff, clock()));
    now += 24 * 60 * 60 * 1000 - 1;
    timers.advance(30_000);
    await keeper.settled();
    expect((await store.query(unlinks)).docs).toHaveLength(1);
    now += 1;
    timers.advance(30_000);
    await keeper.settled();
    expect((await store.query(unlinks)).docs).toEqual([]);
  });

  it('is tried again in half a minute when LINE fails; nothing that is logged says who it is', async () => {
    await sync(1);
    const { keeper, timers, errors } = startServer();
    line.emulator.faults.add({ operation: 'linkRichMenuIdToUser', kind: '500' });
    await give('staff');
    await expect.poll(() => errors, SOON).toHaveLength(1);
    expect(String((errors[0] as Error).stack)).not.toContain(line.staff);
    await keeper.settled();
    expect(await seen()).not.toBe(title('staff', 1));
    timers.advance(29_999);
    await keeper.settled();
    expect(await seen()).not.toBe(title('staff', 1));
    timers.advance(1);
    await keeper.settled();
    expect(await seen()).toBe(title('staff', 1));
  });

  it('is left as it is as long as there are no menus, and is theirs when there are', async () => {
    const { keeper, timers } = startServer();
    await give('staff');
    await expect.poll(() => calls(), SOON).toContain('getRichMenuAliasList');
    await keeper.settled();
    expect(await seen()).not.toBe(title('staff', 1));
    await sync(1);
    await keeper.settled();
    expect(await seen()).toBe(title('staff', 1));
    expect(timers.waiting()).toEqual([TEN_MINUTES]);
  });
});

describe('a server that keeps menus linked', () => {
  it('asks LINE nothing where nobody works', async () => {
    const { keeper, timers } = startServer();
    await keeper.settled();
    timers.advance(TEN_MINUTES);
    await keeper.settled();
    expect(calls()).toEqual([]);
  });

  it('does nothing but ask for the menus every ten minutes when all is well', async () => {
    await sync(1);
    const { keeper, timers } = startServer();
    await give('staff');
    await expect.poll(() => seen(), SOON).toBe(title('staff', 1));
    await keeper.settled();
    const before = calls().length;
    timers.advance(TEN_MINUTES);
    await keeper.settled();
    timers.advance(TEN_MINUTES);
    await keeper.settled();
    expect(calls().slice(before)).toEqual(['getRichMenuAliasList', 'getRichMenuAliasList']);
  });

  it('links again when a sync broke off after the menus were made anew', async () => {
    await sync(1);
    const { keeper, timers } = startServer();
    await give('staff');
    await expect.poll(() => seen(), SOON).toBe(title('staff', 1));
    await keeper.settled();
    line.emulator.faults.add({ operation: 'linkRichMenuIdToUser', kind: '500' });
    await expect(sync(2)).rejects.toThrow('LINE answered 500');
    timers.advance(TEN_MINUTES);
    await expect.poll(() => seen(), SOON).toBe(title('staff', 2));
  });

  it('comes back when another server was at it', async () => {
    await sync(1);
    const { keeper, timers } = startServer();
    await store.set(leases, 'menus', { holder: 'another', untilMs: START + 90_000 });
    await give('staff');
    await expect.poll(() => timers.waiting(), SOON).toEqual([30_000]);
    await keeper.settled();
    expect(await seen()).not.toBe(title('staff', 1));
    await store.delete(leases, 'menus');
    timers.advance(30_000);
    await expect.poll(() => seen(), SOON).toBe(title('staff', 1));
  });

  it('does no harm beside another: whatever changes, everybody ends up with the menu of their role', async () => {
    await sync(1);
    const servers = [startServer(), startServer()];
    for (let round = 0; round < 6; round += 1) {
      await Promise.all([
        give(round % 2 === 0 ? 'staff' : 'manager'),
        give(round % 3 === 0 ? 'manager' : 'staff', 'citizen'),
      ]);
      if (round % 2 === 0) line.emulator.faults.add({ operation: 'linkRichMenuIdToUser', kind: 'reset-after' });
    }
    for (let turn = 0; turn < 4; turn += 1) {
      for (const { keeper, timers } of servers) {
        await keeper.settled();
        timers.advance(30_000);
        await keeper.settled();
      }
    }
    expect([await seen(), await seen('citizen')]).toEqual([title('manager', 1), title('staff', 1)]);
    expect((await store.get(staff, line.staff))?.menu).not.toBeNull();
  });

  it('begins nothing once it is stopped', async () => {
    await sync(1);
    const { keeper, timers } = startServer();
    await keeper.stop();
    await give('staff');
    timers.advance(TEN_MINUTES);
    await keeper.settled();
    expect(await seen()).not.toBe(title('staff', 1));
  });
});
