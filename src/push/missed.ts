import { schedules } from '../store/collections.ts';
import type { AgencyStore, Transaction } from '../store/port.ts';
import { SCHEDULED, type MadeDigest, type Scheduled } from './made-digest.ts';
import type { ScheduleRecord } from './schedule-record.ts';

/** What the calendar asked for last and there were not enough messages left for. */
export interface Missed {
  readonly kind: Scheduled;
  /** The occurrence, `2026-11-23T09:00`. */
  readonly at: string;
  /** How many would have got it, and how many messages there were. */
  readonly people: number;
  readonly left: number;
}

/** Everything that was not sent because it did not fit. One read while there is nothing. */
export async function missedDigests(store: AgencyStore): Promise<readonly Missed[]> {
  const { docs } = await store.query(schedules, { equal: { outcome: 'not-enough-left' } });
  return SCHEDULED.flatMap((kind) => missedOf(kind, docs.find(({ id }) => id === kind)?.data) ?? []);
}

/** What of that kind was not sent; undefined: nothing waits to be decided. */
export function missedOf(kind: Scheduled, record: ScheduleRecord | undefined): Missed | undefined {
  if (record === undefined || record.missing === null) return undefined;
  return { kind, at: record.last, ...record.missing };
}

/**
 * Writes down what became of it. `told`: it was sent to those it is for, so the next one tells what is new since then; to others, it is
 * still to be told. Does nothing if the calendar has gone on meanwhile.
 */
export async function settleMissed(
  tx: Transaction,
  { kind, at }: Pick<Missed, 'kind' | 'at'>,
  became: { readonly outcome: 'nothing-new' | 'sent-to-fewer' } | { readonly told: MadeDigest['record']; atMs: number },
): Promise<void> {
  const record = await tx.get(schedules, kind);
  if (record === undefined || record.last !== at || record.missing === null) return;
  const now = 'told' in became ? { outcome: 'sent' as const, atMs: became.atMs, ...became.told } : became;
  await tx.set(schedules, kind, { ...record, ...now, missing: null });
}
