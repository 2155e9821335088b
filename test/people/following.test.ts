import { describe, expect, it } from 'vitest';
import {
  forgetPerson,
  rememberChoice,
  rememberFollow,
  rememberUnfollow,
  rememberUnsubscribe,
} from '../../src/people/following.ts';
import { TOPICS, type Person } from '../../src/people/person.ts';
import { wants } from '../../src/people/wants.ts';
import { people } from '../../src/store/collections.ts';
import type { AgencyStore, Transaction } from '../../src/store/port.ts';
import { memoryAgency } from '../memory-agency.ts';

const USER = 'U0123456789abcdef0123456789abcdef';
const at = (eventMs: number): { eventMs: number; nowMs: number } => ({ eventMs, nowMs: 1_000 });
const all = (wanted: boolean | null, atMs: number): Person['wants'] =>
  Object.fromEntries(TOPICS.map((topic) => [topic, { wanted, atMs }]));

async function after(...changes: readonly ((tx: Transaction) => Promise<void>)[]): Promise<Person | undefined> {
  const store: AgencyStore = memoryAgency();
  for (const change of changes) await store.transaction(change);
  return store.get(people, USER);
}

describe('what is remembered of a LINE user', () => {
  it('starts with following and without a choice', async () => {
    expect(await after(rememberFollow(USER, at(5)))).toEqual({
      following: true,
      wants: all(null, 5),
      changedAtMs: 5,
      recordedAtMs: 1_000,
    });
  });

  it.each([
    ['unsubscribing', rememberUnsubscribe, { following: true, wants: all(false, 200) }],
    ['leaving', rememberUnfollow, { following: false, wants: all(null, 200) }],
    ['following again', rememberFollow, { following: true, wants: all(null, 200) }],
  ] as const)('ends the news after %s', async (_, remember, standing) => {
    expect(await after(rememberChoice(USER, 'news', true, at(100)), remember(USER, at(200)))).toMatchObject(standing);
  });

  it('keeps what else was chosen when one thing is', async () => {
    const person = await after(
      rememberChoice(USER, 'news', true, at(100)),
      rememberChoice(USER, 'results', false, at(200)),
    );
    expect(person?.wants).toEqual({ news: { wanted: true, atMs: 100 }, results: { wanted: false, atMs: 200 } });
  });

  it('ends the same in whatever order its events arrive, each twice', async () => {
    const events = [
      rememberFollow(USER, at(1)),
      rememberUnfollow(USER, at(2)),
      rememberFollow(USER, at(3)),
      rememberChoice(USER, 'news', true, at(4)),
      rememberChoice(USER, 'results', true, at(5)),
    ];
    for (const order of permutations([0, 1, 2, 3, 4])) {
      const person = await after(...[...order, ...order].flatMap((index) => events[index] ?? []));
      expect(person).toEqual({
        following: true,
        wants: { ...all(null, 3), news: { wanted: true, atMs: 4 }, results: { wanted: true, atMs: 5 } },
        changedAtMs: 5,
        recordedAtMs: 1_000,
      });
    }
  });

  it('is gone after erasure', async () => {
    expect(await after(rememberFollow(USER, at(1)), forgetPerson(USER))).toBeUndefined();
  });
});

describe('who may be sent what', () => {
  const following = { following: true, wants: {}, changedAtMs: 1, recordedAtMs: 1 };
  const chose = (topic: 'news' | 'results' | 'digest', wanted: boolean | null): Person => ({
    ...following,
    wants: { [topic]: { wanted, atMs: 1 } },
  });

  it('is nobody who is not known or has left', () => {
    expect(wants(undefined, 'answer')).toBe(false);
    expect(wants({ ...chose('news', true), following: false }, 'news')).toBe(false);
    expect(wants({ ...following, following: false }, 'answer', 'admin')).toBe(false);
  });

  it('is a citizen only with a yes, and a staff member until a no', () => {
    expect(wants(following, 'results')).toBe(false);
    expect(wants(chose('results', true), 'results')).toBe(true);
    expect(wants(following, 'staff-digest', 'staff')).toBe(true);
    expect(wants(chose('digest', false), 'manager-digest', 'manager')).toBe(false);
    expect(wants(following, 'news', 'staff')).toBe(false);
    expect(wants(following, 'staff-digest')).toBe(false);
  });
});

function permutations(of: readonly number[]): number[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((first) => permutations(of.filter((other) => other !== first)).map((rest) => [first, ...rest]));
}
