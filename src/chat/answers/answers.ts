import type { Answer, AnswerContext, Answered } from '../answer.ts';
import type { Intent, Request } from '../request.ts';
import { announce } from './announce.ts';
import { auditLog } from './audit-log.ts';
import { compareYears } from './compare-years.ts';
import { contact, talkToHuman } from './contact.ts';
import { counterCode } from './counter-code.ts';
import { counterCodes } from './counter-codes.ts';
import { definition } from './definition.ts';
import { feedbackInbox } from './feedback-inbox.ts';
import { feedbackItem } from './feedback-item.ts';
import { feedbackReply } from './feedback-reply.ts';
import { feedbackResults } from './feedback-results.ts';
import { giveFeedback } from './give-feedback.ts';
import { gradeMeaning } from './grade-meaning.ts';
import { hiddenFeedback } from './hidden-feedback.ts';
import { indicatorScore } from './indicator-score.ts';
import { instrumentScore } from './instrument-score.ts';
import { itemInfo } from './item-info.ts';
import { measureProgress } from './measure-progress.ts';
import { inviteStaff } from './people/invite-staff.ts';
import { joinStaff } from './people/join-staff.ts';
import { registerStaff } from './people/register-staff.ts';
import { staffList } from './people/staff-list.ts';
import { staffMember } from './people/staff-member.ts';
import { measures } from './measures.ts';
import { notUnderstood } from './not-understood.ts';
import { overallScore } from './overall-score.ts';
import { privacy } from './privacy.ts';
import { pushLog } from './push-log.ts';
import { pushMissed } from './push-missed.ts';
import { pushPreview } from './push-preview.ts';
import { qrCode } from './qr-code.ts';
import { report } from './report.ts';
import { reportCorruption } from './report-corruption.ts';
import { scoreList } from './score-list.ts';
import { addMeasure } from './add-measure.ts';
import { assignMeasure } from './assign-measure.ts';
import { measureBoard } from './measure-board.ts';
import { measureDue } from './measure-due.ts';
import { myWork } from './my-work.ts';
import { workMeasure } from './work-measure.ts';
import { greeting, help, offTopic } from './small-talk.ts';
import { strongest } from './strongest.ts';
import { subscribe } from './subscribe.ts';
import { unsubscribe } from './unsubscribe.ts';
import { urgentNews } from './urgent-news.ts';
import { weakest } from './weakest.ts';
import { workHome } from './work-home.ts';

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
  announce,
  push_preview: pushPreview,
  push_missed: pushMissed,
  urgent_news: urgentNews,
  push_log: pushLog,
  help,
  greeting,
  talk_to_human: talkToHuman,
  register_staff: registerStaff,
  join_staff: joinStaff,
  invite_staff: inviteStaff,
  staff_list: staffList,
  staff_member: staffMember,
  audit_log: auditLog,
  qr_code: qrCode,
  report,
  contact,
  privacy,
  my_work: myWork,
  work_measure: workMeasure,
  measure_board: measureBoard,
  assign_measure: assignMeasure,
  measure_due: measureDue,
  add_measure: addMeasure,
  work_home: workHome,
  counter_codes: counterCodes,
  counter_code: counterCode,
  feedback_inbox: feedbackInbox,
  feedback_item: feedbackItem,
  hidden_feedback: hiddenFeedback,
  off_topic: offTopic,
  not_understood: notUnderstood,
};

/** The answer to a request. Throws CardError only if a template and its data do not fit together. */
export function answerTo(request: Request, context: AnswerContext): Answered {
  // `request.slots` belongs to `request.intent`; TypeScript cannot follow the pairing through the lookup.
  const answer = ANSWERS[request.intent] as Answer<Intent>;
  return answer(request.slots, context);
}
