import { inBangkok } from '../bangkok-time.ts';
import { pushes } from '../store/collections.ts';
import type { Push } from '../push/push.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';

const NEWEST = 20;

const STATES: { readonly [S in Push['state']]: string } = {
  planning: 'กำลังเตรียม',
  sending: 'กำลังส่ง',
  done: 'ส่งแล้ว',
  stopping: 'กำลังหยุด',
  stopped: 'หยุดแล้ว',
};

/** `prongsai push list`: the newest pushes and how each ended, as far as can be known. Throws StoreError. */
export async function pushList({ store, print }: CommandContext): Promise<ExitCode> {
  const { docs } = await store.query(pushes, {
    orderBy: { field: 'plannedAtMs', direction: 'desc' },
    limit: NEWEST,
  });
  if (docs.length === 0) print('ยังไม่เคยส่งข้อความใด');
  for (const { data } of docs)
    print(
      `${inBangkok(new Date(data.plannedAtMs)).format('YYYY-MM-DD HH:mm')}  ${data.summary}\n    ${howItEnded(data)}`,
    );
  return EXIT.ok;
}

function howItEnded({ state, people, counts }: Push): string {
  if (counts === null) return `${STATES[state]} | ${people} คน`;
  const { sent, acceptedBefore, refused, unknown, expired, leftOut } = counts;
  const ends = `LINE รับแล้ว ${sent + acceptedBefore} | ไม่รับ ${refused} | ไม่ทราบผล ${unknown + expired} | หยุดรับก่อนส่ง ${leftOut}`;
  return `${STATES[state]} | ${people} คน | ${ends}`;
}
