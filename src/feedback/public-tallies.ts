import { setImmediate } from 'node:timers/promises';
import { dayOf } from '../bangkok-time.ts';
import type { Clock } from '../clock.ts';
import { tallies } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import type { Dimension, Editions } from './editions.ts';
import { filterOf, groupsOf } from './groups.ts';
import { nextEdition, published, SMALLEST_GROUP, type Live } from './next-edition.ts';
import { tally, tallyOf, type Tally } from './tally.ts';

/**
 * What anybody may see of a group: its tally and when it was counted; `few`: fewer than five answers; `close`: not shown,
 * because it would tell what fewer than five people said.
 */
export type PublicTally =
  { readonly kind: 'shown'; readonly tally: Tally; readonly at: string } | { readonly kind: 'few' | 'close' };

export interface PublicTallies {
  readonly fiscalYear: number;
  /** When answers were last counted for publishing; null: never. */
  readonly asOf: string | null;
  readonly groups: readonly {
    readonly dimension: Dimension;
    readonly name: string;
    readonly tally: PublicTally;
  }[];
}

/** What is published of a round. One read; changes at most once a day (see `publishTallies`). */
export async function publicTallies(store: AgencyStore, fiscalYear: number): Promise<PublicTallies> {
  return publicView(fiscalYear, await store.get(tallies, String(fiscalYear)));
}

/** The public tally of one group, e.g. `publicTally(all, 'indicator', '6')`; `few` for one that was never counted. */
export function publicTally(all: PublicTallies, dimension: Dimension, name: string): PublicTally {
  return all.groups.find((one) => one.dimension === dimension && one.name === name)?.tally ?? { kind: 'few' };
}

/**
 * Counts a round's answers and publishes what may be published (see `nextEdition`). Once a day at most: asked again on
 * the same day it only reads. Costs one read for each 1,000 answers of each group and step; of the whole only, when
 * fewer than five answers have come since.
 */
export async function publishTallies(store: AgencyStore, fiscalYear: number, clock: Clock): Promise<PublicTallies> {
  const id = String(fiscalYear);
  const now = clock();
  const before = await store.get(tallies, id);
  if (before !== undefined && dayOf(new Date(before.asOf)) >= dayOf(now)) return publicView(fiscalYear, before);
  const whole = await tally(store, { fiscalYear });
  const shown = publicTally(publicView(fiscalYear, before), 'all', '');
  // No group can have five more answers if the whole has not: then nothing is counted further, and nothing written.
  if (whole.n - (shown.kind === 'shown' ? shown.tally.n : 0) < SMALLEST_GROUP) return publicView(fiscalYear, before);
  const live: Live[] = [];
  for (const group of await groupsOf(store, fiscalYear, now)) {
    const { counts } = await tally(store, filterOf(fiscalYear, group));
    // SQLite counts without letting go of the event loop; there are many groups, and others want to be served.
    await setImmediate();
    live.push({ ...group, counts });
  }
  const edition = await store.transaction(async (tx) => {
    const known = await tx.get(tallies, id);
    // Somebody else has published meanwhile; two editions of one moment could be told apart.
    if (known !== undefined && known.asOf !== before?.asOf) return known;
    const next = nextEdition(known, live, now);
    await tx.set(tallies, id, next);
    return next;
  });
  return publicView(fiscalYear, edition);
}

function publicView(fiscalYear: number, editions: Editions | undefined): PublicTallies {
  const groups = (editions?.groups ?? []).map((group) => {
    const counts = published(group);
    const at = group.history.at(-1)?.at;
    const tally: PublicTally =
      counts === undefined || at === undefined
        ? { kind: group.held ?? 'few' }
        : { kind: 'shown', tally: tallyOf(counts), at };
    return { dimension: group.dimension, name: group.name, tally };
  });
  return { fiscalYear, asOf: editions?.asOf ?? null, groups };
}
