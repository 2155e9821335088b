import { createHash } from 'node:crypto';
import { people, subscribers } from '../store/collections.ts';
import type { Transaction } from '../store/port.ts';
import type { Person } from './person.ts';
import { LISTED, type ListedTopic } from './subscribers.ts';

/** Lists for each topic: a document holds some 30,000 people. */
const LISTS = 64;

/**
 * Keeps what is remembered of a LINE user, and the lists with it; `next` undefined: nothing is remembered any more. The only way to write
 * `people`. Costs a read and a write more where a list changes, and nothing otherwise.
 */
export async function keepPerson(
  tx: Transaction,
  userId: string,
  known: Person | undefined,
  next: Person | undefined,
): Promise<void> {
  await (next === undefined ? tx.delete(people, userId) : tx.set(people, userId, next));
  for (const topic of LISTED) {
    const listed = isSubscribed(next, topic);
    if (listed !== isSubscribed(known, topic)) await list(tx, userId, topic, listed);
  }
}

function isSubscribed(person: Person | undefined, topic: ListedTopic): boolean {
  return person?.following === true && person.wants[topic]?.wanted === true;
}

async function list(tx: Transaction, userId: string, topic: ListedTopic, listed: boolean): Promise<void> {
  const id = listOf(userId, topic);
  const others = ((await tx.get(subscribers, id))?.people ?? []).filter((other) => other !== userId);
  const now = listed ? [...others, userId] : others;
  await (now.length === 0 ? tx.delete(subscribers, id) : tx.set(subscribers, id, { topic, people: now }));
}

function listOf(userId: string, topic: ListedTopic): string {
  const no = createHash('sha256').update(userId).digest().readUInt32BE(0) % LISTS;
  return `${topic}-${String(no).padStart(2, '0')}`;
}
