import { rememberChoice, rememberUnsubscribe } from '../../people/following.ts';
import { TOPIC_WORDS } from '../../people/topic-words.ts';
import type { Answer } from '../answer.ts';
import { personalReply } from './card-reply.ts';

/** "หยุดรับข่าวสาร": of one thing by its button, of everything in words. Honoured at once. */
export const unsubscribe: Answer<'unsubscribe'> = ({ topic }, context) => {
  const { user } = context;
  if (!user) return personalReply(context, 'only-in-private', {});
  const write = topic === undefined ? rememberUnsubscribe(user.id, user) : rememberChoice(user.id, topic, false, user);
  return personalReply(context, 'unsubscribed', { topic: topic === undefined ? null : TOPIC_WORDS[topic] }, write);
};
