import { z } from 'zod';

/** Until when the requests of one of LINE's endpoints are given away (ms since 1970). Stored under the endpoint's name. */
export const RateLimitSchema = z.strictObject({ takenUntilMs: z.number().nonnegative() });
export type RateLimit = z.infer<typeof RateLimitSchema>;
