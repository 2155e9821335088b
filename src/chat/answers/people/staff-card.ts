import { divisionName } from '../../../agency/division.ts';
import { showHandle } from '../../../people/handle.ts';
import { mayActAs } from '../../../people/role.ts';
import { ROLE_WORDS } from '../../../people/role-words.ts';
import type { StaffMember } from '../../../people/staff-member.ts';
import type { AnswerContext, Reply } from '../../answer.ts';
import { personalReply } from '../card-reply.ts';

/** Who somebody is here. `why`: they asked, have just joined, or have sent an invitation to what they are already. */
export function staffCard(why: 'asked' | 'joined' | 'same', member: StaffMember, context: AnswerContext): Reply {
  return personalReply(context, 'staff-self', {
    why,
    ...shownMember(member, context),
    manager: mayActAs(member.role, 'manager'),
    admin: mayActAs(member.role, 'admin'),
  });
}

/** A staff member as cards show one. */
export function shownMember(member: StaffMember, { knowledge }: AnswerContext): object {
  const { role, division, handle, name, joinedAt } = member;
  return {
    name,
    role: ROLE_WORDS[role],
    division: divisionName(knowledge.agency, division),
    handle: showHandle(handle),
    joinedAt,
  };
}

/** What to call somebody who may have no name for us. */
export function calledOn({ name, handle }: StaffMember): string {
  return name ?? `เจ้าหน้าที่ ${showHandle(handle)}`;
}
