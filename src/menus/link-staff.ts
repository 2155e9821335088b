import type { Clock } from '../clock.ts';
import { LineCallError } from '../line/line-call-error.ts';
import { MOST_USERS } from '../line/rich-menu-client.ts';
import { everyDoc } from '../store/every-doc.ts';
import { staff, unlinks } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import type { AtLine } from './at-line.ts';
import { dropLateUnlinks } from './drop-late-unlinks.ts';
import type { Wanted } from './wanted-menu.ts';

export interface Linked {
  /** People who see another menu now. */
  readonly changed: number;
  /** One for each person whom LINE does not take; the others were done all the same. */
  readonly failed: readonly LineCallError[];
}

export interface LinkOptions {
  readonly clock: Clock;
  /** Also those who were shown the right menu: they may have gone on to one that is about to be removed. */
  readonly again?: boolean;
}

/** So few are linked one by one: LINE does that at once, and many at a time only a little later. */
const FEW = 10;

/**
 * Shows everybody who works here the menu of their role, and everybody's to those who do so no more.
 * What LINE was told is remembered person by person, so that broken off it goes on where it was. Throws LineCallError
 * if LINE cannot be worked with, StoreError.
 */
export async function linkStaff(
  store: AgencyStore,
  line: AtLine,
  wanted: Wanted,
  { clock, again = false }: LinkOptions,
): Promise<Linked> {
  await dropLateUnlinks(store, clock);
  const forgotten = await unlinkForgotten(store, line);
  const groups = new Map<string | null, string[]>();
  for await (const { id, data } of everyDoc(store, staff)) {
    const menu = wanted(data.role);
    const isRight = menu === data.menu && !(again && menu !== null);
    if (menu === undefined || isRight) continue;
    groups.set(menu, [...(groups.get(menu) ?? []), id]);
  }
  const results = [forgotten];
  for (const [menu, userIds] of groups)
    results.push(await show(line, userIds, menu, (id) => rememberMenu(store, id, menu, clock)));
  return {
    changed: results.reduce((sum, { changed }) => sum + changed, 0),
    failed: results.flatMap(({ failed }) => failed),
  };
}

/** Takes their menu from those of whom nothing else is kept. */
async function unlinkForgotten(store: AgencyStore, line: AtLine): Promise<Linked> {
  const userIds: string[] = [];
  for await (const { id } of everyDoc(store, unlinks)) userIds.push(id);
  return show(line, userIds, null, (id) =>
    store.transaction(async (tx) => {
      await tx.delete(unlinks, id);
      // Somebody who has joined again meanwhile is to be linked again.
      const known = await tx.get(staff, id);
      if (known && known.menu !== null) await tx.set(staff, id, { ...known, menu: null });
    }),
  );
}

async function rememberMenu(store: AgencyStore, id: string, menu: string | null, clock: Clock): Promise<void> {
  await store.transaction(async (tx) => {
    const known = await tx.get(staff, id);
    if (known) await tx.set(staff, id, { ...known, menu });
    // Erased while LINE was being told: it has to be told again.
    else if (menu !== null) await tx.set(unlinks, id, { sinceMs: clock().getTime() });
  });
}

/** Shows people a menu, null: everybody's, and remembers that LINE was told, as soon as it was. */
async function show(
  line: AtLine,
  userIds: readonly string[],
  menu: string | null,
  remember: (userId: string) => Promise<void>,
): Promise<Linked> {
  let changed = 0;
  const failed: LineCallError[] = [];
  for (let first = 0; first < userIds.length; first += MOST_USERS) {
    const some = userIds.slice(first, first + MOST_USERS);
    const areTold = some.length > FEW && (await tellMany(line, some, menu));
    for (const id of some) {
      const refused = areTold ? undefined : await tellOne(line, id, menu);
      if (refused) failed.push(refused);
      else {
        await remember(id);
        changed += 1;
      }
    }
  }
  return { changed, failed };
}

/** False if LINE takes one of the ids not, and so none of them. */
async function tellMany(line: AtLine, userIds: readonly string[], menu: string | null): Promise<boolean> {
  const refused = await refusal(() =>
    line((client) => (menu === null ? client.unlinkMany(userIds) : client.linkMany(userIds, menu))),
  );
  return refused === undefined;
}

function tellOne(line: AtLine, userId: string, menu: string | null): Promise<LineCallError | undefined> {
  return refusal(() => line((client) => (menu === null ? client.unlink(userId) : client.link(userId, menu))));
}

/** What LINE has against a call itself; undefined: nothing. Throws what may be different next time. */
async function refusal(call: () => Promise<void>): Promise<LineCallError | undefined> {
  try {
    await call();
    return undefined;
  } catch (error) {
    if (error instanceof LineCallError && error.reason === 'bad-request') return error;
    throw error;
  }
}
