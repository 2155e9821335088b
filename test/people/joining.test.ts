import { randomUUID } from 'node:crypto';
import { join as pathOf } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { actorOf } from '../../src/people/acting-staff.ts';
import { cancelInvitation } from '../../src/people/cancel-invitation.ts';
import { changeStaff } from '../../src/people/change-staff.ts';
import { rememberUnfollow } from '../../src/people/following.ts';
import { readAdmins } from '../../src/people/last-admin.ts';
import { lookUpCode } from '../../src/people/try-code.ts';
import { audit, invitations, joinattempts, people, staff } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { bothStores } from '../both-stores.ts';
import { temporaryFolder } from '../server-process.ts';
import { change, employ, invite, joinBy, NOW, userId } from './at-work.ts';
import { withTwoServers } from './two-servers.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const WRONG = '00000000000';
const HOUR_MS = 3_600_000;

describe.each(await bothStores(pathOf(folder.path, 'joining.db')))('becoming staff, in %s', (_, there, open) => {
  let a: AgencyStore;
  let b: AgencyStore;
  withTwoServers(there, open, (one, other) => {
    [a, b] = [one, other];
  });

  const kindOf = async (code: string, no: number, now = NOW): Promise<string> =>
    (await lookUpCode(a, { userId: userId(no), eventId: randomUUID(), code, now })).kind;
  const usesLeft = async (code: string): Promise<number | undefined> => (await a.get(invitations, code))?.usesLeft;

  it.runIf(there)('takes one use, gives the role, remembers who follows, and writes it down', async () => {
    const code = await invite(a, { role: 'manager', division: 'finance', uses: 5 });
    const joined = await joinBy(a, code, 1);
    expect(joined).toMatchObject({ kind: 'joined', member: { role: 'manager', division: 'finance', name: null } });
    expect(await usesLeft(code)).toBe(4);
    expect(await a.get(people, userId(1))).toMatchObject({ following: true });
    const { docs } = await a.query(audit);
    const entry = docs.find(({ data }) => data.action === 'people.join')?.data;
    expect(entry).toMatchObject({ before: { role: 'ประชาชน' }, after: { role: 'ผู้บริหาร', division: 'finance' } });
    expect(JSON.stringify(docs)).not.toContain(code);
    expect(JSON.stringify(docs)).not.toContain(userId(1));
  });

  it.runIf(there)('is one use for an event delivered again, and for the same person again', async () => {
    const code = await invite(a, { uses: 5 });
    const event = change();
    const [first, again] = [await joinBy(a, code, 1, event), await joinBy(b, code, 1, event)];
    expect(again).toEqual(first);
    expect(await joinBy(a, code, 1)).toMatchObject({ kind: 'same' });
    expect(await usesLeft(code)).toBe(4);
    expect(await a.count(joinattempts)).toBe(0);
  });

  it.runIf(there)(
    'says to a second tap with an invitation that is used up by the first that nothing has changed',
    async () => {
      const code = await invite(a);
      await joinBy(a, code, 1);
      expect(await joinBy(b, code, 1)).toMatchObject({ kind: 'same', member: { role: 'staff' } });
      expect(await kindOf(code, 1)).toBe('same');
      expect(await a.count(joinattempts)).toBe(0);
    },
  );

  it.runIf(there)(
    'never brings a role back that was withdrawn or lowered, by an invitation that was used for it',
    async () => {
      const code = await invite(a, { role: 'manager', uses: 20 });
      for (const [no, to] of [
        [1, 'withdrawn'],
        [2, { role: 'staff' }],
      ] as const) {
        await joinBy(a, code, no);
        await a.transaction((tx) => changeStaff(tx, userId(no), to, 'command', [], change()));
        expect(await joinBy(b, code, no)).toMatchObject({ kind: 'unusable' });
      }
      expect(await joinBy(a, code, 3)).toMatchObject({ kind: 'joined' });
    },
  );

  it.runIf(there)('gives the last use to one of those who confirm at the same moment on two servers', async () => {
    const code = await invite(a, { uses: 3 });
    const all = await Promise.all([1, 2, 3, 4, 5, 6].map((no) => joinBy(no % 2 ? a : b, code, no)));
    expect(all.filter(({ kind }) => kind === 'joined')).toHaveLength(3);
    expect(all.filter(({ kind }) => kind === 'unusable')).toHaveLength(3);
    expect(await usesLeft(code)).toBe(0);
    expect((await a.query(staff)).docs).toHaveLength(3);
  });

  it.runIf(there)(
    'is refused in the same words when the code is wrong, over, used up, cancelled or its maker left',
    async () => {
      const maker = await employ(a, 9, { role: 'admin' });
      await employ(a, 8, { role: 'admin' });
      const over = await invite(a, { days: 1 });
      const used = await invite(a);
      await joinBy(a, used, 2);
      const cancelled = await invite(a);
      await a.transaction((tx) => cancelInvitation(tx, cancelled, 'command', change()));
      const orphan = await invite(a, {}, actorOf(maker));
      expect(await kindOf(orphan, 1)).toBe('usable');
      const admins = await readAdmins(a);
      await a.transaction((tx) => changeStaff(tx, userId(9), { role: 'manager' }, 'command', admins, change()));
      const dayLater = new Date(NOW.getTime() + 24 * HOUR_MS + 1);
      const tried = await Promise.all(
        [over, used, cancelled, orphan, WRONG].map((code, no) =>
          lookUpCode(b, { userId: userId(20 + no), eventId: randomUUID(), code, now: dayLater }),
        ),
      );
      expect(tried).toEqual(Array.from({ length: 5 }, () => ({ kind: 'unusable', triesLeft: 4 })));
      expect(await a.count(joinattempts)).toBe(5);
    },
  );

  it.runIf(there)(
    'counts wrong codes on several servers together and then says the same of every code, for an hour',
    async () => {
      const right = await invite(a, { uses: 5 });
      const tries = await Promise.all(
        [1, 2, 3, 4, 5].map((no) =>
          lookUpCode(no % 2 ? a : b, { userId: userId(1), eventId: `try-${no}`, code: WRONG, now: NOW }),
        ),
      );
      expect(tries.filter(({ kind }) => kind === 'locked')).toHaveLength(1);
      const untilMs = NOW.getTime() + HOUR_MS;
      for (const code of [right, WRONG]) {
        const tried = await lookUpCode(b, {
          userId: userId(1),
          eventId: randomUUID(),
          code,
          now: new Date(untilMs - 1),
        });
        expect(tried).toEqual({ kind: 'locked', untilMs });
      }
      expect(await joinBy(a, right, 1)).toEqual({ kind: 'locked', untilMs });
      expect(await kindOf(right, 2)).toBe('usable');
      expect(await kindOf(right, 1, new Date(untilMs))).toBe('usable');
    },
  );

  it.runIf(there)('never takes somebody down without a yes, and never the last admin', async () => {
    await employ(a, 1, { role: 'admin' });
    const code = await invite(a, { role: 'staff', uses: 5 });
    expect(await joinBy(a, code, 1)).toMatchObject({ kind: 'lower', member: { role: 'admin' } });
    expect(await joinBy(a, code, 1, change(), true)).toEqual({ kind: 'last-admin' });
    await employ(a, 2, { role: 'admin' });
    expect(await joinBy(a, code, 1, change(), true)).toMatchObject({ kind: 'joined', member: { role: 'staff' } });
    expect(await usesLeft(code)).toBe(4);
  });

  it.runIf(there)('takes somebody up, and back who was withdrawn, under the same handle', async () => {
    const known = await employ(a, 1, { role: 'citizen', withdrawnAt: NOW.toISOString() });
    const later = change(new Date(NOW.getTime() + HOUR_MS));
    const joined = await joinBy(a, await invite(a), 1, later);
    expect(joined).toMatchObject({
      kind: 'joined',
      member: { handle: known.handle, joinedAt: later.now.toISOString() },
    });
    expect(joined).not.toHaveProperty('member.withdrawnAt');
    const up = await joinBy(a, await invite(a, { role: 'admin' }), 1);
    expect(up).toMatchObject({ kind: 'joined', member: { role: 'admin', joinedAt: later.now.toISOString() } });
  });

  it.runIf(there)('knows that whoever joins is in the chat, but does not undo a later leaving', async () => {
    await a.transaction(rememberUnfollow(userId(1), { eventMs: NOW.getTime() - 1, nowMs: NOW.getTime() - 1 }));
    await a.transaction(rememberUnfollow(userId(2), { eventMs: NOW.getTime() + 1, nowMs: NOW.getTime() + 1 }));
    const code = await invite(a, { uses: 2 });
    await joinBy(a, code, 1);
    await joinBy(a, code, 2);
    expect(await a.get(people, userId(1))).toMatchObject({ following: true });
    expect(await a.get(people, userId(2))).toMatchObject({ following: false });
  });
});
