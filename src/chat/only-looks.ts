import type { Intent, Request } from './request.ts';

/** What shows something and begins nothing, as long as no button's `act` says more. */
const LOOKS: ReadonlySet<Intent> = new Set<Intent>([
  ...(['overall_score', 'score_list', 'indicator_score', 'instrument_score', 'item_info', 'weakest'] as const),
  ...(['strongest', 'compare_years', 'grade_meaning', 'definition', 'measures', 'measure_progress'] as const),
  ...(['feedback_results', 'report', 'contact', 'help', 'register_staff', 'staff_list', 'audit_log'] as const),
  ...(['push_log', 'push_preview', 'work_home', 'my_work', 'measure_board', 'counter_codes'] as const),
  ...(['feedback_inbox', 'hidden_feedback'] as const),
]);

/** Whether a request only looks at something, so that what has been begun may go on afterwards. */
export function onlyLooks({ intent, slots }: Request): boolean {
  return LOOKS.has(intent) && !('act' in slots && slots.act !== undefined);
}
