import type { Room } from '../../push/quota.ts';

/** What is left of the month's messages, as cards show it; `known` false: LINE does not say. */
export interface RoomShown {
  readonly known: boolean;
  /** Null: without limit. */
  readonly limit: number | null;
  readonly used: number;
  readonly reserve: number;
  readonly left: number;
  /** LINE has said that the month is over. */
  readonly over: boolean;
}

export function roomShown(room: Room | undefined): RoomShown {
  if (room === undefined) return { known: false, limit: null, used: 0, reserve: 0, left: 0, over: false };
  const { limit, used, reserve, left, over } = room;
  return { known: true, limit, used, reserve, left: left === Infinity ? 0 : left, over };
}
