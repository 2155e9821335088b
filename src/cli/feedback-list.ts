import { fiscalYearOf } from '../assessment/fiscal-year.ts';
import { feedbackName } from '../feedback/feedback-name.ts';
import { showFeedbackId } from '../feedback/feedback-id.ts';
import type { Feedback } from '../feedback/feedback.ts';
import { listFeedback } from '../feedback/read-feedback.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { aboutOf, CHANNEL_NAMES, GENERAL, reasonNames, scoreName, STATE_NAMES } from '../feedback/feedback-words.ts';
import { fiscalYearArgument, UsageError } from './fiscal-year-argument.ts';
import { indicatorArgument } from './indicators-argument.ts';
import { thaiDay } from './thai-day.ts';

/** Everything as typed. */
export interface FeedbackListOptions {
  readonly year?: string;
  readonly indicator?: string;
  readonly point?: string;
  readonly unanswered?: boolean;
  readonly limit?: string;
  readonly after?: string;
}

/** `prongsai feedback list`: what people wrote, newest first. Throws UsageError, StoreError. */
export async function feedbackList(
  { store, clock, print }: CommandContext,
  options: FeedbackListOptions,
): Promise<ExitCode> {
  const limit = Number(options.limit ?? '20');
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) throw new UsageError('--limit ต้องเป็นเลข 1 ถึง 1000');
  const fiscalYear = options.year === undefined ? fiscalYearOf(clock()) : fiscalYearArgument(options.year);
  const { docs, next } = await listFeedback(store, {
    fiscalYear,
    limit,
    ...(options.indicator === undefined ? {} : { indicator: indicatorArgument(options.indicator) }),
    ...(options.point === undefined ? {} : { point: options.point }),
    ...(options.unanswered === true ? { unanswered: true } : {}),
    ...(options.after === undefined ? {} : { after: options.after }),
  });
  if (docs.length === 0) print(`ไม่มีความเห็นที่ตรงเงื่อนไขในรอบปีงบประมาณ ${fiscalYear}`);
  for (const { id, data } of docs) print(describe(id, data));
  if (next !== undefined) print(`ยังมีต่อ เติมท้ายคำสั่งเดิมว่า: --after ${next}`);
  return EXIT.ok;
}

function describe(id: string, data: Feedback): string {
  const wish = data.wantsReply ? ' | ขอให้ตอบกลับ' : '';
  const reasons = reasonNames(data);
  return [
    `${showFeedbackId(id)}  ${thaiDay(data.givenAtMs)}  ${scoreName(data.score)}  (เรื่อง ${feedbackName(id)})`,
    `    ${data.point ?? GENERAL} | ${CHANNEL_NAMES[data.channel]} | ตัวชี้วัดที่ ${aboutOf(data).join(', ')} | ${STATE_NAMES[data.state]}${wish}${data.division === undefined ? '' : ` | ของ ${data.division}`}`,
    ...(reasons.length === 0 ? [] : [`    หัวข้อ: ${reasons.join(', ')}`]),
    ...(data.comment === null ? [] : [`    ความเห็น: ${indented(data.comment)}`]),
    ...(data.reply === null ? [] : [`    คำตอบ: ${indented(data.reply.text)}`]),
  ].join('\n');
}

/** Later lines of a text stand under its first, so that a comment cannot look like another entry. */
function indented(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, '\n      ');
}
