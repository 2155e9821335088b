import { audit } from '../store/collections.ts';
import type { Transaction } from '../store/port.ts';
import type { AuditEntry } from './audit-entry.ts';

/**
 * Writes down a change in the transaction that makes it. `eventId`: of the LINE event or the command run that led to it; the same
 * event gives the same entry however often it is delivered. A change that one event makes several times needs several `part`s.
 */
export async function recordChange(tx: Transaction, eventId: string, entry: AuditEntry, part = 0): Promise<void> {
  await tx.set(audit, entryId(eventId, part), entry);
}

/** The id of the entry that an event leads to. */
export function entryId(eventId: string, part: number): string {
  return `${eventId}-${part}`;
}
