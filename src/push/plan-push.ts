import type { Clock } from '../clock.ts';
import type { Actor } from '../people/actor.ts';
import { bodies as partBodies, parts as partStates, pushes, quotas } from '../store/collections.ts';
import type { AgencyStore, Transaction } from '../store/port.ts';
import { monthOf } from './month-of.ts';
import { partId } from './part.ts';
import { partsOf, type FilledPart, type Letter } from './parts-of.ts';
import type { Push, PushKind } from './push.ts';
import { heard, roomIn, UNUSED_QUOTA, type LineQuota, type Room } from './quota.ts';
import type { Reach } from './reach.ts';
import { removePlan } from './remove-plan.ts';

/** Parts written in one transaction; Firestore takes 10 MiB, and the largest has 0.6. */
const PARTS_AT_ONCE = 15;
/** Whoever plans has so long (ms) before they count as dead and another may take over. */
const PLANNING_MS = 60_000;

export interface PlannedPush {
  /** Says which push this is: planned again under the same id, it is the same push. */
  readonly id: string;
  readonly kind: PushKind;
  readonly summary: string;
  readonly by: Actor | 'schedule';
  readonly unit: string | null;
  readonly urgent: boolean;
  /** How wide it goes, if somebody chose that. */
  readonly reach?: Reach;
  /** Handles of the staff among them, if it may be widened later; known once all letters were read. */
  readonly handles?: () => readonly string[];
  /** People of the audience who had left the account; known once all letters were read. */
  readonly gone: () => number;
  readonly letters: AsyncIterable<Letter> | Iterable<Letter>;
  /** What else is to be written in the transaction that lets it go: then it is, if and only if the push goes out. */
  readonly also?: Also | undefined;
  /** Asked in that same transaction; false calls it off. */
  readonly stillWanted?: (tx: Transaction) => Promise<boolean>;
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
  /** Somebody else is planning it at this moment: whether it goes out will be known in a minute. */
  | { readonly kind: 'being-planned' }
  /** Somebody was erased who may have been in it already: it has to be planned anew. */
  | { readonly kind: 'interrupted' }
  /** It was not wanted any more. */
  | { readonly kind: 'called-off' }
  /** Nobody would get it; nothing was kept. */
  | { readonly kind: 'nobody'; readonly gone: number }
  /** More people than the month has room for; nothing is sent. */
  | { readonly kind: 'not-enough-left'; readonly people: number; readonly room: Room }
  | { readonly kind: 'quota-unknown'; readonly people: number };

/**
 * Makes a push and all its parts durable, then lets it go. Broken off before that, nothing is sent, and planning it again under
 * the same id begins anew, a minute later if the one before may still be at it. Rejects as the store and the letters do.
 */
export async function planPush(store: AgencyStore, plan: PlannedPush, options: PlanOptions): Promise<PlanOutcome> {
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
    reach: plan.reach ?? null,
    handles: [],
    counts: null,
  };
  const standing = await begin(store, plan.id, begun);
  if (standing !== undefined) return standing;
  try {
    const written = await writeParts(store, plan, options.planner);
    if (written === undefined) return overtaken(await store.get(pushes, plan.id));
    const outcome = await letGo(
      store,
      plan,
      { ...begun, ...written, gone: plan.gone(), handles: [...(plan.handles?.() ?? [])] },
      options,
    );
    if (outcome.kind !== 'sending') await removePlan(store, plan.id, options.planner);
    return outcome;
  } catch (error) {
    // If that fails, too, it is taken over in a minute.
    await removePlan(store, plan.id, options.planner).catch(() => undefined);
    throw error;
  }
}

/** Takes the planning over from an attempt that broke off; otherwise resolves with what stands in the way. */
async function begin(store: AgencyStore, id: string, begun: Push): Promise<PlanOutcome | undefined> {
  return store.transaction(async (tx) => {
    const stored = await tx.get(pushes, id);
    const isAtIt = stored?.planner != null && Math.abs(begun.plannedAtMs - stored.plannedAtMs) < PLANNING_MS;
    if (stored !== undefined && (stored.state !== 'planning' || isAtIt)) return overtaken(stored);
    await tx.set(pushes, id, begun);
    return undefined;
  });
}

/** What is to be said of a push that somebody else has in hand. */
function overtaken(push: Push | undefined): PlanOutcome {
  if (push !== undefined && push.state !== 'planning') return { kind: 'known', push };
  return { kind: push?.planner === null ? 'interrupted' : 'being-planned' };
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
  { id, also, stillWanted }: PlannedPush,
  push: Push,
  { clock, planner, quota, reserve }: PlanOptions,
): Promise<PlanOutcome> {
  const { people, urgent } = push;
  if (people === 0) return { kind: 'nobody', gone: push.gone };
  if (quota === undefined) return { kind: 'quota-unknown', people };
  const month = monthOf(new Date(push.plannedAtMs));
  return store.transaction<PlanOutcome>(async (tx) => {
    const stored = await tx.get(pushes, id);
    if (stored?.state !== 'planning' || stored.planner !== planner) return overtaken(stored);
    if (stillWanted && !(await stillWanted(tx))) return { kind: 'called-off' };
    const own = (await tx.get(quotas, month)) ?? UNUSED_QUOTA;
    const room = roomIn(quota, own, { reserve, urgent, nowMs: clock().getTime() });
    if (people > room.left) return { kind: 'not-enough-left', people, room };
    const sending: Push = { ...push, state: 'sending', planner: null };
    const planned = { planned: own.planned + people, open: own.open + people, reachedAtMs: null };
    await tx.set(quotas, month, { ...heard(own, quota), ...planned });
    await tx.set(pushes, id, sending);
    await also?.(tx, sending);
    return { kind: 'sending', push: sending, room };
  });
}
