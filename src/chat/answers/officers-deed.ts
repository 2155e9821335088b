import type { Deed } from '../../audit/deed.ts';
import { actingStaff, actorOf } from '../../people/acting-staff.ts';
import type { Role } from '../../people/role.ts';
import type { Transaction } from '../../store/port.ts';
import type { User } from '../answer.ts';

/** In the transaction that changes something: who does it, as the store knows them now. Throws NotAllowedError. */
export async function officersDeed(tx: Transaction, { id, eventId, eventMs }: User, needed: Role): Promise<Deed> {
  return { by: actorOf(await actingStaff(tx, id, needed)), eventId, at: new Date(eventMs) };
}
