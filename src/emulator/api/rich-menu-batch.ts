import { perHour } from '../world/rate-limits.ts';
import type { World } from '../world/world.ts';
import { badRequest, notFound } from './api-error.ts';
import { type Call, ok, type Operation, operation } from './operation.ts';
import { picturedMenuOf } from './rich-menu-of.ts';

const MOST_OPERATIONS = 1000;
const RESUME_KEY = /^[0-9a-zA-Z_-]{1,100}$/;

type Linked = Map<string, string>;

/** Reads the operations of a batch as changes to the linked menus; throws LINE's 400 for what is wrong with them. */
function changesOf(world: World, call: Call): readonly ((linked: Linked) => void)[] {
  const { operations, resumeRequestKey } = call.json();
  if (!Array.isArray(operations) || operations.length < 1 || operations.length > MOST_OPERATIONS) {
    throw badRequest([{ message: `Size must be between 1 and ${MOST_OPERATIONS}`, property: 'operations' }]);
  }
  if (resumeRequestKey !== undefined && !(typeof resumeRequestKey === 'string' && RESUME_KEY.test(resumeRequestKey))) {
    throw badRequest([{ message: `Must match the pattern ${RESUME_KEY.source}`, property: 'resumeRequestKey' }]);
  }
  return operations.map((it: Readonly<Record<string, unknown>> | null, i) => {
    const { type, from, to } = it ?? {};
    if (type === 'unlinkAll') return (linked) => linked.clear();
    if (type !== 'link' && type !== 'unlink') {
      const message = 'Must be one of the following values: [link, unlink, unlinkAll]';
      throw badRequest([{ message, property: `operations[${i}].type` }]);
    }
    if (typeof from !== 'string')
      throw badRequest([{ message: 'May not be empty', property: `operations[${i}].from` }]);
    const target = type === 'link' ? picturedMenuOf(world, to) : undefined;
    return (linked) => {
      for (const [user, menu] of linked) {
        if (menu !== from) continue;
        if (target === undefined) linked.delete(user);
        else linked.set(user, target);
      }
    };
  });
}

/** Changes the menus of many users by the menu they have. Here it is done at once. */
export const richMenuBatchOperations = (world: World): readonly Operation[] => [
  operation(
    'richMenuBatch',
    'POST /v2/bot/richmenu/batch',
    (call) => {
      for (const change of changesOf(world, call)) change(world.richMenus.linked);
      world.accepted.set(call.requestId, world.clock());
      world.chats.changed();
      return { status: 202, body: {} };
    },
    { rate: perHour(3) },
  ),
  operation('validateRichMenuBatchRequest', 'POST /v2/bot/richmenu/validate/batch', (call) => {
    changesOf(world, call);
    return ok();
  }),
  operation(
    'getRichMenuBatchProgress',
    'GET /v2/bot/richmenu/progress/batch',
    (call) => {
      const at = world.accepted.get(call.query.get('requestId') ?? '')?.toISOString();
      if (at === undefined) throw notFound();
      return ok({ phase: 'succeeded', acceptedTime: at, completedTime: at });
    },
    { rate: perHour(100) },
  ),
];
