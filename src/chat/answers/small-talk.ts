import type { Answer } from '../answer.ts';
import { cardReply } from './card-reply.ts';

/** "ใช้งานยังไง": everything that can be asked. */
export const help: Answer<'help'> = (_, context) => cardReply(context, 'help');

/** "สวัสดี" */
export const greeting: Answer<'greeting'> = (_, context) => cardReply(context, 'greeting');

/** Anything that is not the agency's business. */
export const offTopic: Answer<'off_topic'> = (_, context) => cardReply(context, 'off-topic');
