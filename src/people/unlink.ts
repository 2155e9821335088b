import { z } from 'zod';

/**
 * Somebody of whom nothing else is kept but whom LINE may still show a menu for staff. Stored under the LINE user id, because LINE
 * can be told to take the menu away only by that; deleted when it has been told.
 */
export const UnlinkSchema = z.strictObject({ sinceMs: z.int().nonnegative() });
export type Unlink = z.infer<typeof UnlinkSchema>;
