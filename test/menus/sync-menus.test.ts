import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultKind } from '../../src/emulator/world/faults.ts';
import { RichMenuClient } from '../../src/line/rich-menu-client.ts';
import { atLine, type MenuWork } from '../../src/menus/at-line.ts';
import { removeMenus } from '../../src/menus/remove-menus.ts';
import { syncMenus, type Synced } from '../../src/menus/sync-menus.ts';
import { randomId } from '../../src/new-id.ts';
import { leases, staff, unlinks } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { START, startPlatform, TOKEN, type Platform } from '../emulator/platform.ts';
import { memoryAgency } from '../memory-agency.ts';
import { richMenusAt, type RichMenusAt } from './rich-menus-at.ts';
import { member, person, smallMenus, smallPicture, title } from './small-menus.ts';

/** Longer than any call takes here, however busy the machine (ms). */
const DEADLINE_MS = 20_000;
const OTHERS = 'another program’s menu';
const [OFFICER, MANAGER, LEFT, ERASED, CITIZEN] = [1, 2, 3, 4, 5].map(person) as [
  string,
  string,
  string,
  string,
  string,
];

let line: Platform;
let client: RichMenuClient;
let now: number;
const clock = (): Date => new Date(now);
beforeEach(async () => {
  now = START;
  line = await startPlatform({ clock });
  client = new RichMenuClient({ apiBaseUrl: line.emulator.url, channelAccessToken: TOKEN, deadlineMs: DEADLINE_MS });
});
afterEach(async () => {
  await client.close();
  await line.close();
});

const work = (store: AgencyStore, over = client): MenuWork => ({ store, client: over, clock, newId: randomId });

async function sync(store: AgencyStore, edition: number, ...extra: readonly string[]): Promise<Synced> {
  return syncOver(client, store, edition, ...extra);
}

async function syncOver(
  over: RichMenuClient,
  store: AgencyStore,
  edition: number,
  ...extra: readonly string[]
): Promise<Synced> {
  const result = await atLine(work(store, over), (at) =>
    syncMenus(smallMenus(edition, ...extra), at, { store, clock, picture: smallPicture }),
  );
  if ('busyUntilMs' in result) throw new Error('another is at it');
  return result.done;
}

const state = (): Promise<RichMenusAt> => richMenusAt(line, [OFFICER, MANAGER, LEFT, ERASED, CITIZEN]);

/** What LINE is to know when `edition` is in use: three menus of ours, what is others', and nothing else. */
const wanted = (edition: number): RichMenusAt => ({
  menus: [...['citizen', 'staff', 'manager'].map((name) => title(name, edition)), OTHERS].toSorted(),
  aliases: {
    'prongsai-citizen': title('citizen', edition),
    'prongsai-staff': title('staff', edition),
    'prongsai-manager': title('manager', edition),
    'others-alias': OTHERS,
  },
  default: title('citizen', edition),
  people: { [OFFICER]: title('staff', edition), [MANAGER]: title('manager', edition), [CITIZEN]: OTHERS },
});

/** What the store says LINE shows to whom, by the names of menus. */
async function told(store: AgencyStore): Promise<Readonly<Record<string, string | null | undefined>>> {
  const { richmenus } = await line.client.getRichMenuList();
  const { docs } = await store.query(staff);
  return Object.fromEntries(
    docs.map(({ id, data: { menu } }) => [
      id,
      menu === null ? null : richmenus.find(({ richMenuId }) => richMenuId === menu)?.name,
    ]),
  );
}

/** An account in use: edition 1 with a menu too many, another program's things, somebody who left, somebody who was erased. */
async function inUse(): Promise<AgencyStore> {
  line.emulator.reset();
  const store = memoryAgency();
  const others = await client.create({ ...smallMenus(1)[0]!.object, name: OTHERS });
  await client.setPicture(others, await smallPicture());
  await client.createAlias('others-alias', others);
  await client.link(CITIZEN, others);
  await store.set(staff, OFFICER, member('staff', 1));
  await store.set(staff, MANAGER, member('manager', 2));
  await store.set(staff, LEFT, member('staff', 3));
  await store.set(staff, ERASED, member('staff', 4));
  await sync(store, 1, 'extra');
  const left = (await store.get(staff, LEFT))?.menu ?? null;
  await store.set(staff, LEFT, member('citizen', 3, left));
  await store.delete(staff, ERASED);
  await store.set(unlinks, ERASED, { sinceMs: START });
  // A sync that broke off between creating a menu and its picture.
  await client.create(smallMenus(2)[1]!.object);
  return store;
}

const calls = (): readonly string[] => line.emulator.requests().map(({ operation }) => operation);

describe('syncing rich menus', () => {
  it('makes the menus, their aliases and the default, and shows everybody the menu of their role', async () => {
    const store = await inUse();
    expect(await sync(store, 2)).toMatchObject({
      made: ['citizen', 'manager'],
      removed: 4,
      staff: { changed: 4, failed: [] },
    });
    expect(await state()).toEqual(wanted(2));
    expect(await told(store)).toEqual({ [OFFICER]: title('staff', 2), [MANAGER]: title('manager', 2), [LEFT]: null });
    expect((await store.query(unlinks)).docs).toEqual([]);
    expect((await store.query(leases)).docs).toEqual([]);
  });

  it('changes nothing the second time: it asks for what there is, and that is all', async () => {
    const store = await inUse();
    await sync(store, 2);
    const before = calls().length;
    expect(await sync(store, 2)).toEqual({ made: [], removed: 0, staff: { changed: 0, failed: [] } });
    expect(calls().slice(before)).toEqual(['getRichMenuList', 'getRichMenuAliasList', 'getDefaultRichMenuId']);
    expect(await state()).toEqual(wanted(2));
  });

  it('leaves nobody in an old edition of the citizens’ view, which has no way back any more', async () => {
    const store = memoryAgency();
    await store.set(staff, OFFICER, member('staff', 1));
    await sync(store, 1, 'view');
    await client.link(OFFICER, (await client.aliases()).get('prongsai-view') ?? '');
    expect((await state()).people).toEqual({ [OFFICER]: title('view', 1) });
    const newView = smallMenus(2, 'view').slice(-1);
    const result = await atLine(work(store), (at) =>
      syncMenus([...smallMenus(1), ...newView], at, { store, clock, picture: smallPicture }),
    );
    expect(result).toMatchObject({ done: { made: ['view'], removed: 1, staff: { changed: 1 } } });
    expect((await state()).people).toEqual({ [OFFICER]: title('staff', 1) });
  });

  it('leaves one of two menus with the same title', async () => {
    const store = await inUse();
    await sync(store, 2);
    await client.create(smallMenus(2)[0]!.object);
    await sync(store, 2);
    expect(await state()).toEqual(wanted(2));
  });

  it('links many at once, and one by one if LINE does not take one of them', async () => {
    const store = memoryAgency();
    for (let no = 10; no < 40; no += 1) await store.set(staff, person(no), member('staff', no));
    await sync(store, 1);
    expect(calls().filter((name) => name.startsWith('linkRichMenu'))).toEqual(['linkRichMenuIdToUsers']);
    await store.set(staff, 'not an id', member('staff', 9));
    const { staff: linked } = await sync(store, 2);
    expect(linked).toMatchObject({
      changed: 30,
      failed: [{ operation: 'linkRichMenuIdToUser', reason: 'bad-request' }],
    });
    expect((await richMenusAt(line, [person(39)])).people).toEqual({ [person(39)]: title('staff', 2) });
  });

  it('stops telling LINE about somebody who was erased a day ago', async () => {
    const store = await inUse();
    now += 24 * 60 * 60 * 1000;
    await sync(store, 2);
    expect((await store.query(unlinks)).docs).toEqual([]);
    expect(calls()).not.toContain('unlinkRichMenuIdFromUsers');
  });

  it('is done by one at a time; another does nothing and hears until when to wait', async () => {
    const store = await inUse();
    const result = await atLine(work(store), async () => {
      await expect(sync(store, 2)).rejects.toThrow('another is at it');
      return 'first';
    });
    expect(result).toEqual({ done: 'first' });
    await sync(store, 2);
    expect(await state()).toEqual(wanted(2));
  });

  it('waits for nobody who died at it', async () => {
    const store = await inUse();
    await store.set(leases, 'menus', { holder: 'dead', untilMs: START + 90_000 });
    await expect(sync(store, 2)).rejects.toThrow('another is at it');
    now += 90_000;
    await sync(store, 2);
    expect(await state()).toEqual(wanted(2));
  });
});

describe('a sync that breaks off', () => {
  it.each<FaultKind>(['reset-before', 'reset-after', 'rate-limit', '500'])(
    'at any call (%s) can be done again, and then everything is as wanted and nothing is left over',
    async (kind) => {
      const store = await inUse();
      const before = calls().length;
      await sync(store, 2);
      const count = calls().length - before;
      expect(count).toBeGreaterThan(15);
      for (let skip = 0; skip < count; skip += 1) {
        const again = await inUse();
        line.emulator.faults.add({ operation: '*', kind, skip });
        await expect(sync(again, 2), `call ${skip}`).rejects.toMatchObject({ name: 'LineCallError' });
        expect(line.emulator.faults.list()).toEqual([]);
        await sync(again, 2);
        expect(await state(), `after call ${skip}`).toEqual(wanted(2));
        expect(await told(again)).toEqual({
          [OFFICER]: title('staff', 2),
          [MANAGER]: title('manager', 2),
          [LEFT]: null,
        });
        expect((await again.query(unlinks)).docs).toEqual([]);
      }
    },
  );

  it('because LINE never answers a call can be done again', async () => {
    const store = await inUse();
    line.emulator.faults.add({ operation: 'setRichMenuImage', kind: 'hang' });
    const hasty = new RichMenuClient({ apiBaseUrl: line.emulator.url, channelAccessToken: TOKEN, deadlineMs: 200 });
    await expect(syncOver(hasty, store, 2)).rejects.toMatchObject({ reason: 'timeout' });
    await hasty.close();
    line.emulator.faults.clear();
    await sync(store, 2);
    expect(await state()).toEqual(wanted(2));
  });

  it('at any access to the store can be done again, whether the access had its effect or not', async () => {
    for (const isDone of [false, true]) {
      let count = 0;
      for (let at = 0; at <= count; at += 1) {
        const store = await inUse();
        const broken = brokenAt(store, at, isDone);
        await sync(broken.store, 2).catch(() => undefined);
        count = Math.max(count, broken.calls());
        // Whoever died at it holds up the others for no longer than this.
        now += 90_000;
        await sync(store, 2);
        expect(await state(), `after access ${at}`).toEqual(wanted(2));
      }
      expect(count).toBeGreaterThan(5);
    }
  });
});

/** A store that rejects its access number `at`, before or after it had its effect, and all that follow. */
function brokenAt(store: AgencyStore, at: number, isDone: boolean): { store: AgencyStore; calls: () => number } {
  let calls = 0;
  const through = async <R>(access: () => Promise<R>): Promise<R> => {
    const no = calls;
    calls += 1;
    if (no < at) return access();
    if (no === at && isDone) await access();
    throw new Error('the store is gone');
  };
  return {
    calls: () => calls,
    store: {
      ...store,
      orgId: store.orgId,
      get: (collection, id) => through(() => store.get(collection, id)),
      create: (collection, id, data) => through(() => store.create(collection, id, data)),
      set: (collection, id, data) => through(() => store.set(collection, id, data)),
      delete: (collection, id) => through(() => store.delete(collection, id)),
      query: (collection, query) => through(() => store.query(collection, query)),
      count: (collection, equal) => through(() => store.count(collection, equal)),
      average: (collection, field, equal) => through(() => store.average(collection, field, equal)),
      transaction: (run) => through(() => store.transaction(run)),
      watch: (collection, onDocs, onError) => store.watch(collection, onDocs, onError),
    },
  };
}

describe('removing rich menus', () => {
  const remove = (store: AgencyStore): Promise<unknown> =>
    atLine(work(store), (at) => removeMenus(at, { store, clock }));
  const nothingOfOurs: RichMenusAt = {
    menus: [OTHERS],
    aliases: { 'others-alias': OTHERS },
    default: undefined,
    people: { [CITIZEN]: OTHERS },
  };

  it('takes away everything of ours and leaves what is others’', async () => {
    const store = await inUse();
    await remove(store);
    expect(await state()).toEqual(nothingOfOurs);
    expect(Object.values(await told(store))).toEqual([null, null, null]);
  });

  it('leaves the default if it is not ours', async () => {
    const store = await inUse();
    await client.setDefault((await client.aliases()).get('others-alias') ?? '');
    await remove(store);
    expect(await state()).toEqual({ ...nothingOfOurs, default: OTHERS });
  });

  it('that breaks off at any call can be done again', async () => {
    const first = await inUse();
    const before = calls().length;
    await remove(first);
    const count = calls().length - before;
    for (let skip = 0; skip < count; skip += 1) {
      const store = await inUse();
      line.emulator.faults.add({ operation: '*', kind: 'reset-after', skip });
      await expect(remove(store), `call ${skip}`).rejects.toMatchObject({ name: 'LineCallError' });
      await remove(store);
      expect(await state(), `after call ${skip}`).toEqual(nothingOfOurs);
    }
  });
});
