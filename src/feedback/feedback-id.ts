import { createHmac } from 'node:crypto';
import { daykeys } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { StoreError } from '../store/store-error.ts';
import { base32 } from './base32.ts';

/** 20 letters of 5 bits: 100 bits. The id is the reference code as well, so it must not be guessable. */
const LETTERS = 20;

/**
 * The id of a person's answer at a point on a day. Without the day's key nobody, not even with the whole store at hand,
 * can tell whose it is.
 * @param giver `line:U…`, or `web:` and a random id the browser keeps.
 * @param subject The code; for the general form null, or what it is about (general-subjects.ts).
 */
export function feedbackId(dayKey: string, giver: string, subject: string | null): string {
  return base32(
    createHmac('sha256', dayKey)
      .update(`${giver}\n${subject ?? ''}`)
      .digest(),
    LETTERS,
  );
}

/** A feedback id as people typed it (lower case, spaces, dashes, O for 0, I and L for 1); undefined if it cannot be one. */
export function readFeedbackId(typed: string): string | undefined {
  const id = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{20}$/.test(id) ? id : undefined;
}

/** A feedback id as people read it: five groups of four. */
export function showFeedbackId(id: string): string {
  return id.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/**
 * The key of a day, made by whoever needs it first; keys of earlier days are thrown away then (and by `cleanFeedback`).
 * Costs at least one read: callers keep it for the day.
 * @param day Bangkok's date, `dayOf(now)`.
 * @param newKey 32 random bytes as base64url: `() => randomBytes(32).toString('base64url')`.
 */
export async function dayKey(store: AgencyStore, day: string, newKey: () => string): Promise<string> {
  const known = await store.get(daykeys, day);
  if (known !== undefined) return known.key;
  await forgetKeysBefore(store, day);
  const key = newKey();
  try {
    await store.create(daykeys, day, { key });
    return key;
  } catch (error) {
    if (!(error instanceof StoreError) || error.kind !== 'already-exists') throw error;
    const winner = await store.get(daykeys, day);
    if (winner === undefined) throw error;
    return winner.key;
  }
}

/** Throws away the keys of days before `day`. Resolves with how many there were. */
export async function forgetKeysBefore(store: AgencyStore, day: string): Promise<number> {
  const { docs } = await store.query(daykeys, { limit: 1_000 });
  const old = docs.filter(({ id }) => id < day);
  for (const { id } of old) await store.delete(daykeys, id);
  return old.length;
}
