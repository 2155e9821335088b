import { rememberUnsubscribe } from '../../people/following.ts';
import type { Answer } from '../answer.ts';
import { personalReply } from './card-reply.ts';

/** "หยุดรับข่าวสาร": honoured at once. */
export const unsubscribe: Answer<'unsubscribe'> = (_, context) => {
  const { user } = context;
  if (!user) return personalReply(context, 'only-in-private', {});
  return personalReply(context, 'unsubscribed', {}, rememberUnsubscribe(user.id, user.eventMs));
};
