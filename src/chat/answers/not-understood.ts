import type { Answer } from '../answer.ts';
import { suggestion } from '../suggestion.ts';
import { cardReply } from './card-reply.ts';

/** Nothing fits: the nearest things that can be asked, and the menu. */
export const notUnderstood: Answer<'not_understood'> = ({ nearest = [] }, context) =>
  cardReply(context, 'not-understood', {
    // The menu has a button of its own on this card.
    nearest: nearest
      .filter((intent) => intent !== 'help')
      .map(suggestion)
      .filter((near) => near !== undefined),
  });
