import { z } from 'zod';
import { DivisionIdSchema } from '../agency/division.ts';
import { ROLES } from './role.ts';
import { HandleSchema } from './staff-member.ts';

/** Who changed something: a staff member in chat, or somebody with access to the server who ran a command. */
export const ActorSchema = z.union([
  z.strictObject({ handle: HandleSchema, role: z.enum(ROLES), division: DivisionIdSchema.nullable() }),
  z.literal('command'),
]);
export type Actor = z.infer<typeof ActorSchema>;
