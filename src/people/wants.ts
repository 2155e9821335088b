import type { Person, Topic } from './person.ts';
import { mayActAs, type Role } from './role.ts';

/** Which choice each kind of push belongs to; an answer needs none: whoever asked for it may be answered. */
export const TOPIC_OF = {
  results: 'results',
  news: 'news',
  urgent: 'news',
  'staff-digest': 'digest',
  'manager-digest': 'digest',
  answer: null,
} as const satisfies Record<string, Topic | null>;
export type Kind = keyof typeof TOPIC_OF;

/** What staff get without having said so: they agreed to it when they joined. News for citizens are not among it. */
const WORK: ReadonlySet<Kind> = new Set(['results', 'urgent', 'staff-digest', 'manager-digest']);

/** Whether somebody may be sent that, as far as what is remembered of them tells. Nobody who left is sent anything. */
export function wants(person: Person | undefined, kind: Kind, role: Role = 'citizen'): boolean {
  if (person === undefined || !person.following) return false;
  const topic = TOPIC_OF[kind];
  return topic === null || (person.wants[topic]?.wanted ?? getsUnasked(kind, role));
}

/** Whether somebody said yes to that kind of push themselves. */
export function askedFor(person: Person | undefined, kind: Kind): boolean {
  const topic = TOPIC_OF[kind];
  return topic !== null && person?.wants[topic]?.wanted === true;
}

/** How much somebody gets of what belongs to a topic: their own word, else what their role brings with it. */
export function wantsTopic(person: Person | undefined, topic: Topic, role: Role): 'all' | 'some' | 'nothing' {
  const own = person?.wants[topic]?.wanted;
  if (typeof own === 'boolean') return own ? 'all' : 'nothing';
  const kinds = (Object.keys(TOPIC_OF) as Kind[]).filter((kind) => TOPIC_OF[kind] === topic);
  const got = kinds.filter((kind) => getsUnasked(kind, role)).length;
  return got === 0 ? 'nothing' : got === kinds.length ? 'all' : 'some';
}

function getsUnasked(kind: Kind, role: Role): boolean {
  return mayActAs(role, 'staff') && WORK.has(kind);
}
