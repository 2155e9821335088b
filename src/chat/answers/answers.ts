import type { Answer, AnswerContext, Answered } from '../answer.ts';
import type { Intent, Request } from '../request.ts';
import { compareYears } from './compare-years.ts';
import { contact, talkToHuman } from './contact.ts';
import { definition } from './definition.ts';
import { feedbackReply } from './feedback-reply.ts';
import { feedbackResults } from './feedback-results.ts';
import { giveFeedback } from './give-feedback.ts';
import { gradeMeaning } from './grade-meaning.ts';
import { indicatorScore } from './indicator-score.ts';
import { instrumentScore } from './instrument-score.ts';
import { itemInfo } from './item-info.ts';
import { measureProgress } from './measure-progress.ts';
import { measures } from './measures.ts';
import { notUnderstood } from './not-understood.ts';
import { qrCode, registerStaff, subscribe } from './not-yet.ts';
import { overallScore } from './overall-score.ts';
import { privacy } from './privacy.ts';
import { report } from './report.ts';
import { reportCorruption } from './report-corruption.ts';
import { scoreList } from './score-list.ts';
import { greeting, help, offTopic } from './small-talk.ts';
import { strongest } from './strongest.ts';
import { unsubscribe } from './unsubscribe.ts';
import { weakest } from './weakest.ts';

/** One answer per intent; a missing one does not compile. */
export const ANSWERS: { readonly [I in Intent]: Answer<I> } = {
  overall_score: overallScore,
  score_list: scoreList,
  indicator_score: indicatorScore,
  instrument_score: instrumentScore,
  item_info: itemInfo,
  weakest,
  strongest,
  compare_years: compareYears,
  grade_meaning: gradeMeaning,
  definition,
  measures,
  measure_progress: measureProgress,
  give_feedback: giveFeedback,
  feedback_results: feedbackResults,
  feedback_reply: feedbackReply,
  report_corruption: reportCorruption,
  subscribe,
  unsubscribe,
  help,
  greeting,
  talk_to_human: talkToHuman,
  register_staff: registerStaff,
  qr_code: qrCode,
  report,
  contact,
  privacy,
  off_topic: offTopic,
  not_understood: notUnderstood,
};

/** The answer to a request. Throws CardError only if a template and its data do not fit together. */
export function answerTo(request: Request, context: AnswerContext): Answered {
  // `request.slots` belongs to `request.intent`; TypeScript cannot follow the pairing through the lookup.
  const answer = ANSWERS[request.intent] as Answer<Intent>;
  return answer(request.slots, context);
}
