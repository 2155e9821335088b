import { describe, expect, it } from 'vitest';
import { rememberFollow, rememberUnfollow } from '../../src/people/following.ts';
import { withWrong } from '../../src/people/join-attempts.ts';
import { cleanJoinAttempts, cleanPeople } from '../../src/people/retention.ts';
import { invitations, joinattempts, people, staff } from '../../src/store/collections.ts';
import { memoryAgency } from '../memory-agency.ts';
import { employ, invite, NOW, userId } from './at-work.ts';

const DAY_MS = 86_400_000;
const after = (days: number) => (): Date => new Date(NOW.getTime() + days * DAY_MS);
const on = (iso: string) => (): Date => new Date(iso);

describe('what is kept about people', () => {
  it('forgets wrong codes when they count no more', async () => {
    const store = memoryAgency();
    await store.set(joinattempts, userId(1), withWrong(undefined, 'e', NOW));
    await cleanJoinAttempts(store, () => new Date(NOW.getTime() + 3_599_999));
    expect(await store.count(joinattempts)).toBe(1);
    await cleanJoinAttempts(store, () => new Date(NOW.getTime() + 3_600_000));
    expect(await store.count(joinattempts)).toBe(0);
  });

  it('keeps an invitation for 30 days after its last', async () => {
    const store = memoryAgency();
    await invite(store, { days: 7 });
    await cleanPeople(store, after(37));
    expect(await store.count(invitations)).toBe(1);
    await cleanPeople(store, after(37.01));
    expect(await store.count(invitations)).toBe(0);
  });

  it('keeps who was staff, name included, as long as the audit may speak of them', async () => {
    const store = memoryAgency();
    await employ(store, 1, { role: 'citizen', withdrawnAt: NOW.toISOString() });
    await employ(store, 2, { joinedAt: '2015-01-01T00:00:00.000Z' });
    // Withdrawn in fiscal year 2570; 2571 and 2572 are kept.
    await cleanPeople(store, on('2029-09-30T16:59:59.999Z'));
    expect((await store.get(staff, userId(1)))?.name).toBe('คนที่ 1');
    await cleanPeople(store, on('2029-09-30T17:00:00.000Z'));
    expect((await store.query(staff)).docs.map(({ id }) => id)).toEqual([userId(2)]);
  });

  it('forgets people a year after they left, and nobody who follows', async () => {
    const store = memoryAgency();
    await store.transaction(rememberFollow(userId(1), { eventMs: NOW.getTime(), nowMs: NOW.getTime() }));
    for (const no of [2, 3])
      await store.transaction(rememberUnfollow(userId(no), { eventMs: NOW.getTime() + no, nowMs: NOW.getTime() + no }));
    await cleanPeople(store, () => new Date(NOW.getTime() + 365 * DAY_MS + 3));
    expect((await store.query(people)).docs.map(({ id }) => id)).toEqual([userId(1), userId(3)]);
  });
});
