import { perHour } from '../world/rate-limits.ts';
import type { World } from '../world/world.ts';
import { ApiError, notFound } from './api-error.ts';
import { type Call, ok, type Operation, operation } from './operation.ts';
import { friends } from './recipients.ts';
import { retryKeyOf } from './retry-key.ts';
import { sendingBody } from './sending-body.ts';

/** A narrowcast needs this many final recipients; with fewer LINE takes it and then does not send it. */
const FEWEST_RECIPIENTS = 50;

function progress(world: World, call: Call): object {
  const requestId = call.query.get('requestId');
  const at = requestId === null ? undefined : world.accepted.get(requestId);
  if (requestId === null) throw new ApiError(400, 'The requestId is required');
  if (at === undefined) throw notFound();
  return {
    phase: 'failed',
    failedDescription: `Fewer than ${FEWEST_RECIPIENTS} recipients: ${friends(world).length}`,
    errorCode: 2,
    acceptedTime: at.toISOString(),
    completedTime: at.toISOString(),
  };
}

/** Narrowcasts are accepted and checked, and then fail: nobody has 50 personas. */
export const narrowcastOperations = (world: World): readonly Operation[] => [
  operation(
    'narrowcast',
    'POST /v2/bot/message/narrowcast',
    (call) => {
      const key = retryKeyOf(world, call);
      sendingBody(call.json());
      world.accepted.set(call.requestId, world.clock());
      if (key !== undefined) world.retryKeys.accept(key, { requestId: call.requestId });
      return { status: 202, body: {} };
    },
    { rate: perHour(60) },
  ),
  operation('getNarrowcastProgress', 'GET /v2/bot/message/progress/narrowcast', (call) => ok(progress(world, call))),
];
