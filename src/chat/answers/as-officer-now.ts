import { NEEDED_ROLE } from '../access.ts';
import type { AnswerContext, Answered } from '../answer.ts';
import type { Intent } from '../request.ts';
import { asOfficer, type Officer } from './as-officer.ts';
import { asStaff } from './people/as-staff.ts';

/** The same for what shows codes or what people wrote: the store is asked whether they still may. One read more. */
export function asOfficerNow(intent: Intent, context: AnswerContext, then: (officer: Officer) => Answered): Answered {
  const answer = (officer: Officer): Answered => {
    const answered = then(officer);
    return 'needs' in answered ? asStaff(officer, intent, answered.finish) : answered;
  };
  return asOfficer(context, answer, NEEDED_ROLE[intent]);
}
