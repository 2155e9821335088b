import { z } from 'zod';

/** Ways to group answers. Groups of one of `channel`, `point` and `week` share no answer; the others may. */
const DIMENSIONS = ['all', 'indicator', 'channel', 'point', 'week', 'topic'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Names of a group: an indicator's number, a channel, a point's name (empty: the general form), a week, a reason code. */
const GroupSchema = z.strictObject({
  dimension: z.enum(DIMENSIONS),
  name: z.string().max(80),
  /** What was ever published of it, oldest first; empty: nothing yet. */
  history: z.array(z.strictObject({ at: z.iso.datetime(), counts: z.array(z.int().nonnegative()).length(4) })),
  /** Why nothing is published: fewer than five answers, or they could be worked out from other groups. */
  held: z.enum(['few', 'close']).nullable(),
});
export type Group = z.infer<typeof GroupSchema>;

/** Everything published of one round. Published figures cannot be taken back, so all of them are remembered. */
export const EditionsSchema = z.strictObject({
  /** When answers were last counted for publishing. */
  asOf: z.iso.datetime(),
  groups: z.array(GroupSchema).max(2_000),
});
export type Editions = z.infer<typeof EditionsSchema>;
