import { z } from 'zod';
import { ActorSchema } from '../people/actor.ts';

/** What was changed; each begins with the room it belongs to. */
export const AUDIT_ACTIONS = [
  ...(['people.invite', 'people.join', 'people.role', 'people.withdraw', 'people.cancel-invitation'] as const),
  ...(['measure.add', 'measure.status', 'measure.note', 'measure.assign', 'measure.due', 'measure.undo'] as const),
  ...(['measure.carry'] as const),
  ...(['feedback.answer', 'feedback.hide', 'feedback.show', 'feedback.hand'] as const),
  ...(['qr.create', 'qr.rename', 'qr.stop', 'qr.open'] as const),
  ...(['push.announce', 'push.missed', 'push.urgent'] as const),
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Values as they were shown: short, and nothing a citizen wrote. */
const ValuesSchema = z.record(z.string().max(40), z.union([z.string().max(1_000), z.number(), z.boolean(), z.null()]));

/** One change by staff. Stored under an id derived from the event, so a redelivered event is one entry. */
export const AuditEntrySchema = z.strictObject({
  /** When (ms since 1970). */
  atMs: z.int().nonnegative(),
  by: ActorSchema,
  action: z.enum(AUDIT_ACTIONS),
  /** What it was done to: a measure's id, a code, the name of a piece of feedback (never its id, which is a secret), a handle. */
  subject: z.string().min(1).max(60),
  before: ValuesSchema,
  after: ValuesSchema,
});
export type AuditEntry = z.infer<typeof AuditEntrySchema>;
