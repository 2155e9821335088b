import { z } from 'zod';

/** Words about an answer that was just given. */
const CommentWaitSchema = z.strictObject({
  feedbackId: z.string().min(1).max(40),
  /** What the feedback is about, as one word (chat/feedback/subject.ts); null for the general form. */
  subject: z.string().min(1).max(20).nullable(),
  /** `comment-anyway`: the words may speak of corruption, as somebody chose after being told the proper channels. */
  for: z.enum(['comment', 'comment-anyway']),
  untilMs: z.int().nonnegative(),
});
export type CommentWait = z.infer<typeof CommentWaitSchema>;

/** What is missing to a request that a button began: words (a note, an answer, a name) or a picture. */
const InputWaitSchema = z.strictObject({
  for: z.literal('input'),
  /** The request as postback data (chat/postback.ts), to be answered once the next message is there. */
  request: z.string().min(1).max(300),
  /** Whether a picture will do as well as words. */
  picture: z.boolean(),
  /** Words that have come and are shown before they are used; more words take their place. */
  draft: z.string().min(1).max(1_000).optional(),
  untilMs: z.int().nonnegative(),
  /** The event that brought it: nothing is waited for any more, but LINE may deliver that event again, and it is answered the same. */
  takenBy: z.string().min(1).max(100).optional(),
});
export type InputWait = z.infer<typeof InputWaitSchema>;

/** What the chat waits for from a LINE user, for ten minutes. Stored under the LINE user id in `waiting`. */
export const WaitingSchema = z.union([CommentWaitSchema, InputWaitSchema]);
export type Waiting = z.infer<typeof WaitingSchema>;
