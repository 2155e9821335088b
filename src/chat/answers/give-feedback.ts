import { indicatorOf } from '../../assessment/indicators.ts';
import type { Answer, AnswerContext, NeedsStore } from '../answer.ts';
import { askedInGeneral, findAsked } from '../feedback/asked.ts';
import { subjectOf, type Subject } from '../feedback/subject.ts';
import { personalReply } from './card-reply.ts';
import { askRating, closedCode } from './feedback/ask-rating.ts';
import { act, addReason } from './feedback/change-answer.ts';
import { takeRating } from './feedback/take-rating.ts';
import { noSuchIndicator } from './indicator-score.ts';

/** "แสดงความคิดเห็น", "ประเมิน CODE", and everything that is tapped on the way. Never in groups, where all would read it. */
export const giveFeedback: Answer<'give_feedback'> = (slots, context) => {
  const { user } = context;
  if (!user) return personalReply(context, 'only-in-private', {});
  if (slots.indicator !== undefined && slots.point === undefined && !indicatorOf(slots.indicator))
    return { ...noSuchIndicator(slots.indicator, context), personal: true };
  const subject = subjectOf(slots);
  if (slots.act !== undefined) return act(slots.act, subject, user, context);
  if (slots.why !== undefined) return addReason(subject, slots.why, user, context);
  if (slots.step !== undefined) return takeRating(subject, slots.step, user, context);
  if (subject.point !== undefined) return askAt(subject, context);
  return askRating(askedInGeneral(subject, context.knowledge, context.currentFiscalYear), context, slots.rating);
};

function askAt(subject: Subject, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async (desk) => {
      const asked = await findAsked(subject, context.knowledge, context.currentFiscalYear, desk);
      return asked ? askRating(asked, context) : closedCode(context);
    },
  };
}
