import { entryOfEvent } from '../audit/entry-of-event.ts';
import { recordChange } from '../audit/record-change.ts';
import { invitations, staff } from '../store/collections.ts';
import type { AgencyStore, Doc, Transaction } from '../store/port.ts';
import { actorOf } from './acting-staff.ts';
import type { ChangeBy } from './change-by.ts';
import { rememberInChat } from './following.ts';
import { showHandle } from './handle.ts';
import type { Invitation } from './invitation.ts';
import { isLastAdmin, readAdmins } from './last-admin.ts';
import { mayActAs } from './role.ts';
import { shownRole } from './shown-role.ts';
import type { StaffMember } from './staff-member.ts';
import { isWhat, makerOf, tryCode, type Attempt, type TriedCode } from './try-code.ts';

/** What an invitation would change for somebody. */
export type Prospect =
  | { readonly kind: 'new'; readonly invitation: Invitation }
  /**
   * `other`: they have another role or division now. `lower`: they may do more now than the invitation allows, so it changes that only
   * after they have said that they want it.
   */
  | { readonly kind: 'other' | 'lower'; readonly invitation: Invitation; readonly member: StaffMember }
  | { readonly kind: 'same'; readonly member: StaffMember };

export type Joined =
  | Exclude<TriedCode, { readonly kind: 'usable' }>
  | { readonly kind: 'lower'; readonly invitation: Invitation; readonly member: StaffMember }
  | { readonly kind: 'joined'; readonly member: StaffMember }
  | { readonly kind: 'last-admin' };

export interface Joiner {
  readonly userId: string;
  /** When they confirmed (ms since 1970). */
  readonly eventMs: number;
  /** For somebody new: a handle nobody has. */
  readonly handle: string;
  /** True if they have said that they want to be able to do less. */
  readonly lower: boolean;
}

/** What the invitation would change for whoever is, or is not, staff already. */
export function prospectOf(invitation: Invitation, member: StaffMember | undefined): Prospect {
  if (member === undefined || member.role === 'citizen') return { kind: 'new', invitation };
  if (isWhat(invitation, member)) return { kind: 'same', member };
  return { kind: mayActAs(invitation.role, member.role) ? 'other' : 'lower', invitation, member };
}

/** What somebody is of whom nothing is known. */
const NOBODY = { role: 'citizen', division: null } as const;

/**
 * Makes somebody staff by an invitation they have confirmed: uses, record and audit together. The same event, and the same person with
 * the same invitation, is one use.
 */
export async function join(store: AgencyStore, code: string, joiner: Joiner, change: ChangeBy): Promise<Joined> {
  const attempt = { userId: joiner.userId, code, eventId: change.eventId, now: change.now };
  const [maker, admins] = await Promise.all([makerOf(store, attempt), readAdmins(store)]);
  return store.transaction((tx) => joinWith(tx, attempt, joiner, { maker, admins }, change));
}

/** What the transaction looks at again, read before it. */
interface Known {
  readonly maker: string | undefined;
  readonly admins: readonly Doc<StaffMember>[];
}

async function joinWith(
  tx: Transaction,
  attempt: Attempt,
  joiner: Joiner,
  { maker, admins }: Known,
  change: ChangeBy,
): Promise<Joined> {
  const { userId, code } = attempt;
  const known = await tx.get(staff, userId);
  if (known && (await entryOfEvent(tx, change.eventId))) return { kind: 'joined', member: known };
  const tried = await tryCode(tx, attempt, maker);
  if (tried.kind !== 'usable') return tried;
  const { invitation } = tried;
  const prospect = prospectOf(invitation, known);
  if (prospect.kind === 'same') return prospect;
  if (prospect.kind === 'lower' && !joiner.lower) return { kind: 'lower', invitation, member: prospect.member };
  const losesAdmin = known?.role === 'admin' && invitation.role !== 'admin';
  if (losesAdmin && (await isLastAdmin(tx, admins, userId))) return { kind: 'last-admin' };

  const member = memberBy(invitation, known, joiner, change.now);
  await tx.set(invitations, code, { ...invitation, usesLeft: invitation.usesLeft - 1 });
  await tx.set(staff, userId, member);
  await rememberInChat(userId, { eventMs: joiner.eventMs, nowMs: change.now.getTime() })(tx);
  await recordChange(tx, change.eventId, {
    atMs: change.now.getTime(),
    by: actorOf(member),
    action: 'people.join',
    subject: member.handle,
    before: shownRole(known ?? NOBODY, change.divisionName),
    after: { ...shownRole(member, change.divisionName), invitation: showHandle(invitation.ref) },
  });
  return { kind: 'joined', member };
}

function memberBy(
  { role, division, ref }: Invitation,
  known: StaffMember | undefined,
  { handle }: Joiner,
  now: Date,
): StaffMember {
  const { withdrawnAt: _, ...before } = known ?? { handle, name: null, menu: null, joinedAt: now.toISOString() };
  const joinedAt = known === undefined || known.role === 'citizen' ? now.toISOString() : known.joinedAt;
  return { ...before, role, division, joinedAt, invitation: ref };
}
