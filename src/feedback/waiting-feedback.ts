import { feedback } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';

/** What waits for an answer as an officer's inbox lists it, in the round and in the one before. */
export interface WaitingFeedback {
  /** For somebody with a division its own and nobody's; for the others everything. */
  readonly all: number;
  /** Of these, the division's own; null for somebody without one. */
  readonly own: number | null;
  /** Of these, what is left over from the round before. */
  readonly left: number;
}

interface Round {
  readonly all: number;
  readonly of: ReadonlyMap<string, number>;
}

/**
 * Counts by aggregation what waits for each division (null: for those who work for the whole agency). A round that is over is counted
 * too: its comments are kept for a year, and who wrote them waits still.
 * @param divisions all there are. What is nobody's has no field to count by: it is what they leave over.
 */
export async function countWaiting(
  store: AgencyStore,
  fiscalYear: number,
  divisions: readonly string[],
): Promise<(division: string | null) => WaitingFeedback> {
  const [left, now] = await Promise.all([
    roundOf(store, fiscalYear - 1, divisions),
    roundOf(store, fiscalYear, divisions),
  ]);
  return (division) => ({
    all: shown(left, division) + shown(now, division),
    own: division === null ? null : (left.of.get(division) ?? 0) + (now.of.get(division) ?? 0),
    left: shown(left, division),
  });
}

async function roundOf(store: AgencyStore, fiscalYear: number, divisions: readonly string[]): Promise<Round> {
  const count = (more: Record<string, string>): Promise<number> =>
    store.count(feedback, { fiscalYear, waits: true, ...more });
  const all = await count({});
  if (all === 0) return { all, of: new Map() };
  const counted = await Promise.all(
    [...new Set(divisions)].map(async (division) => [division, await count({ division })] as const),
  );
  return { all, of: new Map(counted) };
}

function shown({ all, of }: Round, division: string | null): number {
  if (division === null) return all;
  const others = [...of].reduce((sum, [id, count]) => (id === division ? sum : sum + count), 0);
  return all - others;
}
