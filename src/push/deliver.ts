import pLimit from 'p-limit';
import type { Clock } from '../clock.ts';
import { bodies as partBodies, parts, pushes } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { claimParts } from './claim-part.ts';
import { finishPush, stopPush } from './finish-push.ts';
import { partId, type Call, type Part } from './part.ts';
import { takeRequests } from './rate-limit.ts';
import { savePart } from './save-part.ts';
import type { Send } from './send-outcome.ts';
import { afterTry, lost, MONTHLY_LIMIT, settled } from './settle.ts';
import { withdrawnSince } from './withdrawn-since.ts';

/** Parts looked at in one go. */
const LOOK_AT = 100;
/**
 * Parts taken in one transaction, and how many do so at once: while some write down what they take, the others keep LINE busy. Together
 * the parts that one server has under way.
 */
const CLAIMED_TOGETHER = 4;
const CLAIMERS = 4;
/** Single pushes of one part under way at once. */
const PUSHES_AT_ONCE = 10;
/** A round waits for parts that are due again within this (ms), rather than leaving them to the next round. */
const WAIT_FOR_MS = 130_000;

export interface DeliverOptions {
  readonly store: AgencyStore;
  readonly send: Send;
  readonly clock: Clock;
  /** Names this server; never the same twice. */
  readonly name: string;
  readonly random: () => number;
  /** Resolves after so many milliseconds; at once when the server stops. */
  readonly pause: (ms: number) => Promise<void>;
  /** As `pause`, between one look and the next: may end early because there is something new to send. Default: `pause`. */
  readonly rest?: (ms: number) => Promise<void>;
  /** True once the server stops: no new part is taken. */
  readonly stopping?: () => boolean;
}

/** What a round did; for the log, without a word of what was sent or to whom. */
export interface Delivered {
  readonly parts: number;
  readonly finished: readonly string[];
}

/**
 * Sends what is due, until nothing is or the server stops. Any number of servers may do so at once: each part is taken by one of them.
 * Rejects as the store does; what was not written down is taken up again when the lease is over, with the same retry keys.
 */
export async function deliver(options: DeliverOptions): Promise<Delivered> {
  const { store, clock } = options;
  let worked = 0;
  const finished: string[] = [];
  for (;;) {
    const { due, nextMs, over } = await look(store, clock().getTime());
    for (const id of over) {
      await finishPush(store, id);
      finished.push(id);
    }
    if (options.stopping?.() === true) break;
    if (due.length > 0) {
      worked += await workOn(options, due);
      continue;
    }
    const wait = nextMs - clock().getTime();
    if (wait > WAIT_FOR_MS) break;
    await (options.rest ?? options.pause)(Math.max(wait, 1));
  }
  return { parts: worked, finished };
}

/** What there is to do: parts that are due, when the next one will be (Infinity: none), and pushes without an open part. */
async function look(
  store: AgencyStore,
  nowMs: number,
): Promise<{ readonly due: readonly Part[]; readonly nextMs: number; readonly over: readonly string[] }> {
  const due: Part[] = [];
  const over: string[] = [];
  let nextMs = Infinity;
  for (const state of ['sending', 'stopping'] as const) {
    for (const { id } of (await store.query(pushes, { equal: { state } })).docs) {
      const { docs } = await store.query(parts, {
        equal: { push: id, state: 'open' },
        orderBy: { field: 'dueAtMs', direction: 'asc' },
        limit: LOOK_AT,
      });
      const [first] = docs;
      if (first === undefined) over.push(id);
      else if (first.data.dueAtMs > nowMs) nextMs = Math.min(nextMs, first.data.dueAtMs);
      due.push(...docs.map(({ data }) => data).filter(({ dueAtMs }) => dueAtMs <= nowMs));
    }
  }
  return { due, nextMs, over };
}

async function workOn(options: DeliverOptions, due: readonly Part[]): Promise<number> {
  const withdrawn = withdrawnSince(options.store);
  const waiting = [...due];
  // One after another: the bucket is one document, and two of a server that wrote it at once would only be in each other's way.
  const inTurn = pLimit(1);
  let worked = 0;
  const worker = async (): Promise<void> => {
    while (waiting.length > 0 && options.stopping?.() !== true) {
      const [first, ...others] = waiting.splice(0, CLAIMED_TOGETHER);
      if (first === undefined) return;
      // Those of one push, because whom to leave out depends on when it was planned.
      const same = others.filter(({ push }) => push === first.push);
      waiting.unshift(...others.filter(({ push }) => push !== first.push));
      const holder = {
        name: options.name,
        nowMs: options.clock().getTime(),
        withdrawn: await withdrawn(first.push),
      };
      const claims = await claimParts(options.store, [first, ...same], holder);
      await options.pause(await inTurn(() => turnOf(options, claims)));
      // Then the pause was cut short; the lease runs out, and the next server goes on.
      if (options.stopping?.() === true) return;
      await allOf(claims.map((part) => sendPart(options, part)));
      worked += claims.length;
    }
  };
  await allOf(Array.from({ length: CLAIMERS }, worker));
  return worked;
}

/** All of them end before an error goes up, so that no call is under way that nobody waits for. */
async function allOf(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

/** How long to wait until LINE's rate allows all calls of these claims (ms). */
async function turnOf({ store, clock }: DeliverOptions, claims: readonly Part[]): Promise<number> {
  const calls = claims.flatMap(({ calls: all }) => all).filter(({ state }) => state === 'waiting');
  const singles = calls.filter(({ endpoint }) => endpoint === 'push').length;
  const nowMs = clock().getTime();
  const waits = await Promise.all([
    singles === 0 ? 0 : takeRequests(store, 'push', singles, nowMs),
    singles === calls.length ? 0 : takeRequests(store, 'multicast', calls.length - singles, nowMs),
  ]);
  return Math.max(...waits);
}

async function sendPart(options: DeliverOptions, part: Part): Promise<void> {
  const { store, clock, random } = options;
  // Not in the transaction that claims it: once it is claimed nobody changes what it sends.
  const stored = await store.get(partBodies, partId(part.push, part.no));
  if (stored === undefined) {
    // Whoever took over when our lease ran out has closed it, so this changes nothing; or a copy of the store was put back without it.
    await savePart(store, options.name, { ...part, calls: part.calls.map(lost), holder: null });
    return;
  }
  const calls: Call[] = [...part.calls];
  let monthOver = false;
  const numbers = calls.flatMap(({ state }, index) => (state === 'waiting' ? [index] : []));
  const worker = async (): Promise<void> => {
    for (let index = numbers.shift(); index !== undefined && !monthOver; index = numbers.shift()) {
      // Past the lease another server may be at it, or, after a long sleep, LINE may have forgotten the key.
      if (clock().getTime() >= part.dueAtMs) return;
      const call = calls[index];
      const body = stored.bodies[index];
      if (call === undefined || body === undefined) continue;
      const outcome = await options.send({ endpoint: call.endpoint, body, retryKey: call.retryKey });
      calls[index] = afterTry(call, outcome);
      if (outcome.kind === 'refused' && outcome.reason === MONTHLY_LIMIT) monthOver = true;
    }
  };
  await Promise.all(Array.from({ length: PUSHES_AT_ONCE }, worker));
  if (monthOver) await stopPush(store, part.push, 'monthly-limit', clock().getTime());
  await savePart(store, options.name, settled({ ...part, calls }, clock().getTime(), random));
}
