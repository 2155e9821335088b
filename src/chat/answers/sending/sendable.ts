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
  readonly month: MonthRoom;
  /** Whether what the month keeps for answers and urgent news may be used for it. */
  readonly mayUseReserve: boolean;
}

/** One of those to whom it could go. */
export interface Receiver {
  /** `เจ้าหน้าที่ทุกคน` */
  readonly name: string;
  readonly people: number;
  /** Postback data that chooses them, or says yes to them. */
  readonly data: (cost: Cost) => string;
}

/** What the cards of every sending have on them: what is left of the month, and that it is late or a holiday. */
export function sendableFacts(
  { what, month: { usual, urgent }, mayUseReserve }: Sendable,
  { nowMs }: User,
  { knowledge }: AnswerContext,
): object {
  const schedule = fullSchedule(knowledge.agency?.push);
  return {
    what,
    room: roomShown(usual),
    withReserve: mayUseReserve && urgent !== undefined && urgent.left !== Infinity ? urgent.left : null,
    // The hours in which the calendar sends, if it is none of them now: a person's own wish is done all the same.
    outside: isOpen(new Date(nowMs), schedule) ? null : schedule.window,
  };
}
