import type { Clock } from '../../clock.ts';
import { lineDay } from '../../line/line-day.ts';
import { monthOf } from './calendar.ts';

/** Names of aggregation units counted in one month; later ones still send but are not assigned. */
const MOST_UNITS = 1000;

/** What an aggregation unit may be called. */
export const UNIT_NAME = /^[a-zA-Z0-9_]{1,30}$/;

export interface Statistics {
  readonly countSent: (kind: string, messages: number) => void;
  readonly sentOn: (kind: string, day: string) => number;
  /** False if LINE sends the message and does not assign it. */
  readonly useUnit: (name: string) => boolean;
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
      const key = `${kind} ${lineDay(clock())}`;
      sent.set(key, (sent.get(key) ?? 0) + messages);
    },
    sentOn: (kind, day) => sent.get(`${kind} ${day}`) ?? 0,
    useUnit: (name) => {
      const month = thisMonth();
      const room = month.size < MOST_UNITS || month.has(name);
      if (!room || !UNIT_NAME.test(name)) return false;
      units.set(monthOf(clock()), month.add(name));
      return true;
    },
    units: () => [...thisMonth()],
    reset: () => {
      sent.clear();
      units.clear();
    },
  };
}
