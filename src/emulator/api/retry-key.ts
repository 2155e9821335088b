import type { World } from '../world/world.ts';
import { ApiError } from './api-error.ts';
import type { Call } from './operation.ts';

const HEADER = 'x-line-retry-key';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The retry key of a call that may have one; throws 409 if something was already accepted under it. */
export function retryKeyOf(world: World, call: Call): string | undefined {
  const key = call.headers[HEADER];
  if (typeof key !== 'string') return undefined;
  if (!UUID.test(key)) throw new ApiError(400, 'The retry key is invalid');
  const accepted = world.retryKeys.find(key);
  if (accepted === undefined) return key;
  throw new ApiError(
    409,
    {
      message: 'The retry key is already accepted',
      ...(accepted.sentMessages === undefined ? {} : { sentMessages: accepted.sentMessages }),
    },
    { 'x-line-accepted-request-id': accepted.requestId },
  );
}

/** Reply takes no retry key. */
export function refuseRetryKey(call: Call): void {
  if (call.headers[HEADER] !== undefined) {
    throw new ApiError(400, 'The retry key is not supported for this endpoint');
  }
}
