import { divisionsOf } from '../../../agency/division.ts';
import { actingStaff, actorOf } from '../../../people/acting-staff.ts';
import { changeStaff, type StaffChange, type StaffChanged } from '../../../people/change-staff.ts';
import { findStaff } from '../../../people/find-staff.ts';
import { readAdmins } from '../../../people/last-admin.ts';
import { ROLE_WORDS } from '../../../people/role-words.ts';
import { STAFF_ROLES } from '../../../people/role.ts';
import type { StaffMember } from '../../../people/staff-member.ts';
import { people } from '../../../store/collections.ts';
import type { Doc } from '../../../store/port.ts';
import type { Answer, AnswerContext, Reply, User } from '../../answer.ts';
import type { Desk } from '../../feedback/desk.ts';
import { encodePostback } from '../../postback.ts';
import type { Slots } from '../../request.ts';
import { personalReply } from '../card-reply.ts';
import { asStaff } from './as-staff.ts';
import { changeBy } from './change-by.ts';
import { chooseDivision } from './choose-division.ts';
import { calledOn, shownMember } from './staff-card.ts';
import { listOfStaff } from './staff-list.ts';

type Asked = Slots<'staff_member'>;

/** One staff member: look, change role or division, withdraw (after a question). */
export const staffMember: Answer<'staff_member'> = (slots, context) => {
  const { user } = context;
  if (!user) return personalReply(context, 'only-in-private', {});
  return asStaff(user, 'staff_member', async (desk) => {
    const found = await findStaff(desk.store, slots.handle);
    const to = changeIn(slots);
    // Delivered twice, a withdrawal is answered as it was the first time.
    if (!found || (found.data.role === 'citizen' && to !== 'withdrawn')) return gone(context, desk);
    return to === undefined ? ask(slots, found, context, desk) : change(found, to, user, context, desk);
  });
};

function changeIn({ act, role, division }: Asked): StaffChange | undefined {
  if (act === 'withdraw_confirmed') return 'withdrawn';
  if (act === 'whole') return { division: null };
  if (act !== undefined) return undefined;
  if (role !== undefined) return { role };
  return division === undefined ? undefined : { division };
}

function gone(context: AnswerContext, desk: Desk): Promise<Reply> {
  return listOfStaff(undefined, 'unknown', context, desk);
}

function ask(
  { act, page }: Asked,
  found: Doc<StaffMember>,
  context: AnswerContext,
  desk: Desk,
): Reply | Promise<Reply> {
  const { handle } = found.data;
  switch (act) {
    case 'choose_role':
      return chooseRole(found.data, context);
    case 'choose_division':
      return chooseDivision(
        {
          page,
          whole: encodePostback('staff_member', { handle, act: 'whole' }),
          one: (division) => encodePostback('staff_member', { handle, division }),
          more: (next) => encodePostback('staff_member', { handle, act: 'choose_division', page: next }),
          back: encodePostback('staff_member', { handle }),
        },
        context,
      );
    case 'withdraw':
      return personalReply(context, 'staff-withdraw', {
        name: calledOn(found.data),
        admin: found.data.role === 'admin',
        self: found.id === context.user?.id,
        yes: encodePostback('staff_member', { handle, act: 'withdraw_confirmed' }),
        no: encodePostback('staff_member', { handle }),
      });
    default:
      return card('none', found, context, desk);
  }
}

function chooseRole(member: StaffMember, context: AnswerContext): Reply {
  const { handle } = member;
  return personalReply(context, 'staff-role', {
    name: calledOn(member),
    role: ROLE_WORDS[member.role],
    rows: STAFF_ROLES.filter((role) => role !== member.role).map((role) => ({
      role,
      name: ROLE_WORDS[role],
      data: encodePostback('staff_member', { handle, role }),
    })),
    back: encodePostback('staff_member', { handle }),
  });
}

async function change(
  { id, data }: Doc<StaffMember>,
  to: StaffChange,
  user: User,
  context: AnswerContext,
  desk: Desk,
): Promise<Reply> {
  const admins = await readAdmins(desk.store);
  const changed = await desk.store.transaction(async (tx): Promise<StaffChanged> => {
    const by = actorOf(await actingStaff(tx, user.id, 'admin'));
    return changeStaff(tx, id, to, by, admins, changeBy(user, context, desk));
  });
  if (changed.kind === 'unknown') return gone(context, desk);
  if (changed.member.role === 'citizen')
    return personalReply(context, 'staff-withdrawn', { name: calledOn(data), self: id === user.id });
  return card(changed.kind, { id, data: changed.member }, context, desk);
}

async function card(
  note: 'none' | 'changed' | 'same' | 'last-admin',
  { id, data }: Doc<StaffMember>,
  context: AnswerContext,
  { store }: Desk,
): Promise<Reply> {
  const { handle } = data;
  const person = await store.get(people, id);
  return personalReply(context, 'staff-member', {
    note,
    ...shownMember(data, context),
    called: calledOn(data),
    self: id === context.user?.id,
    left: person?.following === false,
    chooseRole: encodePostback('staff_member', { handle, act: 'choose_role' }),
    chooseDivision:
      divisionsOf(context.knowledge.agency).length > 0
        ? encodePostback('staff_member', { handle, act: 'choose_division' })
        : null,
    withdraw: encodePostback('staff_member', { handle, act: 'withdraw' }),
    audit: encodePostback('audit_log', { by: handle }),
  });
}
