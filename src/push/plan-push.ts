import type { Clock } from '../clock.ts';
import type { Actor } from '../people/actor.ts';
import { bodies as partBodies, parts as partStates, pushes, quotas } from '../store/collections.ts';
import type { AgencyStore, Transaction } from '../store/port.ts';
import { inBangkok } from '../bangkok-time.ts';
import { partId } from './part.ts';
import { partsOf, type FilledPart, type Letter } from './parts-of.ts';
import type { Push, PushKind } from './push.ts';
import { roomIn, UNUSED_QUOTA, type LineQuota, type Room } from './quota.ts';

/** Parts written in one transaction; Firestore takes 10 MiB, and the largest has 0.6. */
const PARTS_AT_ONCE = 15;

export interface PlannedPush {
  /** Says which push this is: planned again under the same id, it is the same push. */
  readonly id: string;
  readonly kind: PushKind;
  readonly summary: string;
  readonly by: Actor | 'schedule';
  readonly unit: string | null;
  readonly urgent: boolean;
  /** People of the audience who had left the account; known once all letters were read. */
  readonly gone: () => number;
  readonly letters: AsyncIterable<Letter> | Iterable<Letter>;
  /** What else is to be written in the transaction that lets it go: then it is, if and only if the push goes out. */
  readonly also?: Also | undefined;
}

export type Also = (tx: Transaction, push: Push) => Promise<void>;

export interface PlanOptions {
  readonly clock: Clock;
  /** Names this attempt to plan; never the same twice. */
  readonly planner: string;
  /** What LINE says about the month; undefined if it did not say so in time: nothing is sent then. */
  readonly quota: LineQuota | undefined;
  /** Share of the month kept for answers and urgent news, 0–1. */
  readonly reserve: number;
}

export type PlanOutcome =
  | { readonly kind: 'sending'; readonly push: Push; readonly room: Room }
  /** Under this id there is a push already, which goes its own way. */
  | { readonly kind: 'known'; readonly push: Push }
  /** Nobody would get it; nothing was kept. */
  | { readonly kind: 'nobody'; readonly gone: number }
  /** More people than the month has room for; nothing is sent. */
  | { readonly kind: 'not-enough-left'; readonly people: number; readonly room: Room }
  | { readonly kind: 'quota-unknown'; readonly people: number };

/**
 * Makes a push and all its parts durable, then lets it go. Broken off before that, nothing is sent, and planning it again under
 * the same id begins anew. Two that plan the same id at once write the same parts; one of them lets it go.
 */
export async function planPush(store: AgencyStore, plan: PlannedPush, options: PlanOptions): Promise<PlanOutcome> {
  const known = await store.get(pushes, plan.id);
  if (known !== undefined && known.state !== 'planning') return { kind: 'known', push: known };
  const plannedAtMs = options.clock().getTime();
  const begun: Push = {
    kind: plan.kind,
    summary: plan.summary.slice(0, 1_500),
    state: 'planning',
    stoppedBecause: null,
    by: plan.by,
    plannedAtMs,
    planner: options.planner,
    people: 0,
    gone: 0,
    parts: 0,
    unit: plan.unit,
    urgent: plan.urgent,
    counts: null,
  };
  const started = await begin(store, plan.id, begun);
  if (started.planner !== options.planner) return { kind: 'known', push: started };
  const written = await writeParts(store, plan, options.planner);
  if (written === undefined) return { kind: 'known', push: (await store.get(pushes, plan.id)) ?? begun };
  const { people, parts } = written;
  const gone = plan.gone();
  const outcome = await letGo(store, plan, { ...begun, people, parts, gone }, options);
  if (outcome.kind !== 'sending' && outcome.kind !== 'known') await removePush(store, plan.id, parts);
  return outcome;
}

/** Takes the planning over from an attempt that broke off; resolves with the push as it is if it has been let go already. */
async function begin(store: AgencyStore, id: string, begun: Push): Promise<Push> {
  return store.transaction(async (tx) => {
    const stored = await tx.get(pushes, id);
    if (stored !== undefined && stored.state !== 'planning') return stored;
    await tx.set(pushes, id, begun);
    return begun;
  });
}

/** Undefined if another attempt has taken over. */
async function writeParts(
  store: AgencyStore,
  plan: PlannedPush,
  planner: string,
): Promise<{ people: number; parts: number } | undefined> {
  let people = 0;
  let parts = 0;
  let some: FilledPart[] = [];
  const write = async (): Promise<boolean> => {
    const batch = some;
    some = [];
    return store.transaction(async (tx) => {
      if ((await tx.get(pushes, plan.id))?.planner !== planner) return false;
      for (const { part, bodies } of batch) {
        const id = partId(part.push, part.no);
        await tx.set(partBodies, id, { bodies });
        await tx.set(partStates, id, part);
      }
      return true;
    });
  };
  for await (const filled of partsOf(plan.id, plan.letters, plan.unit)) {
    some.push(filled);
    parts += 1;
    people += filled.part.calls.reduce((sum, call) => sum + call.people, 0);
    if (some.length === PARTS_AT_ONCE && !(await write())) return undefined;
  }
  if (some.length > 0 && !(await write())) return undefined;
  return { people, parts };
}

async function letGo(
  store: AgencyStore,
  { id, also }: PlannedPush,
  push: Push,
  { clock, planner, quota, reserve }: PlanOptions,
): Promise<PlanOutcome> {
  const { people } = push;
  if (people === 0) return { kind: 'nobody', gone: push.gone };
  if (quota === undefined) return { kind: 'quota-unknown', people };
  const month = monthOf(clock());
  return store.transaction<PlanOutcome>(async (tx) => {
    const stored = await tx.get(pushes, id);
    if (stored?.planner !== planner) return { kind: 'known', push: stored ?? push };
    const own = (await tx.get(quotas, month)) ?? UNUSED_QUOTA;
    const room = roomIn(quota, own, reserve, push.urgent);
    if (people > room.left) return { kind: 'not-enough-left', people, room };
    const sending: Push = { ...push, state: 'sending', planner: null };
    await tx.set(quotas, month, { ...own, planned: own.planned + people, open: own.open + people });
    await tx.set(pushes, id, sending);
    await also?.(tx, sending);
    return { kind: 'sending', push: sending, room };
  });
}

/** Takes back what was planned and never let go. */
async function removePush(store: AgencyStore, id: string, parts: number): Promise<void> {
  await store.delete(pushes, id);
  for (let no = 0; no < parts; no += 1) {
    await store.delete(partBodies, partId(id, no));
    await store.delete(partStates, partId(id, no));
  }
}

/** The month a push counts for, `2026-11`, by Bangkok's clock. */
export function monthOf(now: Date): string {
  return inBangkok(now).format('YYYY-MM');
}
