import { z } from 'zod';
import { DivisionIdSchema } from '../agency/division.ts';
import { CodeSchema } from '../code.ts';
import { AUDIENCES } from './qr-code.ts';
import { ScoreSchema } from './scale.ts';

/** Longest comment (UTF-16 units), as the form promises. */
export const MAX_COMMENT = 1_200;
/** Longest answer of the agency (UTF-16 units). */
export const MAX_REPLY = 1_000;
/** Longest reason for hiding a text (UTF-16 units). */
export const MAX_HIDDEN_BECAUSE = 200;

export const CHANNELS = ['line', 'web'] as const;

/** Flags by name, so that both stores can count by equality: `about.i6`, `why.E11`. Only `true` is stored. */
const AboutSchema = z.partialRecord(z.string().regex(/^i([1-9]|10)$/), z.literal(true));
/**
 * An item code (`E11`), or a topic of an indicator in our own words (`i6a`, see reasons.ts) where the year's items are
 * not confirmed.
 */
export const ReasonCodeSchema = z.string().regex(/^([IE][1-9]\d?|i([1-9]|10)[a-d])$/);
const WhySchema = z.partialRecord(ReasonCodeSchema, z.literal(true));

/**
 * What somebody said. Holds nothing about who said it: the id comes from a keyed hash whose key is thrown away after the
 * day, and whoever asked for an answer is kept apart in `contacts`. The id doubles as the reference code.
 */
export const FeedbackSchema = z.strictObject({
  fiscalYear: z.int().min(2556).max(2643),
  /** The code answered through; null for the general form. */
  code: CodeSchema.nullable(),
  /** Name of the service point when it was answered; null for the general form. */
  point: z.string().max(80).nullable(),
  channel: z.enum(CHANNELS),
  audience: z.enum(AUDIENCES),
  score: ScoreSchema,
  about: AboutSchema,
  /** Item topics tapped as reasons. */
  why: WhySchema,
  comment: z.string().max(MAX_COMMENT).nullable(),
  /** When it was given (ms since 1970); a later answer of the same person, point and day replaces an earlier one. */
  givenAtMs: z.int().nonnegative(),
  /** Bangkok's date `2026-11-22` and ISO week `2026-W47`, for tallies. */
  day: z.iso.date(),
  week: z.string().regex(/^\d{4}-W\d\d$/),
  /** `open`: not answered yet; `answered`: see reply; `hidden`: abuse, out of lists and tallies' comments. */
  state: z.enum(['open', 'answered', 'hidden']),
  reply: z.strictObject({ text: z.string().min(1).max(MAX_REPLY), at: z.iso.datetime() }).nullable(),
  hiddenBecause: z.string().max(MAX_HIDDEN_BECAUSE).nullable(),
  wantsReply: z.boolean(),
  /** Whose work it is: of the code it came through, or to whom it was handed; left out: nobody's in particular. */
  division: DivisionIdSchema.optional(),
  /** True while there are words in it (comment, reply, why it was hidden) or a wish for an answer: what lists show and retention removes. */
  words: z.literal(true).optional(),
  /** True while somebody wrote something or asked for an answer, and none has been given. */
  waits: z.literal(true).optional(),
  /** True while it is hidden, so that the few there are can be listed. */
  hidden: z.literal(true).optional(),
  /** Digest of the id of the LINE message that brought the comment, so that unsending the message removes it. */
  commentRef: z.string().length(22).optional(),
  /** When the person took an earlier answer of the same day back (ms since 1970): what they tapped before adds nothing. */
  anewSinceMs: z.int().nonnegative().optional(),
  /** When the wish for an answer was last taken back (ms since 1970): one said before does not bring it back. */
  noReplySinceMs: z.int().nonnegative().optional(),
});
export type Feedback = z.infer<typeof FeedbackSchema>;

/** Who may be answered, only after an explicit yes. Stored under the feedback id. Deleted when withdrawn. */
export const ContactSchema = z.strictObject({
  lineUserId: z.string().regex(/^U[0-9a-f]{32}$/),
  consentedAt: z.iso.datetime(),
  /** The answer waiting to be sent as a message, kept until it has been; null if there is none. */
  queuedReply: z.string().max(MAX_REPLY).nullable(),
  /** True while there is one. */
  queued: z.literal(true).optional(),
});
export type Contact = z.infer<typeof ContactSchema>;

/**
 * That an answer was taken back, so that a tap from before, delivered late or again, does not bring it back. Stored under
 * the feedback id, with nothing about who, and removed with the key of its day.
 */
export const TakenBackSchema = z.strictObject({
  /** When it was taken back (ms since 1970); taps after that count. */
  atMs: z.int().nonnegative(),
  /** When the key of its day is thrown away (ms since 1970). */
  untilMs: z.int().nonnegative(),
});
export type TakenBack = z.infer<typeof TakenBackSchema>;

/** The key that feedback ids of one day are made with. Stored under Bangkok's date; deleted an hour after the day is over. */
export const DayKeySchema = z.strictObject({ key: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

/** When the work of a day was last done, so that a server that starts again does not do it again. */
export const DailyWorkSchema = z.strictObject({ doneOn: z.iso.date() });
