import { bodies } from '../store/collections.ts';
import type { Transaction } from '../store/port.ts';
import type { Part } from './part.ts';
import { bodyWithout, recipientsOf } from './request-body.ts';
import { ended } from './settle.ts';

/**
 * Takes people (LINE user ids) out of a part that has not been tried yet; afterwards what is sent must stay as it was. Resolves with its
 * calls as they are now; keeping them is up to the caller. Costs a read, and a write if somebody was in it.
 */
export async function leaveOut(
  tx: Transaction,
  id: string,
  calls: Part['calls'],
  people: ReadonlySet<string>,
): Promise<Part['calls']> {
  const stored = people.size === 0 ? undefined : (await tx.get(bodies, id))?.bodies;
  if (stored === undefined) return calls;
  // Of a call that nobody is left of, the body is empty.
  const left = stored.map((body) => (body === '' ? '' : (bodyWithout(body, people) ?? '')));
  if (left.every((body, index) => body === stored[index])) return calls;
  const kept = calls.map((call, index) => {
    const body = left[index] ?? '';
    if (body === stored[index]) return call;
    return body === '' ? ended({ ...call, people: 0 }, 'left-out') : { ...call, people: recipientsOf(body).length };
  });
  if (kept.some(({ state }) => state === 'waiting')) await tx.set(bodies, id, { bodies: left });
  else await tx.delete(bodies, id);
  return kept;
}
