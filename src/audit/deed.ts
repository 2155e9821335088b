import type { Actor } from '../people/actor.ts';
import type { Transaction } from '../store/port.ts';
import type { AuditEntry } from './audit-entry.ts';
import { recordChange } from './record-change.ts';

/** Who changes something, because of which LINE event or command run, and when. */
export interface Deed {
  readonly by: Actor;
  /** Unique to the event; the same event is the same deed however often it is delivered. */
  readonly eventId: string;
  readonly at: Date;
}

/** Writes down what the deed changed, in the transaction that changes it. One change for each deed. */
export function recordDeed(
  tx: Transaction,
  { by, eventId, at }: Deed,
  change: Pick<AuditEntry, 'action' | 'subject' | 'before' | 'after'>,
): Promise<void> {
  return recordChange(tx, eventId, { atMs: at.getTime(), by, ...change });
}
