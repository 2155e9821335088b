import { fullSchedule } from '../../../agency/push-schedule.ts';
import type { Cost } from '../../../push/cost.ts';
import type { MonthRoom } from '../../../push/month-room.ts';
import { isOpen } from '../../../push/occurrence.ts';
import type { AnswerContext, User } from '../../answer.ts';
import { roomShown } from '../../card-data/room.ts';

/** Something that a manager may have sent. */
export interface Sendable {
  /** What it is called: `ประกาศผลปี 2565` */
  readonly what: string;
  /** The words themselves, where they are a manager's own. */
  readonly text?: string;
  readonly month: MonthRoom;
  /** Whether what the month keeps for answers and urgent news may be used for it. */
  readonly mayUseReserve: boolean;
}

/** One of those to whom it could go. */
export interface Receiver {
  /** `เจ้าหน้าที่ทุกคน`, as it stands after `ส่งถึง`. */
  readonly name: string;
  /** What stands where it can be chosen, if that is not the same. */
  readonly row?: string;
  readonly people: number;
  /** Postback data that chooses them, or says yes to them. */
  readonly data: (cost: Cost) => string;
}

/**
 * Of receivers of whom each includes the ones before: those that reach anybody more than these. If none reaches anybody, the widest, so
 * that it is said that there is nobody.
 */
export function reachingMore(receivers: readonly Receiver[]): readonly Receiver[] {
  const more = receivers.filter(({ people }, index) => people > (receivers[index - 1]?.people ?? 0));
  return more.length > 0 ? more : receivers.slice(-1);
}

/** What the cards of every sending have on them: what is left of the month, and that it is late or a holiday. `costs`: of what may be chosen. */
export function sendableFacts(
  { what, month: { usual, urgent }, mayUseReserve }: Sendable,
  { nowMs }: User,
  { knowledge }: AnswerContext,
  costs: readonly Cost[],
): object {
  const isOpenToSend = costs.some(canBeSent);
  // What is kept is spoken of only where the rest is not enough.
  const needsReserve = mayUseReserve && costs.some(({ fit }) => fit === 'with-reserve' || fit === 'too-many');
  const schedule = fullSchedule(knowledge.agency?.push);
  return {
    what,
    room: roomShown(usual),
    withReserve: needsReserve && urgent !== undefined && !urgent.over && urgent.left !== Infinity ? urgent.left : null,
    // The hours in which the calendar sends, if it is none of them now: a person's own wish is done all the same.
    outside: !isOpenToSend || isOpen(new Date(nowMs), schedule) ? null : schedule.window,
  };
}

/** True if a yes to it can be offered. */
export function canBeSent({ fit }: Cost): boolean {
  return fit === 'fits' || fit === 'with-reserve';
}
