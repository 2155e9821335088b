import type { Clock } from '../clock.ts';
import type { StaffMember } from '../people/staff-member.ts';
import type { AgencyStore, Doc } from '../store/port.ts';
import type { Facts } from './digests/facts.ts';
import type { LineQuota } from './quota.ts';

/** What making pushes needs from outside. */
export interface PushDesk {
  readonly store: AgencyStore;
  readonly clock: Clock;
  /** A name that is never given twice. */
  readonly newId: () => string;
  /** Everybody who works here. */
  readonly staff: () => readonly Doc<StaffMember>[];
  /** What is published now. */
  readonly facts: () => Omit<Facts, 'now'>;
  /** A message from a card template and its data. Throws if they do not fit together. */
  readonly render: (card: string, data: object) => object;
  /** What LINE says about the month's quota; undefined if it does not within two seconds. */
  readonly quota: () => Promise<LineQuota | undefined>;
}

/** For a server that pushes nothing: nobody works here, and LINE does not say what is left of the month. */
export function noPushes(store: AgencyStore, clock: Clock): PushDesk {
  return {
    store,
    clock,
    newId: () => '',
    staff: () => [],
    facts: () => ({ agency: undefined, assessments: [], measures: [] }),
    render: (card) => ({ type: 'text', text: card }),
    quota: async () => undefined,
  };
}

/** One message as a push carries it, and what it says in a line. */
export interface Worded {
  readonly message: object;
  /** The same as a JSON array of one message. */
  readonly messages: string;
  readonly summary: string;
}

/** Fills a card. */
export function worded(desk: PushDesk, card: string, data: object): Worded {
  const message = desk.render(card, data);
  const altText = (message as { altText?: unknown }).altText;
  return { message, messages: JSON.stringify([message]), summary: typeof altText === 'string' ? altText : card };
}
