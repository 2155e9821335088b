import { z } from 'zod';
import { DivisionIdSchema } from '../agency/division.ts';
import { ROLES } from './role.ts';

/** A short name for a staff member that is neither a name nor a LINE user id: for buttons, commands and the audit. */
export const HandleSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/);

/**
 * Somebody who works for the agency, stored under the LINE user id apart from `people`: there are few of them, so every server
 * watches them all and knows a role without a read.
 */
export const StaffMemberSchema = z.strictObject({
  /** `citizen` once the role was withdrawn: the handle keeps its meaning in the audit. */
  role: z.enum(ROLES),
  /** Null: the whole agency. */
  division: DivisionIdSchema.nullable(),
  handle: HandleSchema,
  /** As LINE shows it, asked for with the notice when joining; null if LINE has no profile or it has been erased. */
  name: z.string().min(1).max(100).nullable(),
  joinedAt: z.iso.datetime(),
  /** `ref` of the invitation they came by last: nobody uses one twice, so a withdrawn role does not come back by an old code. */
  invitation: HandleSchema.optional(),
  /** When the role was withdrawn; left out while there is one. */
  withdrawnAt: z.iso.datetime().optional(),
  /** Rich menu that LINE was last told to show to this person; null: the one for everybody. */
  menu: z.string().max(100).nullable(),
});
export type StaffMember = z.infer<typeof StaffMemberSchema>;
