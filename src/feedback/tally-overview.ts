import type { AgencyStore } from '../store/port.ts';
import { weekOf } from './bangkok-week.ts';
import { filterOf, groupsOf, type GroupName } from './groups.ts';
import { SMALLEST_GROUP } from './next-edition.ts';
import { tally, type Tally, type TallyFilter } from './tally.ts';

/** One group as officers see it. Groups of fewer than five are not told apart, also not inside the agency. */
export interface TallyRow extends GroupName {
  /** Undefined for fewer than five answers. */
  readonly tally: Tally | undefined;
  /** Mean now minus mean of the period before (the week before for a week, the year before otherwise); null if either is missing. */
  readonly change: number | null;
}

/** Every group of a round that anybody answered about, for officers. By counts only, no document is read. */
export async function tallyOverview(store: AgencyStore, fiscalYear: number, now: Date): Promise<readonly TallyRow[]> {
  const rows: TallyRow[] = [];
  for (const group of await groupsOf(store, fiscalYear, now)) {
    const counted = await tally(store, filterOf(fiscalYear, group));
    if (counted.n === 0 && group.dimension !== 'all') continue;
    const shown = counted.n < SMALLEST_GROUP ? undefined : counted;
    const before = shown && (await tally(store, filterBefore(fiscalYear, group)));
    rows.push({ ...group, tally: shown, change: changeOf(shown, before) });
  }
  return rows;
}

/** Difference of two means; null if one of them is missing or of fewer than five answers. */
function changeOf(now: Tally | undefined, before: Tally | undefined): number | null {
  if (!now || !before || before.n < SMALLEST_GROUP || now.mean === null || before.mean === null) return null;
  return now.mean - before.mean;
}

function filterBefore(fiscalYear: number, group: GroupName): TallyFilter {
  return group.dimension === 'week' ? { fiscalYear, week: weekBefore(group.name) } : filterOf(fiscalYear - 1, group);
}

/** The ISO week before `2026-W47`. 4 January is always in week 1. */
export function weekBefore(week: string): string {
  const [year = 0, no = 0] = week.split('-W').map(Number);
  const day = 86_400_000;
  return weekOf(new Date(Date.UTC(year, 0, 4) + ((no - 1) * 7 - 7) * day));
}
