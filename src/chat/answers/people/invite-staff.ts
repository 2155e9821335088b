import { divisionName, divisionsOf } from '../../../agency/division.ts';
import { CODE_LETTERS } from '../../../code.ts';
import { actingStaff, actorOf } from '../../../people/acting-staff.ts';
import { cancelInvitation, findInvitation } from '../../../people/cancel-invitation.ts';
import { HANDLE_LETTERS } from '../../../people/handle.ts';
import { openInvitations } from '../../../people/list-invitations.ts';
import { makeInvitation } from '../../../people/make-invitation.ts';
import { ROLE_WORDS } from '../../../people/role-words.ts';
import { STAFF_ROLES, type StaffRole } from '../../../people/role.ts';
import type { Answer, AnswerContext, Reply, User } from '../../answer.ts';
import { pageOf } from '../../card-data/page-of.ts';
import type { Desk } from '../../feedback/desk.ts';
import { encodePostback } from '../../postback.ts';
import { INVITED_DAYS, INVITED_USES, type Slots } from '../../request.ts';
import { personalReply } from '../card-reply.ts';
import { asStaff } from './as-staff.ts';
import { changeBy } from './change-by.ts';
import { chooseDivision } from './choose-division.ts';
import { invitationCard } from './invitation-card.ts';

const INVITATIONS_ON_A_CARD = 8;

/** "เชิญเจ้าหน้าที่": what the invitation would be, with everything to change it and one button that makes it. */
export const inviteStaff: Answer<'invite_staff'> = (slots, context) => {
  const { user } = context;
  if (!user) return personalReply(context, 'only-in-private', {});
  const { act, ref, page, ...wanted } = slots;
  if (act === 'choose_division') return divisions(withDefaults(wanted), page, context);
  if (act === undefined) return form(withDefaults(wanted), context);
  return asStaff(user, 'invite_staff', (desk) => {
    if (act === 'make') return make(withDefaults(wanted), user, context, desk);
    if (act === 'list' || ref === undefined) return list(page, null, context, desk);
    return act === 'cancel' ? cancel(ref, user, context, desk) : show(ref, context, desk);
  });
};

interface Wanted extends Pick<Slots<'invite_staff'>, 'division'> {
  readonly role: StaffRole;
  readonly uses: (typeof INVITED_USES)[number];
  readonly days: (typeof INVITED_DAYS)[number];
}

/** One officer, of the whole agency, within a week: what is wanted most often. */
function withDefaults({ role = 'staff', division, uses = 1, days = 7 }: Slots<'invite_staff'>): Wanted {
  return { role, uses, days, ...(division === undefined ? {} : { division }) };
}

function form(wanted: Wanted, context: AnswerContext): Reply {
  const { agency } = context.knowledge;
  const choice = (label: string, on: boolean, change: Partial<Wanted>): object => ({
    label,
    on,
    data: encodePostback('invite_staff', { ...wanted, ...change }),
  });
  return personalReply(context, 'invite-staff', {
    role: ROLE_WORDS[wanted.role],
    division: divisionName(agency, wanted.division ?? null),
    uses: wanted.uses,
    days: wanted.days,
    roles: STAFF_ROLES.map((role) => choice(ROLE_WORDS[role], role === wanted.role, { role })),
    usesChoices: INVITED_USES.map((uses) => choice(`${uses} คน`, uses === wanted.uses, { uses })),
    daysChoices: INVITED_DAYS.map((days) => choice(`${days} วัน`, days === wanted.days, { days })),
    chooseDivision:
      divisionsOf(agency).length > 0 ? encodePostback('invite_staff', { ...wanted, act: 'choose_division' }) : null,
    make: encodePostback('invite_staff', { ...wanted, act: 'make' }),
    list: encodePostback('invite_staff', { act: 'list' }),
  });
}

function divisions(wanted: Wanted, page: number | undefined, context: AnswerContext): Reply {
  const { division: _, ...rest } = wanted;
  return chooseDivision(
    {
      page,
      whole: encodePostback('invite_staff', rest),
      one: (division) => encodePostback('invite_staff', { ...rest, division }),
      more: (next) => encodePostback('invite_staff', { ...wanted, act: 'choose_division', page: next }),
      back: encodePostback('invite_staff', wanted),
    },
    context,
  );
}

async function make(wanted: Wanted, user: User, context: AnswerContext, desk: Desk): Promise<Reply> {
  const { role, uses, days, division = null } = wanted;
  const [code, newRef] = await Promise.all([
    desk.lettersFor(user, 'invitation', CODE_LETTERS),
    desk.lettersFor(user, 'invitation ref', HANDLE_LETTERS),
  ]);
  const ref = await desk.store.transaction(async (tx) => {
    const by = actorOf(await actingStaff(tx, user.id, 'admin'));
    return makeInvitation(tx, { role, division, uses, days }, { code, ref: newRef }, by, changeBy(user, context, desk));
  });
  const made = await findInvitation(desk.store, ref);
  return made ? invitationCard('made', made, context, desk) : list(undefined, 'gone', context, desk);
}

async function show(ref: string, context: AnswerContext, desk: Desk): Promise<Reply> {
  const found = await findInvitation(desk.store, ref);
  return found ? invitationCard('shown', found, context, desk) : list(undefined, 'gone', context, desk);
}

async function cancel(ref: string, user: User, context: AnswerContext, desk: Desk): Promise<Reply> {
  const found = await findInvitation(desk.store, ref);
  if (!found) return list(undefined, 'gone', context, desk);
  await desk.store.transaction(async (tx) => {
    const by = actorOf(await actingStaff(tx, user.id, 'admin'));
    await cancelInvitation(tx, found.id, by, changeBy(user, context, desk));
  });
  return list(undefined, 'cancelled', context, desk);
}

async function list(
  page: number | undefined,
  note: 'gone' | 'cancelled' | null,
  context: AnswerContext,
  { store, clock }: Desk,
): Promise<Reply> {
  const shown = pageOf(await openInvitations(store, clock()), page, INVITATIONS_ON_A_CARD, 'รหัส', (next) =>
    encodePostback('invite_staff', { act: 'list', page: next }),
  );
  return personalReply(context, 'invitations', {
    note,
    total: shown.total,
    more: shown.more,
    rows: shown.rows.map(({ data: { ref, role, division, usesLeft, expiresAt } }) => ({
      role: ROLE_WORDS[role],
      division: divisionName(context.knowledge.agency, division),
      usesLeft,
      expiresAt,
      data: encodePostback('invite_staff', { act: 'show', ref }),
    })),
    make: encodePostback('invite_staff', {}),
  });
}
