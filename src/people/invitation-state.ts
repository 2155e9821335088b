import type { Invitation } from './invitation.ts';

export type InvitationState = 'open' | 'cancelled' | 'over' | 'used-up';

/** Whether an invitation can still be used at that moment, by what it says itself. */
export function invitationState(invitation: Invitation, now: Date): InvitationState {
  if (invitation.cancelled) return 'cancelled';
  if (invitation.usesLeft < 1) return 'used-up';
  return now.getTime() > Date.parse(invitation.expiresAt) ? 'over' : 'open';
}
