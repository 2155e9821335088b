import { mayActAs, type Role } from '../../people/role.ts';
import type { StaffMember } from '../../people/staff-member.ts';
import type { AnswerContext, Answered, User } from '../answer.ts';
import { personalReply } from './card-reply.ts';
import { notAllowed } from './not-allowed.ts';

/** A staff member in a private chat. */
export interface Officer extends User {
  readonly staff: StaffMember;
}

/** The answer for whoever works here and has that role. The conversation has looked at the role before; nobody else gets here by way of it. */
export function asOfficer(
  context: AnswerContext,
  then: (officer: Officer) => Answered,
  needed: Role = 'staff',
): Answered {
  const { user } = context;
  if (!user) return personalReply(context, 'only-in-private', {});
  const { staff } = user;
  return staff && mayActAs(staff.role, needed) ? then({ ...user, staff }) : notAllowed(needed, context);
}
