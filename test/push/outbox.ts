import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import { PushClient } from '../../src/line/push-client.ts';
import { readQuota } from '../../src/line/quota-client.ts';
import { deliver, type Delivered } from '../../src/push/deliver.ts';
import { planPush, type PlanOutcome, type PlannedPush } from '../../src/push/plan-push.ts';
import type { Push } from '../../src/push/push.ts';
import type { LineQuota } from '../../src/push/quota.ts';
import type { Send } from '../../src/push/send-outcome.ts';
import { pushes } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { memoryAgency } from '../memory-agency.ts';

const TOKEN = 'a-channel-access-token';
/** Wednesday, 18 November 2026, 9:00 in Thailand. */
export const NINE = Date.UTC(2026, 10, 18, 2);
const HELLO = JSON.stringify([{ type: 'text', text: 'ผลการประเมินปี 2568 ออกแล้ว' }]);
/** Long, because a busy machine is not a slow LINE. */
const DEADLINE_MS = 10_000;

export interface Outbox {
  readonly emulator: Emulator;
  /** Sends over the real client to the emulator. */
  readonly send: Send;
  /** The same with a deadline of its own (ms). */
  readonly sendWithin: (deadlineMs: number) => Send;
  /** What the emulator says of the month; undefined: nothing. */
  readonly quota: () => Promise<LineQuota | undefined>;
  readonly store: AgencyStore;
  readonly now: () => Date;
  readonly advance: (ms: number) => void;
  readonly plan: (people: number, more?: Partial<PlannedPush>, quota?: LineQuota | null) => Promise<PlanOutcome>;
  /** One round of a server of that name. */
  readonly deliver: (more?: {
    readonly name?: string;
    readonly send?: Send;
    readonly store?: AgencyStore;
    /** False: waiting takes real turns of the event loop and no time of the clock. */
    readonly jumps?: boolean;
  }) => Promise<Delivered>;
  readonly push: (id?: string) => Promise<Push | undefined>;
  /** How many of the crowd got it never, once, or more often. */
  readonly reached: () => { readonly none: number; readonly once: number; readonly more: number };
  readonly operations: () => readonly string[];
}

/**
 * An outbox with the LINE emulator behind it and a clock that moves only when somebody waits. A new store and an empty crowd for each
 * test; `outbox()` is the one of the running test.
 */
export function withOutbox(makeStore: () => AgencyStore = memoryAgency): () => Outbox {
  let emulator: Emulator;
  const clients: PushClient[] = [];
  let now = NINE;
  let outbox: Outbox;
  beforeAll(async () => {
    emulator = await startEmulator({
      port: 0,
      channelSecret: 'secret',
      channelAccessToken: TOKEN,
      clock: () => new Date(now),
      newId: () => crypto.randomUUID(),
      monthlyLimit: null,
    });
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()));
  });
  afterAll(() => emulator.close());
  const sendWithin = (deadlineMs: number): Send => {
    const client = new PushClient({
      apiBaseUrl: emulator.url,
      channelAccessToken: TOKEN,
      connections: 20,
      deadlineMs,
    });
    clients.push(client);
    return async (sending) => {
      const outcome = await client.send(sending);
      return outcome.kind === 'refused' ? { ...outcome, status: outcome.status } : outcome;
    };
  };
  beforeEach(() => {
    emulator.reset();
    emulator.quota.setLimit(null);
    now = NINE;
    const store = makeStore();
    const send = sendWithin(DEADLINE_MS);
    outbox = {
      emulator,
      send,
      sendWithin,
      quota: () =>
        readQuota(
          {
            apiBaseUrl: emulator.url,
            dataApiBaseUrl: emulator.url,
            channelSecret: 'secret',
            channelAccessToken: TOKEN,
          },
          DEADLINE_MS,
        ),
      store,
      now: () => new Date(now),
      advance: (ms) => {
        now += ms;
      },
      plan: (people, more = {}, quota = { limit: null, used: 0 }) => {
        if (emulator.crowd.received().length < people) emulator.crowd.gather(people);
        const letters = Array.from({ length: people }, (_, index) => ({
          to: emulator.crowd.id(index),
          messages: HELLO,
        }));
        return planPush(
          store,
          {
            id: 'results-2568',
            kind: 'results',
            summary: 'ผลปี 2568',
            by: 'schedule',
            unit: null,
            urgent: false,
            gone: () => 0,
            letters,
            ...more,
          },
          { clock: () => new Date(now), planner: crypto.randomUUID(), quota: quota ?? undefined, reserve: 0.2 },
        );
      },
      deliver: (more = {}) =>
        deliver({
          store: more.store ?? store,
          send: more.send ?? send,
          clock: () => new Date(now),
          name: more.name ?? 'server-1',
          random: () => 0.5,
          pause: async (ms) => {
            if (more.jumps !== false) now += ms;
            else await new Promise(setImmediate);
          },
        }),
      push: (id = 'results-2568') => store.get(pushes, id),
      reached: () => {
        const counts = { none: 0, once: 0, more: 0 };
        for (const times of emulator.crowd.received())
          counts[times === 0 ? 'none' : times === 1 ? 'once' : 'more'] += 1;
        return counts;
      },
      operations: () => emulator.requests().map(({ operation }) => operation),
    };
  });
  return () => outbox;
}
