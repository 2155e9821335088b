import { z } from 'zod';

/** Wrong codes within this time (ms) that end trying, and for how long (ms) from the last of them. */
const MAX_WRONG = 5;
const WITHIN_MS = 3_600_000;
const LOCKED_MS = 3_600_000;

/** Wrong invitation codes somebody has sent. Stored under the LINE user id for two hours at most. */
export const JoinAttemptsSchema = z.strictObject({
  /** The last ones, oldest first; by event, so that one delivered twice counts once. */
  wrong: z.array(z.strictObject({ eventId: z.string().min(1).max(100), atMs: z.int().nonnegative() })).max(MAX_WRONG),
  /** Until then (ms since 1970) no code is taken; null: none of that. */
  lockedUntilMs: z.int().nonnegative().nullable(),
});
export type JoinAttempts = z.infer<typeof JoinAttemptsSchema>;

/** Until when no code is taken (ms since 1970); undefined if one may be tried at that moment. */
export function lockedUntil(attempts: JoinAttempts | undefined, now: Date): number | undefined {
  const until = attempts?.lockedUntilMs ?? undefined;
  return until !== undefined && now.getTime() < until ? until : undefined;
}

/** With one more wrong code. The fifth within an hour locks for an hour. */
export function withWrong(attempts: JoinAttempts | undefined, eventId: string, now: Date): JoinAttempts {
  const nowMs = now.getTime();
  if (attempts?.wrong.some((one) => one.eventId === eventId)) return attempts;
  const recent = (attempts?.wrong ?? []).filter(({ atMs }) => nowMs - atMs < WITHIN_MS);
  const wrong = [...recent, { eventId, atMs: nowMs }].slice(-MAX_WRONG);
  return { wrong, lockedUntilMs: wrong.length < MAX_WRONG ? null : nowMs + LOCKED_MS };
}

/** How many more wrong codes lock. */
export function triesLeft({ wrong }: JoinAttempts): number {
  return MAX_WRONG - wrong.length;
}

/** True if nothing follows from them any more, so that they can be forgotten. */
export function isSpent({ wrong, lockedUntilMs }: JoinAttempts, now: Date): boolean {
  const nowMs = now.getTime();
  return (lockedUntilMs ?? 0) <= nowMs && wrong.every(({ atMs }) => nowMs - atMs >= WITHIN_MS);
}
