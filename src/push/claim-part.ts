import { bodies, parts, pushes } from '../store/collections.ts';
import type { AgencyStore, Transaction } from '../store/port.ts';
import { leaveOut } from './leave-out.ts';
import { partId, type Part } from './part.ts';
import { ended } from './settle.ts';

/** How long a part belongs to whoever took it (ms); after that its holder counts as dead and another may go on. */
const LEASE_MS = 60_000;
/** LINE forgets a retry key 24 hours after the first try; past this (ms) the same call could reach people twice. */
const KEY_LIVES_MS = 23.5 * 3_600_000;

/** Whose part it is. */
export interface Holder {
  readonly name: string;
  readonly nowMs: number;
  /** Of these people (LINE user ids) those who do not want it any more, or have left since it was planned. */
  readonly withdrawn: ReadonlySet<string>;
}

/** What is known of a part before it is taken. */
export type Due = Pick<Part, 'push' | 'no'>;

/**
 * Takes parts that are due, in one transaction: theirs for a minute, written down before the first call. Left out is what needs nothing (any more): somebody else holds it, its push was stopped
 * or never let go, it is too old to be tried again, or nobody is left who wants it.
 */
export async function claimParts(store: AgencyStore, due: readonly Due[], holder: Holder): Promise<readonly Part[]> {
  return store.transaction(async (tx) => {
    const claims: Part[] = [];
    for (const one of due) {
      const claim = await claimPart(tx, one, holder);
      if (claim) claims.push(claim);
    }
    return claims;
  });
}

async function claimPart(
  tx: Transaction,
  { push: pushId, no }: Due,
  { name, nowMs, withdrawn }: Holder,
): Promise<Part | undefined> {
  const id = partId(pushId, no);
  const part = await tx.get(parts, id);
  if (part === undefined || part.state === 'closed' || part.dueAtMs > nowMs) return undefined;
  const push = await tx.get(pushes, pushId);
  if (push?.state === 'planning') return undefined;
  if (push === undefined || no >= push.parts) {
    // Left over from an attempt to plan that broke off.
    await tx.delete(bodies, id);
    await tx.delete(parts, id);
    return undefined;
  }
  const first = part.firstTryAtMs;
  // Before its first try: the clock was set back, and nobody can tell how old the key is.
  const tooOld = first !== null && (nowMs < first || nowMs - first >= KEY_LIVES_MS);
  if (push.state !== 'sending' || tooOld) {
    await tx.delete(bodies, id);
    await tx.set(parts, id, closed(part, push.state !== 'sending'));
    return undefined;
  }
  const calls = first === null ? await leaveOut(tx, id, part.calls, withdrawn) : part.calls;
  const claimed: Part = {
    ...part,
    calls,
    state: calls.some(({ state }) => state === 'waiting') ? 'open' : 'closed',
    holder: name,
    firstTryAtMs: first ?? nowMs,
    dueAtMs: nowMs + LEASE_MS,
  };
  await tx.set(parts, id, claimed);
  return claimed.state === 'open' ? claimed : undefined;
}

function closed(part: Part, stopped: boolean): Part {
  const calls = part.calls.map((call) => {
    if (call.state !== 'waiting') return call;
    if (stopped) return ended(call, call.unclear ? 'unknown' : 'refused', 'stopped');
    return ended(call, part.firstTryAtMs === null ? 'refused' : 'expired');
  });
  return { ...part, calls, state: 'closed', holder: null };
}
