import { mayActAs, type Role } from '../people/role.ts';
import type { StaffMember } from '../people/staff-member.ts';
import type { ListedTopic } from '../people/subscribers.ts';
import { askedFor, TOPIC_OF, wants } from '../people/wants.ts';
import { people, subscribers } from '../store/collections.ts';
import { everyDoc } from '../store/every-doc.ts';
import type { AgencyStore, Doc } from '../store/port.ts';
import type { PushKind } from './push.ts';
import type { Reach } from './reach.ts';

/** Who gets a push: their LINE user id, and for staff who they are. */
export interface Recipient {
  readonly to: string;
  readonly staff: StaffMember | null;
  /** True for staff who said themselves that they want it: they are counted among those who did. */
  readonly asked?: boolean;
}

/** People who would have got it and have left the account, or cannot be known to follow it. */
export interface Gone {
  count: number;
}

/** What goes as wide as a manager chooses. */
export type Announced = PushKind & ('results' | 'urgent');

const STAFF_READ_AT_ONCE = 50;
/** A list has up to 1 MiB. */
const LISTS_ON_A_PAGE = 8;
/** The role that staff within a reach have at least. */
export const LEAST_ROLE: { readonly [R in Reach]: Role } = { managers: 'manager', staff: 'staff', everybody: 'staff' };

/**
 * Staff who may be sent a push of that kind, with at least that role. One read for each. `gone` counts those who have left.
 * @param staff everybody who works here, as watched.
 */
export async function staffAudience(
  store: AgencyStore,
  staff: readonly Doc<StaffMember>[],
  kind: PushKind,
  least: Role,
  gone: Gone,
): Promise<readonly Recipient[]> {
  const recipients: Recipient[] = [];
  const asked = staff.filter(({ data }) => mayActAs(data.role, least));
  for (let first = 0; first < asked.length; first += STAFF_READ_AT_ONCE) {
    const some = asked.slice(first, first + STAFF_READ_AT_ONCE);
    const known = await Promise.all(some.map(({ id }) => store.get(people, id)));
    some.forEach(({ id, data }, index) => {
      if (known[index]?.following !== true) gone.count += 1;
      else if (wants(known[index], kind, data.role))
        recipients.push({ to: id, staff: data, asked: askedFor(known[index], kind) });
    });
  }
  return recipients;
}

/** Citizens who said yes to news or results and still follow: one read for some hundreds of them. Staff in `except` are left out. */
export async function* citizenAudience(
  store: AgencyStore,
  topic: ListedTopic,
  except: ReadonlySet<string>,
): AsyncGenerator<Recipient> {
  for await (const { data } of everyDoc(store, subscribers, { equal: { topic }, limit: LISTS_ON_A_PAGE }))
    for (const to of data.people) if (!except.has(to)) yield { to, staff: null };
}

/** How many citizens that would be, by counting. */
export function countCitizens(store: AgencyStore, topic: ListedTopic): Promise<number> {
  return store.count(people, { following: true, [`wants.${topic}.wanted`]: true });
}

/**
 * The audience of what a manager sends: staff first, then, if it goes to everybody, citizens who asked for that.
 * @param known Handles of staff whom it has reached already; they are left out.
 */
export async function* announcementAudience(
  store: AgencyStore,
  staff: readonly Doc<StaffMember>[],
  kind: Announced,
  { reach, known }: { readonly reach: Reach; readonly known?: ReadonlySet<string> | undefined },
  gone: Gone,
): AsyncGenerator<Recipient> {
  const workers = staff.filter(({ data }) => known?.has(data.handle) !== true);
  yield* await staffAudience(store, workers, kind, LEAST_ROLE[reach], gone);
  if (reach === 'everybody') yield* citizenAudience(store, TOPIC_OF[kind], new Set(staff.map(({ id }) => id)));
}
