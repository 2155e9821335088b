import { encodePostback } from './postback.ts';
import type { Intent } from './request.ts';

export interface Suggestion {
  /** At most 20 graphemes, LINE's limit for a quick reply. */
  readonly label: string;
  /** Postback data. */
  readonly data: string;
}

const suggest = <I extends Intent>(label: string, ...asks: Parameters<typeof encodePostback<I>>): Suggestion => ({
  label,
  data: encodePostback(...asks),
});

/** How each intent is offered to somebody who was not understood; those that need a number lead to where one can be chosen. */
const SUGGESTIONS: { readonly [I in Intent]: Suggestion | undefined } = {
  overall_score: suggest('คะแนนรวม', 'overall_score', {}),
  score_list: suggest('คะแนนทุกตัวชี้วัด', 'score_list', {}),
  indicator_score: suggest('เลือกตัวชี้วัด', 'score_list', {}),
  instrument_score: suggest('คะแนน IIT EIT OIT', 'overall_score', {}),
  item_info: suggest('ข้อคำถามในรายงาน', 'item_info', {}),
  weakest: suggest('จุดที่ต้องพัฒนา', 'weakest', {}),
  strongest: suggest('จุดแข็ง', 'strongest', {}),
  compare_years: suggest('เปรียบเทียบปี', 'compare_years', {}),
  grade_meaning: suggest('ความหมายของระดับ', 'grade_meaning', {}),
  definition: suggest('ITA คืออะไร', 'definition', {}),
  measures: suggest('มาตรการ', 'measures', {}),
  measure_progress: suggest('ความคืบหน้ามาตรการ', 'measure_progress', {}),
  give_feedback: suggest('แสดงความคิดเห็น', 'give_feedback', {}),
  feedback_results: suggest('คนอื่นว่าอย่างไร', 'feedback_results', {}),
  feedback_reply: suggest('คำตอบของหน่วยงาน', 'feedback_reply', {}),
  report_corruption: suggest('แจ้งเรื่องทุจริต', 'report_corruption', {}),
  subscribe: suggest('รับข่าวสาร', 'subscribe', {}),
  unsubscribe: suggest('หยุดรับข่าวสาร', 'unsubscribe', {}),
  announce: undefined,
  push_preview: undefined,
  push_missed: undefined,
  urgent_news: undefined,
  push_log: undefined,
  help: suggest('เมนูทั้งหมด', 'help', {}),
  greeting: undefined,
  talk_to_human: suggest('คุยกับเจ้าหน้าที่', 'talk_to_human', {}),
  register_staff: suggest('ลงทะเบียนเจ้าหน้าที่', 'register_staff', {}),
  join_staff: suggest('ใส่รหัสเชิญ', 'join_staff', {}),
  invite_staff: undefined,
  staff_list: undefined,
  staff_member: undefined,
  audit_log: undefined,
  qr_code: suggest('ขอ QR แบบประเมิน', 'qr_code', {}),
  report: suggest('รายงานฉบับเต็ม', 'report', {}),
  contact: suggest('ติดต่อหน่วยงาน', 'contact', {}),
  privacy: suggest('ข้อมูลส่วนบุคคล', 'privacy', {}),
  my_work: suggest('งานของฉัน', 'my_work', {}),
  work_measure: suggest('งานของฉัน', 'my_work', {}),
  measure_board: suggest('กระดานมาตรการ', 'measure_board', {}),
  assign_measure: suggest('กระดานมาตรการ', 'measure_board', {}),
  measure_due: suggest('กระดานมาตรการ', 'measure_board', {}),
  add_measure: suggest('เพิ่มมาตรการ', 'add_measure', {}),
  work_home: undefined,
  counter_codes: undefined,
  counter_code: undefined,
  feedback_inbox: undefined,
  feedback_item: undefined,
  hidden_feedback: undefined,
  off_topic: undefined,
  not_understood: undefined,
};

/** The suggestion for an intent's name; undefined for small talk and for names that are no intent. */
export function suggestion(intent: string): Suggestion | undefined {
  return Object.hasOwn(SUGGESTIONS, intent) ? SUGGESTIONS[intent as Intent] : undefined;
}
