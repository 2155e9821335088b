import { divisionName } from '../../agency/division.ts';
import { countInbox } from '../../feedback/inbox.ts';
import { isLate, isOpen, isWorkOf } from '../../measures/standing.ts';
import { ROLE_WORDS } from '../../people/role-words.ts';
import { mayActAs } from '../../people/role.ts';
import { monthTroubles } from '../../push/month-troubles.ts';
import { failedWords } from '../../push/push-words.ts';
import type { Answer, AnswerContext, NeedsStore } from '../answer.ts';
import { asOfficer, type Officer } from './as-officer.ts';
import { personalReply } from './card-reply.ts';
import type { AgencyStore } from '../../store/port.ts';
import { missedShown } from '../card-data/missed.ts';

/**
 * "งานวันนี้": what there is to do. Measures are known without a read; feedback is counted by aggregation: three counts, four for somebody
 * with a division (Firestore: a read each). Managers are told when no more can be pushed this month, what failed and what did not fit: two documents, in the first days
 * of a month three.
 */
export const workHome: Answer<'work_home'> = (_, context) => asOfficer(context, (officer) => home(officer, context));

function home({ staff }: Officer, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async ({ store, clock }) => {
      const { measures, agency } = context.knowledge;
      const open = measures.filter((measure) => isOpen(measure) && isWorkOf(measure, staff.division));
      const now = clock();
      const manager = mayActAs(staff.role, 'manager');
      const [feedback, pushed] = await Promise.all([
        countInbox(store, context.currentFiscalYear, staff.division),
        manager ? forManagers(store, now) : { monthOver: false, failed: null, missed: [] },
      ]);
      return personalReply(context, 'work-home', {
        role: ROLE_WORDS[staff.role],
        division: staff.division === null ? null : divisionName(agency, staff.division),
        year: context.currentFiscalYear,
        lastYear: context.currentFiscalYear - 1,
        open: open.length,
        late: open.filter((measure) => isLate(measure, now)).length,
        ...feedback,
        ...pushed,
        manager,
        admin: mayActAs(staff.role, 'admin'),
      });
    },
  };
}

/** What managers have to know about what is pushed. */
async function forManagers(store: AgencyStore, now: Date): Promise<object> {
  const [{ over, failed }, missed] = await Promise.all([monthTroubles(store, now), missedShown(store)]);
  return { monthOver: over, failed: failed === null ? null : failedWords(failed), missed };
}
