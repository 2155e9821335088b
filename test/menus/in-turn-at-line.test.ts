import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RichMenuClient } from '../../src/line/rich-menu-client.ts';
import type { MenuWork } from '../../src/menus/at-line.ts';
import { inTurnAtLine } from '../../src/menus/in-turn-at-line.ts';
import { randomId } from '../../src/new-id.ts';
import { leases } from '../../src/store/collections.ts';
import type { After } from '../../src/store/after.ts';
import { memoryAgency } from '../memory-agency.ts';

const START = Date.UTC(2026, 10, 15, 3);
let now = START;
let looks = 0;
/** Time passes when it is waited for, and only then. */
const after: After = (ms, task) => {
  now += ms;
  looks += 1;
  queueMicrotask(task);
  return () => undefined;
};
const client = new RichMenuClient({ apiBaseUrl: 'http://127.0.0.1:9', channelAccessToken: 'none', deadlineMs: 1 });
let work: MenuWork;
beforeEach(() => {
  now = START;
  looks = 0;
  work = { store: memoryAgency(), client, clock: () => new Date(now), newId: randomId };
});
afterEach(() => client.close());

describe('whoever changes menus in turn', () => {
  it('does so at once if nobody else does, and says nothing of waiting', async () => {
    const onWait = (): void => expect.unreachable();
    expect(await inTurnAtLine(work, async () => 'done', { after, onWait })).toBe('done');
    expect(looks).toBe(0);
  });

  it('says once that it waits, and goes on when the lease of one that died is over', async () => {
    await work.store.set(leases, 'menus', { holder: 'dead', untilMs: START + 90_000 });
    let said = 0;
    expect(await inTurnAtLine(work, async () => 'done', { after, onWait: () => (said += 1) })).toBe('done');
    expect([said, looks]).toEqual([1, 90]);
  });

  it('gives up after two minutes of others', async () => {
    await work.store.set(leases, 'menus', { holder: 'busy', untilMs: START + 3_600_000 });
    const waiting = inTurnAtLine(work, async () => 'done', { after });
    await expect(waiting).rejects.toMatchObject({ name: 'MenusBusyError' });
    expect(now - START).toBeLessThan(125_000);
  });

  it('does not begin any more once it is not wanted', async () => {
    const stopped = AbortSignal.abort();
    const begun = inTurnAtLine(work, async () => expect.unreachable(), { after, signal: stopped });
    await expect(begun).rejects.toMatchObject({ name: 'AbortError' });
  });
});
