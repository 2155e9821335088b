import type { Answer } from '../answer.ts';
import { suggestion } from '../suggestion.ts';
import { cardReply } from './card-reply.ts';

/** Nothing fits: the nearest things that can be asked, and the menu. */
export const notUnderstood: Answer<'not_understood'> = ({ nearest = [] }, context) =>
  cardReply(context, 'not-understood', { nearest: nearest.map(suggestion).filter((near) => near !== undefined) });
