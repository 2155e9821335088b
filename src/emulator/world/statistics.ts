import type { Clock } from '../../clock.ts';
import { dayOf, monthOf } from './calendar.ts';

/** Names of aggregation units counted in one month; later ones still send but are not assigned. */
const MOST_UNITS = 1000;

export interface Statistics {
  readonly countSent: (kind: string, messages: number) => void;
  readonly sentOn: (kind: string, day: string) => number;
  readonly useUnit: (name: string) => void;
  readonly units: () => readonly string[];
  readonly reset: () => void;
}

/** What was sent, by kind and day, and the aggregation units used this month. */
export function createStatistics(clock: Clock): Statistics {
  const sent = new Map<string, number>();
  const units = new Map<string, Set<string>>();
  const thisMonth = () => units.get(monthOf(clock())) ?? new Set<string>();
  return {
    countSent: (kind, messages) => {
      const key = `${kind} ${dayOf(clock())}`;
      sent.set(key, (sent.get(key) ?? 0) + messages);
    },
    sentOn: (kind, day) => sent.get(`${kind} ${day}`) ?? 0,
    useUnit: (name) => {
      const month = thisMonth();
      if (month.size < MOST_UNITS && /^[a-zA-Z0-9_]{1,30}$/.test(name)) units.set(monthOf(clock()), month.add(name));
    },
    units: () => [...thisMonth()],
    reset: () => {
      sent.clear();
      units.clear();
    },
  };
}
