import { z } from 'zod';
import { ActorSchema } from '../people/actor.ts';
import { HandleSchema } from '../people/staff-member.ts';
import { REACHES } from './reach.ts';

/** What is pushed; digests and news follow a schedule, the others follow an event. `urgent`: a manager's own words. */
const PUSH_KINDS = ['results', 'staff-digest', 'manager-digest', 'news', 'answer', 'urgent'] as const;
export type PushKind = (typeof PUSH_KINDS)[number];

/** Why nothing (more) of a push is sent. */
const STOP_REASONS = ['monthly-limit'] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** How many people each end came to; together with `waiting` it is everybody who was planned. */
const CountsSchema = z.strictObject({
  sent: z.int().nonnegative(),
  acceptedBefore: z.int().nonnegative(),
  refused: z.int().nonnegative(),
  unknown: z.int().nonnegative(),
  expired: z.int().nonnegative(),
  leftOut: z.int().nonnegative(),
  waiting: z.int().nonnegative(),
});
export type Counts = z.infer<typeof CountsSchema>;

/** How many people it has reached at most: whom LINE took, and of whom it is not known. None: it can be sent again, to nobody twice. */
export function reachedAtMost({ sent, acceptedBefore, unknown, expired }: Counts): number {
  return sent + acceptedBefore + unknown + expired;
}

/**
 * One push to many people, made durable with all its parts (`part.ts`) before the first call. `planning`: parts are still being
 * written, nothing is sent; `sending`: all are there; `done`: none is open any more; `stopping`: nothing more is sent, and open parts
 * are being closed; `stopped`: they are.
 */
export const PushSchema = z.strictObject({
  kind: z.enum(PUSH_KINDS),
  /** What it says, for lists: the altText of its message. */
  summary: z.string().max(1_500),
  state: z.enum(['planning', 'sending', 'done', 'stopping', 'stopped']),
  stoppedBecause: z.enum(STOP_REASONS).nullable(),
  by: z.union([ActorSchema, z.literal('schedule')]),
  plannedAtMs: z.int().nonnegative(),
  /** Who plans it, as long as it is planned: whoever plans it anew takes over from one that broke off. */
  planner: z.string().max(60).nullable(),
  /** Recipients in its parts, and people of the audience who had left the account when it was planned. */
  people: z.int().nonnegative(),
  gone: z.int().nonnegative(),
  parts: z.int().nonnegative(),
  /** LINE's aggregation unit for statistics; null: none. */
  unit: z
    .string()
    .regex(/^[a-zA-Z0-9_]{1,30}$/)
    .nullable(),
  /** May use the part of the month's quota that is kept for answers and urgent news. */
  urgent: z.boolean(),
  /** How wide somebody had it go; null: it is for whom it is for. */
  reach: z.enum(REACHES).nullable().default(null),
  /** Handles of the staff it was planned for, of one whose reach may be widened later. */
  handles: z.array(HandleSchema).max(5_000).default([]),
  /** Present when nothing is open any more. */
  counts: CountsSchema.nullable(),
});
export type Push = z.infer<typeof PushSchema>;
