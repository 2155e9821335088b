import { divisionName } from '../../../agency/division.ts';
import { readStaff } from '../../../people/find-staff.ts';
import { showHandle } from '../../../people/handle.ts';
import { ROLE_WORDS } from '../../../people/role-words.ts';
import { ROLES } from '../../../people/role.ts';
import type { StaffMember } from '../../../people/staff-member.ts';
import type { Doc } from '../../../store/port.ts';
import type { Answer, AnswerContext, Reply } from '../../answer.ts';
import { pageOf } from '../../card-data/page-of.ts';
import type { Desk } from '../../feedback/desk.ts';
import { encodePostback } from '../../postback.ts';
import { personalReply } from '../card-reply.ts';
import { asStaff } from './as-staff.ts';
import { calledOn } from './staff-card.ts';

const STAFF_ON_A_CARD = 8;

/** "รายชื่อเจ้าหน้าที่": who has which role, admins first. */
export const staffList: Answer<'staff_list'> = ({ page }, context) => {
  if (!context.user) return personalReply(context, 'only-in-private', {});
  return asStaff(context.user, 'staff_list', (desk) => listOfStaff(page, null, context, desk));
};

/** `note`: what has to be said before the list. */
export async function listOfStaff(
  page: number | undefined,
  note: 'unknown' | null,
  context: AnswerContext,
  { store }: Desk,
): Promise<Reply> {
  const all = (await readStaff(store)).filter(({ data }) => data.role !== 'citizen').sort(adminsFirst);
  const shown = pageOf(all, page, STAFF_ON_A_CARD, 'คน', (next) => encodePostback('staff_list', { page: next }));
  return personalReply(context, 'staff-list', {
    note,
    total: shown.total,
    more: shown.more,
    rows: shown.rows.map(({ data }) => ({
      name: calledOn(data),
      role: ROLE_WORDS[data.role],
      division: divisionName(context.knowledge.agency, data.division),
      handle: showHandle(data.handle),
      data: encodePostback('staff_member', { handle: data.handle }),
    })),
    invite: encodePostback('invite_staff', {}),
  });
}

function adminsFirst({ data: a }: Doc<StaffMember>, { data: b }: Doc<StaffMember>): number {
  return ROLES.indexOf(b.role) - ROLES.indexOf(a.role) || calledOn(a).localeCompare(calledOn(b), 'th');
}
