import { fullSchedule } from '../../agency/push-schedule.ts';
import { monthOf } from '../../push/plan-push.ts';
import type { Push } from '../../push/push.ts';
import { roomIn, UNUSED_QUOTA } from '../../push/quota.ts';
import { SCHEDULED, type Scheduled } from '../../push/made-digest.ts';
import { pushes, quotas, schedules } from '../../store/collections.ts';
import type { AgencyStore } from '../../store/port.ts';
import type { Answer } from '../answer.ts';
import { roomShown } from '../card-data/room.ts';
import { personalReply } from './card-reply.ts';
import { DIGEST_NAMES } from './digest-names.ts';

const PUSHES_ON_A_CARD = 6;

const STATES: { readonly [S in Push['state']]: string } = {
  planning: 'กำลังเตรียม',
  sending: 'กำลังส่ง',
  done: 'ส่งแล้ว',
  stopping: 'กำลังหยุด',
  stopped: 'หยุดแล้ว',
};

/** "รายงานการส่ง": the newest pushes with how each ended, as far as can be known: never who read it. Where LINE tells a number of people
 * who opened one, it is shown. */
export const pushLog: Answer<'push_log'> = (_, context) => {
  if (!context.user) return personalReply(context, 'only-in-private', {});
  return {
    needs: 'store',
    finish: async (desk) => {
      const newest = desk.store.query(pushes, {
        orderBy: { field: 'plannedAtMs', direction: 'desc' },
        limit: PUSHES_ON_A_CARD,
      });
      const [{ docs }, opened, line, own, missed] = await Promise.all([
        newest,
        newest.then((page) => desk.opened(page.docs)),
        desk.pushes.quota(),
        desk.store.get(quotas, monthOf(desk.clock())),
        Promise.all(SCHEDULED.map((kind) => missedOf(desk.store, kind))),
      ]);
      const { reserve } = fullSchedule(context.knowledge.agency?.push);
      const room = line && roomIn(line, own ?? UNUSED_QUOTA, reserve, false);
      return personalReply(context, 'push-log', {
        room: roomShown(room),
        reachedAt: own?.reachedAtMs ? new Date(own.reachedAtMs).toISOString() : null,
        missed: missed.filter((one) => one !== undefined),
        counted: opened.size > 0,
        rows: docs.map(({ id, data }) => ({
          summary: data.summary,
          at: new Date(data.plannedAtMs).toISOString(),
          detail: detailOf(data),
          opened: opened.get(id) ?? null,
        })),
      });
    },
  };
};

/** What the calendar asked for last and there were not enough messages left for: with numbers, so that somebody can decide. */
async function missedOf(
  store: AgencyStore,
  kind: Scheduled,
): Promise<{ readonly name: string; readonly at: string; readonly people: number; readonly left: number } | undefined> {
  const record = await store.get(schedules, kind);
  if (record === undefined || record.missing === null) return undefined;
  return { name: DIGEST_NAMES[kind], at: `${record.last}:00+07:00`, ...record.missing };
}

function detailOf({ state, people, counts, stoppedBecause }: Push): string {
  const why = stoppedBecause === 'monthly-limit' ? ' เพราะข้อความของเดือนนี้หมด' : '';
  if (counts === null) return `${STATES[state]}${why} ${people} คน`;
  const parts = [
    `ถึง LINE แล้ว ${counts.sent + counts.acceptedBefore}`,
    counts.refused > 0 ? `LINE ไม่รับ ${counts.refused}` : '',
    counts.unknown + counts.expired > 0 ? `ไม่ทราบผล ${counts.unknown + counts.expired}` : '',
    counts.leftOut > 0 ? `หยุดรับก่อนส่ง ${counts.leftOut}` : '',
  ].filter(Boolean);
  return `${STATES[state]}${why} ${people} คน: ${parts.join(' · ')}`;
}
