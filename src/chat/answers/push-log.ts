import { monthRoom } from '../../push/month-room.ts';
import { pushTitle } from '../card-data/push-title.ts';
import { howItEnded } from '../../push/push-words.ts';
import type { Push } from '../../push/push.ts';
import { pushes } from '../../store/collections.ts';
import type { Doc } from '../../store/port.ts';
import type { Answer } from '../answer.ts';
import { missedShown } from '../card-data/missed.ts';
import { roomShown } from '../card-data/room.ts';
import { personalReply } from './card-reply.ts';

const PUSHES_ON_A_CARD = 6;
/** Newest pushes looked at: answers to feedback are many, and each is one of its own. */
const LOOKED_AT = 30;

/** "รายงานการส่ง": the newest pushes with how each ended, as far as can be known: never who read it. Where LINE tells a number of people
 * who opened one, it is shown. */
export const pushLog: Answer<'push_log'> = (_, context) => {
  if (!context.user) return personalReply(context, 'only-in-private', {});
  return {
    needs: 'store',
    finish: async (desk) => {
      const newest = desk.store
        .query(pushes, { orderBy: { field: 'plannedAtMs', direction: 'desc' }, limit: LOOKED_AT })
        .then(({ docs }) => reported(docs));
      const [{ shown, answers }, opened, { usual, reachedAtMs }, missed] = await Promise.all([
        newest,
        newest.then((found) => desk.opened(found.shown)),
        monthRoom(desk.pushes),
        missedShown(desk.store),
      ]);
      return personalReply(context, 'push-log', {
        room: roomShown(usual),
        reachedAt: reachedAtMs === null ? null : new Date(reachedAtMs).toISOString(),
        missed,
        counted: opened.size > 0,
        answers: answers.length,
        rows: shown.map((push) => ({
          title: pushTitle(push),
          detail: howItEnded(push.data),
          opened: opened.get(push.id) ?? null,
        })),
      });
    },
  };
};

/** The newest pushes that go to several people, and how many answers to one person each there were besides, since the oldest of them. */
function reported(docs: readonly Doc<Push>[]): { shown: readonly Doc<Push>[]; answers: readonly Doc<Push>[] } {
  const shown = docs.filter(({ data }) => data.kind !== 'answer').slice(0, PUSHES_ON_A_CARD);
  const sinceMs = shown.length < PUSHES_ON_A_CARD ? 0 : (shown.at(-1)?.data.plannedAtMs ?? 0);
  return { shown, answers: docs.filter(({ data }) => data.kind === 'answer' && data.plannedAtMs >= sinceMs) };
}
