import { z } from 'zod';
import { DivisionIdSchema } from '../agency/division.ts';
import { ActorSchema } from './actor.ts';
import { STAFF_ROLES } from './role.ts';
import { HandleSchema } from './staff-member.ts';

/** Most people one invitation can take in, and most days it can be open. */
export const MAX_USES = 100;
export const MAX_DAYS = 90;

/**
 * Whoever knows the code of an invitation can become staff, so it is stored under the code (code.ts), and the code stands nowhere
 * else: the audit and buttons name an invitation by its `ref`.
 */
export const InvitationSchema = z.strictObject({
  ref: HandleSchema,
  role: z.enum(STAFF_ROLES),
  /** Null: the whole agency. */
  division: DivisionIdSchema.nullable(),
  uses: z.int().min(1).max(MAX_USES),
  usesLeft: z.int().min(0).max(MAX_USES),
  /** Last moment at which it is taken. */
  expiresAt: z.iso.datetime(),
  /** It counts only as long as whoever made it is an admin. */
  madeBy: ActorSchema,
  madeAt: z.iso.datetime(),
  cancelled: z.boolean(),
});
export type Invitation = z.infer<typeof InvitationSchema>;
