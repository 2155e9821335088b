import { pushes } from '../store/collections.ts';
import type { Opened } from '../push/opened-counts.ts';
import { pushTitle } from '../chat/card-data/push-title.ts';
import { howItEnded } from '../push/push-words.ts';
import type { Push } from '../push/push.ts';
import type { Doc } from '../store/port.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';

const NEWEST = 20;

export interface PushListContext extends Pick<CommandContext, 'store' | 'print'> {
  /** How many people opened each push, where LINE says so; left out: LINE is not asked. */
  readonly opened?: (pushes: readonly Doc<Push>[]) => Promise<Opened>;
}

/** `prongsai push list`: the newest pushes and how each ended, as far as can be known. Throws StoreError. */
export async function pushList({ store, print, opened }: PushListContext): Promise<ExitCode> {
  const { docs } = await store.query(pushes, {
    orderBy: { field: 'plannedAtMs', direction: 'desc' },
    limit: NEWEST,
  });
  if (docs.length === 0) print('ยังไม่เคยส่งข้อความใด');
  const counts: Opened = (await opened?.(docs)) ?? new Map();
  for (const push of docs) print(`${pushTitle(push)}\n    ${howItEnded(push.data)}${openedBy(counts.get(push.id))}`);
  if (counts.size > 0) print('จำนวนผู้เปิดดูเป็นยอดรวมโดยประมาณจาก LINE ซึ่งไม่บอกว่าเป็นใคร');
  return EXIT.ok;
}

function openedBy(people: number | undefined): string {
  return people === undefined ? '' : ` · เปิดดูประมาณ ${people} คน`;
}
