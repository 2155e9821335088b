import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillSubscribers } from '../../src/people/fill-subscribers.ts';
import {
  forgetPerson,
  rememberChoice,
  rememberFollow,
  rememberInChat,
  rememberUnfollow,
  rememberUnsubscribe,
  type Moment,
} from '../../src/people/following.ts';
import { LISTED } from '../../src/people/subscribers.ts';
import { cleanPeople } from '../../src/people/retention.ts';
import { citizenAudience } from '../../src/push/audience.ts';
import { people, subscribers } from '../../src/store/collections.ts';
import type { AgencyStore, Transaction } from '../../src/store/port.ts';
import { memoryAgency } from '../memory-agency.ts';

const user = (no: number): string => `U${String(no).padStart(32, '0')}`;
type Change = (userId: string, at: Moment) => (tx: Transaction) => Promise<void>;
const CHANGES: readonly Change[] = [
  rememberFollow,
  rememberUnfollow,
  rememberUnsubscribe,
  rememberInChat,
  ...LISTED.flatMap((topic) =>
    [true, false].map(
      (wanted): Change =>
        (id, at) =>
          rememberChoice(id, topic, wanted, at),
    ),
  ),
  (id) => forgetPerson(id),
];

async function listed(store: AgencyStore, topic: (typeof LISTED)[number]): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { to } of citizenAudience(store, topic, new Set())) found.push(to);
  return found.sort();
}

/** The same asked of every person, which is what the lists stand for. */
async function asked(store: AgencyStore, topic: (typeof LISTED)[number]): Promise<readonly string[]> {
  const { docs } = await store.query(people, { equal: { following: true, [`wants.${topic}.wanted`]: true } });
  return docs.map(({ id }) => id).sort();
}

describe('the lists of who asked for results and news', () => {
  it('name exactly those who follow and said yes, whatever happens in whatever order', async () => {
    const event = fc.record({ who: fc.nat(4), what: fc.nat(CHANGES.length - 1), eventMs: fc.nat(20) });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => {
        const store = memoryAgency();
        for (const { who, what, eventMs } of events) {
          await store.transaction(CHANGES[what]?.(user(who), { eventMs, nowMs: 1_000 }) ?? (async () => undefined));
        }
        for (const topic of LISTED) expect(await listed(store, topic)).toEqual(await asked(store, topic));
      }),
      { numRuns: 60 },
    );
  });

  it('cost a document for many people, and none is left when the last one goes', async () => {
    const store = memoryAgency();
    const at = { eventMs: 1, nowMs: 1 };
    await store.transaction(async (tx) => {
      for (let no = 0; no < 1_000; no += 1) await rememberChoice(user(no), 'news', true, at)(tx);
    });
    expect(await listed(store, 'news')).toHaveLength(1_000);
    const { docs } = await store.query(subscribers, { limit: 1_000 });
    expect(docs.length).toBeLessThanOrEqual(64);
    await store.transaction(async (tx) => {
      for (let no = 0; no < 1_000; no += 1) await rememberUnfollow(user(no), { eventMs: 2, nowMs: 2 })(tx);
    });
    expect((await store.query(subscribers)).docs).toEqual([]);
  });

  it('are made where a store has none, of exactly those who asked', async () => {
    const store = memoryAgency();
    const at = { eventMs: 1, nowMs: 1 };
    await store.transaction(async (tx) => {
      for (let no = 0; no < 30; no += 1) await rememberChoice(user(no), 'news', no % 3 > 0, at)(tx);
      await rememberChoice(user(1), 'results', true, at)(tx);
    });
    for (const { id } of (await store.query(subscribers)).docs) await store.delete(subscribers, id);
    await fillSubscribers(store);
    await fillSubscribers(store);
    for (const topic of LISTED) expect(await listed(store, topic)).toEqual(await asked(store, topic));
    expect(await listed(store, 'news')).toHaveLength(20);
  });

  it('lose nobody else when somebody who left long ago is removed', async () => {
    const store = memoryAgency();
    await store.transaction(rememberChoice(user(1), 'news', true, { eventMs: 1, nowMs: 1 }));
    await store.transaction(rememberUnfollow(user(2), { eventMs: 1, nowMs: 1 }));
    await cleanPeople(store, () => new Date('2026-11-23T02:00:00Z'));
    expect(await store.get(people, user(2))).toBeUndefined();
    expect(await listed(store, 'news')).toEqual([user(1)]);
  });
});
