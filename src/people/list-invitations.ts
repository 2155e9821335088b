import { invitations } from '../store/collections.ts';
import type { AgencyStore, Doc } from '../store/port.ts';
import { invitationState } from './invitation-state.ts';
import type { Invitation } from './invitation.ts';
import { readAdmins } from './last-admin.ts';

/** Invitations that can be used, the newest first (of 1,000 that are kept at most). */
export async function openInvitations(store: AgencyStore, now: Date): Promise<readonly Doc<Invitation>[]> {
  const [{ docs }, admins] = await Promise.all([store.query(invitations, { limit: 1_000 }), readAdmins(store)]);
  const makers = new Set(admins.map(({ data }) => data.handle));
  return docs
    .filter(({ data }) => invitationState(data, now) === 'open')
    .filter(({ data: { madeBy } }) => madeBy === 'command' || makers.has(madeBy.handle))
    .sort((a, b) => (a.data.madeAt < b.data.madeAt ? 1 : -1));
}
