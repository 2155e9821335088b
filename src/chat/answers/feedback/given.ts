import type { Feedback } from '../../../feedback/feedback.ts';
import { showFeedbackId } from '../../../feedback/feedback-id.ts';
import { reasonOf, reasonsFor } from '../../../feedback/reasons.ts';
import { SCALE } from '../../../feedback/scale.ts';
import type { AnswerContext, Reply, Write } from '../../answer.ts';
import { indicatorOf } from '../../../assessment/indicators.ts';
import { subjectOf, type Subject } from '../../feedback/subject.ts';
import { encodePostback } from '../../postback.ts';
import type { Slots } from '../../request.ts';
import { personalReply } from '../card-reply.ts';

/** What has just happened to the answer. */
export type News = 'rated' | 'reason' | 'comment' | 'comment-dropped' | 'reply-asked' | 'reply-withdrawn';

/** The part of an answer that its card shows. */
export type Given = Pick<
  Feedback,
  'fiscalYear' | 'audience' | 'point' | 'score' | 'about' | 'why' | 'comment' | 'wantsReply'
>;

/** Reasons offered at once; with the ways on they stay under LINE's 13 quick replies. */
const REASONS_OFFERED = 6;

/** "Thank you", the reference code, and what can be added: each tap adds one reason. */
export function givenCard(
  news: News,
  about: Subject,
  id: string,
  given: Given,
  context: AnswerContext,
  ...writes: Write[]
): Reply {
  const subject = subjectOf(about);
  const ask = (slots: Slots<'give_feedback'>): string => encodePostback('give_feedback', { ...subject, ...slots });
  const indicators = indicatorsOf(given);
  const step = SCALE.find(({ score }) => score === given.score);
  const chosen = Object.keys(given.why).map((code) => reasonOf(given.fiscalYear, code)?.long ?? `ข้อ ${code}`);
  const left = reasonsFor(given.fiscalYear, indicators, given.audience).filter(({ code }) => !given.why[code]);
  return personalReply(
    context,
    'feedback-given',
    {
      news,
      reference: showFeedbackId(id),
      rating: `${step?.face ?? ''} ${step?.name ?? ''}`,
      about: given.point ?? topicWords(subject, indicators),
      chosen: chosen.join(', ') || null,
      commented: given.comment !== null,
      wantsReply: given.wantsReply,
      reasons: left.slice(0, REASONS_OFFERED).map(({ code, label }) => ({ label, data: ask({ why: code }) })),
      results: given.audience === 'citizen' ? (subject.indicator ?? indicators[0] ?? null) : null,
      survey: given.audience === 'citizen' ? (context.knowledge.agency?.eitSurveyUrl ?? null) : null,
      comment: ask({ act: 'comment' }),
      dropComment: ask({ act: 'drop_comment' }),
      reply: ask({ act: given.wantsReply ? 'no_reply' : 'ask_reply' }),
      done: ask({ act: 'done' }),
      withdraw: ask({ act: 'withdraw' }),
    },
    ...writes,
  );
}

function indicatorsOf({ about }: Given): readonly number[] {
  return Object.keys(about)
    .map((flag) => Number(flag.slice(1)))
    .sort((a, b) => a - b);
}

function topicWords({ code }: Subject, indicators: readonly number[]): string {
  if (code !== undefined) return `ข้อ ${code}`;
  const [only] = indicators;
  if (only === undefined || indicators.length > 1) return 'การให้บริการของหน่วยงาน';
  return `ตัวชี้วัดที่ ${only} ${indicatorOf(only)?.name ?? ''}`.trim();
}
