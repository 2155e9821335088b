import { monthRoom } from '../../push/month-room.ts';
import { howItEnded } from '../../push/push-words.ts';
import { pushes } from '../../store/collections.ts';
import type { Answer } from '../answer.ts';
import { missedShown } from '../card-data/missed.ts';
import { roomShown } from '../card-data/room.ts';
import { personalReply } from './card-reply.ts';

const PUSHES_ON_A_CARD = 6;

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
      const [{ docs }, opened, { usual, reachedAtMs }, missed] = await Promise.all([
        newest,
        newest.then((page) => desk.opened(page.docs)),
        monthRoom(desk.pushes),
        missedShown(desk.store),
      ]);
      return personalReply(context, 'push-log', {
        room: roomShown(usual),
        reachedAt: reachedAtMs === null ? null : new Date(reachedAtMs).toISOString(),
        missed,
        counted: opened.size > 0,
        rows: docs.map(({ id, data }) => ({
          summary: data.summary,
          at: new Date(data.plannedAtMs).toISOString(),
          detail: howItEnded(data),
          opened: opened.get(id) ?? null,
        })),
      });
    },
  };
};
