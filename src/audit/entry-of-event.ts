import { audit } from '../store/collections.ts';
import type { Transaction } from '../store/port.ts';
import type { AuditEntry } from './audit-entry.ts';
import { entryId } from './record-change.ts';

/** What this event has changed already, when it is delivered again; undefined the first time. See `recordChange`. */
export function entryOfEvent(tx: Transaction, eventId: string, part = 0): Promise<AuditEntry | undefined> {
  return tx.get(audit, entryId(eventId, part));
}
