import type { Answer } from '../answer.ts';
import { asOfficerNow } from './as-officer-now.ts';
import { answerItem } from './inbox/answer-item.ts';
import { handItem } from './inbox/hand-item.ts';
import { hideItem } from './inbox/hide-item.ts';
import { itemCard } from './inbox/item-card.ts';
import { ofItem } from './inbox/of-item.ts';
import { sendAnswer } from './inbox/send-answer.ts';

/** One piece of feedback: read it, answer it, hide abuse, hand it to another division. */
export const feedbackItem: Answer<'feedback_item'> = ({ ref, act, seen, draft, why, division, page }, context) =>
  asOfficerNow('feedback_item', context, (officer) => {
    switch (act) {
      case 'answer':
        return answerItem(ref, seen, officer, context);
      case 'send':
        return sendAnswer({ ref, seen, draft }, officer, context);
      case 'hide':
        return hideItem(ref, why, officer, context);
      case 'hand':
        return handItem(ref, { division, page }, officer, context);
      case 'unhand':
        return handItem(ref, { division: null }, officer, context);
      case undefined:
        return ofItem(ref, context, (item) => itemCard(null, item, officer, context));
    }
  });
