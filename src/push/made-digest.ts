import type { AgencyStore } from '../store/port.ts';
import { countCitizens } from './audience.ts';
import type { Letter } from './parts-of.ts';
import type { PushKind } from './push.ts';
import type { ScheduleRecord } from './schedule-record.ts';

/** What goes out by the calendar. */
export const SCHEDULED = ['staff-digest', 'manager-digest', 'news'] as const;
export type Scheduled = (typeof SCHEDULED)[number] & PushKind;

/** To whom a digest goes: those it is made for, or managers in their place. */
export const DIGEST_REACHES = ['all', 'managers'] as const;
export type DigestReach = (typeof DIGEST_REACHES)[number];

/** Who a digest is for, where it is not for one division: those of the whole agency, managers, citizens. */
export const WHOLE = '*';

/** A digest with something new in it. */
export interface MadeDigest {
  readonly letters: AsyncIterable<Letter> | Iterable<Letter>;
  /** What one of them gets: a JSON array of messages. */
  readonly sample: string;
  readonly summary: string;
  readonly record: Pick<ScheduleRecord, 'told' | 'counts'>;
}

/** How many people it goes to; citizens, who are read only when it goes out, by counting. */
export async function recipientsOf(store: AgencyStore, { letters }: MadeDigest): Promise<number> {
  return Array.isArray(letters) ? letters.length : countCitizens(store, 'news');
}
