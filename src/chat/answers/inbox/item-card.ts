import { divisionName, divisionsOf } from '../../../agency/division.ts';
import type { Feedback } from '../../../feedback/feedback.ts';
import { feedbackName } from '../../../feedback/feedback-name.ts';
import { reasonNames } from '../../../feedback/feedback-words.ts';
import { SCALE } from '../../../feedback/scale.ts';
import { mayActAs } from '../../../people/role.ts';
import type { AnswerContext, Reply } from '../../answer.ts';
import { encodePostback } from '../../postback.ts';
import type { Slots } from '../../request.ts';
import type { Officer } from '../as-officer.ts';
import { personalReply } from '../card-reply.ts';
import { toldAt } from './told-at.ts';

/** What has just happened to it; null: it is only looked at. */
export type ItemNews = 'answered' | 'hidden' | 'shown' | 'handed' | 'no-draft' | null;

/** A piece of feedback with its id, and as buttons carry it. */
export interface Item {
  readonly id: string;
  readonly ref: string;
  readonly now: Feedback;
}

/** One piece of feedback as officers see it. Of when only the day, and nothing of who. The words of a hidden one are not shown. */
export function itemCard(news: ItemNews, { id, ref, now }: Item, officer: Officer, context: AnswerContext): Reply {
  const { staff } = officer;
  const { agency } = context.knowledge;
  const hidden = now.state === 'hidden';
  const act = (what: Slots<'feedback_item'>['act']): string => encodePostback('feedback_item', { ref, act: what });
  return personalReply(context, 'feedback-item', {
    news,
    name: feedbackName(id),
    ...whatWasSaid(now),
    comment: hidden ? null : now.comment,
    wish: now.wantsReply,
    toldAt: news === 'answered' ? toldAt(now, officer, agency) : null,
    division: now.division === undefined ? null : divisionName(agency, now.division),
    reply: hidden ? null : now.reply,
    hidden: hidden ? (now.hiddenBecause ?? 'ไม่ได้ระบุเหตุผล') : null,
    answer: hidden ? null : act('answer'),
    hide: hidden ? null : act('hide'),
    hand: divisionsOf(agency).length === 0 ? null : act('hand'),
    look: hidden && mayActAs(staff.role, 'manager') ? encodePostback('hidden_feedback', { ref }) : null,
  });
}

/** Where, when (only the day), which face and which reasons. */
export function whatWasSaid(now: Feedback): object {
  const step = SCALE.find(({ score }) => score === now.score);
  return {
    point: now.point ?? 'ความเห็นทั่วไป',
    day: now.day,
    rating: `${step?.face ?? ''} ${step?.name ?? ''}`,
    reasons: reasonNames(now).join(', ') || null,
    staff: now.audience === 'staff',
  };
}
