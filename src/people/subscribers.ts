import { z } from 'zod';

/** What citizens may ask for, so that there are lists of who did. */
export const LISTED = ['results', 'news'] as const;
export type ListedTopic = (typeof LISTED)[number];

/**
 * Some of the people who follow and said yes to a topic. It says nothing that `people` does not say; it is there because whom to send to
 * is read for every push, and a document for each of them is paid for each time. Id: `{topic}-{list, two digits}`.
 */
export const SubscribersSchema = z.strictObject({
  topic: z.enum(LISTED),
  /** LINE user ids, at least one. */
  people: z.array(z.string()).min(1),
});
export type Subscribers = z.infer<typeof SubscribersSchema>;
