import { divisionName } from '../../../agency/division.ts';
import type { Feedback } from '../../../feedback/feedback.ts';
import { scoreName } from '../../../feedback/feedback-words.ts';
import { clip } from '../../../flex/clip.ts';
import type { AnswerContext } from '../../answer.ts';
import { encodePostback } from '../../postback.ts';
import type { Officer } from '../as-officer.ts';

/** Letters of a comment that a list shows. */
const EXCERPT = 60;

/** One piece of feedback in a list: enough to choose, and nothing that could tell who it is from. */
export function inboxRow(ref: string, given: Feedback, { staff }: Officer, context: AnswerContext): object {
  const { point, score, day, comment, wantsReply, state, division } = given;
  const marks = [
    ...(division === undefined
      ? []
      : [division === staff.division ? 'ของสังกัดท่าน' : divisionName(context.knowledge.agency, division)]),
    ...(state === 'answered' ? ['ตอบแล้ว'] : []),
    ...(wantsReply && state === 'open' ? ['ขอให้ตอบกลับ'] : []),
  ];
  return {
    text: `${point ?? 'ความเห็นทั่วไป'} · ${scoreName(score)}`,
    day,
    marks: marks.join(' · ') || null,
    excerpt: comment === null ? null : clip(comment.replaceAll(/\s+/g, ' '), EXCERPT),
    data: encodePostback('feedback_item', { ref }),
  };
}
