import { actingStaff, actorOf } from '../people/acting-staff.ts';
import type { Role } from '../people/role.ts';
import type { StaffMember } from '../people/staff-member.ts';
import { measures, pictures, progress as history } from '../store/collections.ts';
import type { AgencyStore, Transaction } from '../store/port.ts';
import type { Change, Refusal } from './change.ts';
import { changeMeasure } from './change-measure.ts';
import type { Measure } from './measure.ts';
import { pictureIdOf, pictureRef, type Picture } from './pictures/picture.ts';
import type { Progress } from './progress.ts';
import { isWorkOf } from './standing.ts';
import { writeProgress } from './write-progress.ts';

/** Who acts on which measure, and the event by which. */
export interface Act {
  /** Ids of everything written are derived from it. */
  readonly eventId: string;
  /** LINE user id. */
  readonly userId: string;
  /** The event's own time, ms since 1970. */
  readonly atMs: number;
  readonly measure: string;
  /** Revision that the card showed; left out for what is only added (notes, pictures), which can never be in the way of anything. */
  readonly seen?: number | undefined;
  /** LINE's id of the message that brought it, so that taking the message back can be followed. */
  readonly messageId?: string | undefined;
}

/** What is to be done: a change, or a picture, known so far only by the LINE message that holds it. */
export type Wanted = Change | { readonly kind: 'picture'; readonly messageId: string };

export type Updated =
  /** `again`: it had been done already by the same event, delivered before; `measure` is as it is now. */
  | { readonly kind: 'made'; readonly measure: Measure; readonly progress: Progress; readonly again: boolean }
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly measure: Measure }
  /** Somebody else has changed it since `seen`; nothing was written. */
  | { readonly kind: 'newer'; readonly measure: Measure }
  /** It is another division's, and whoever acts is no manager. */
  | { readonly kind: 'not-yours'; readonly measure: Measure }
  | { readonly kind: 'gone' };

/**
 * Makes one change in one transaction: the measure, the entry of its history, the audit. The same event again changes nothing
 * more. Throws NotAllowedError if whoever acts has not the role `needed` (any more), and StoreError.
 */
export function updateMeasure(store: AgencyStore, act: Act, needed: Role, wanted: Wanted): Promise<Updated> {
  return store.transaction<Updated>(async (tx) => {
    const member = await actingStaff(tx, act.userId, needed);
    const measure = await tx.get(measures, act.measure);
    if (measure === undefined) return { kind: 'gone' };
    const before = await tx.get(history, act.eventId);
    if (before !== undefined) return { kind: 'made', measure, progress: before, again: true };
    if (!mayChange(member, measure)) return { kind: 'not-yours', measure };
    if (act.seen !== undefined && changedSince(measure, act.seen, member)) return { kind: 'newer', measure };
    const change = 'messageId' in wanted ? await expectPicture(tx, act, wanted.messageId) : wanted;
    const changed = changeMeasure(measure, change, {
      by: actorOf(member),
      at: new Date(act.atMs),
      entry: act.eventId,
      messageId: act.messageId,
    });
    if (changed.kind === 'refused') return { ...changed, measure };
    await writeProgress(tx, act.eventId, changed);
    return { kind: 'made', measure: changed.measure, progress: changed.progress, again: false };
  });
}

/** Managers look after all measures, others after those of their division. */
export function mayChange({ role, division }: StaffMember, measure: Measure): boolean {
  return role === 'manager' || role === 'admin' || isWorkOf(measure, division);
}

/** True if anybody but `member` has changed the measure since it had revision `seen`. One's own older card is no surprise. */
export function changedSince({ revision, lastChange }: Measure, seen: number, { handle }: StaffMember): boolean {
  if (revision === seen) return false;
  return revision < seen || lastChange?.by !== handle || seen < lastChange.since;
}

async function expectPicture(
  tx: Transaction,
  { eventId, atMs, measure }: Act,
  messageId: string,
): Promise<Change & { kind: 'picture' }> {
  const id = pictureIdOf(eventId);
  const picture: Picture = {
    measure,
    progress: eventId,
    atMs,
    state: 'waiting',
    messageId,
    lostBecause: null,
    jpeg: null,
    width: null,
    height: null,
  };
  await tx.set(pictures, id, picture);
  return { kind: 'picture', picture: pictureRef(id, picture) };
}
