import type { Person, Topic } from './person.ts';
import { mayActAs, type Role } from './role.ts';

/** Which choice each kind of push belongs to; an answer needs none: whoever asked for it may be answered. */
const TOPIC_OF = {
  results: 'results',
  news: 'news',
  'staff-digest': 'digest',
  'manager-digest': 'digest',
  answer: null,
} as const satisfies Record<string, Topic | null>;
export type Kind = keyof typeof TOPIC_OF;

/** What staff get without having said so: they agreed to it when they joined. */
const WORK: ReadonlySet<Topic> = new Set(['results', 'digest']);

/** Whether somebody may be sent that, as far as what is remembered of them tells. Nobody who left is sent anything. */
export function wants(person: Person | undefined, kind: Kind, role: Role = 'citizen'): boolean {
  if (person === undefined || !person.following) return false;
  const topic = TOPIC_OF[kind];
  return topic === null || wantsTopic(person, topic, role);
}

/** Whether somebody gets what belongs to a topic: their own word, else what their role brings with it. */
export function wantsTopic(person: Person | undefined, topic: Topic, role: Role): boolean {
  return person?.wants[topic]?.wanted ?? (mayActAs(role, 'staff') && WORK.has(topic));
}
