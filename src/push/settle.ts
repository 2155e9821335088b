import { GIVE_UP_AFTER_MS, MAX_TRIES, waitBeforeTry } from './backoff.ts';
import type { Call, Part } from './part.ts';
import type { SendOutcome } from './send-outcome.ts';

/** Refusals after which the same call may be made again. */
const AGAIN = new Set(['rate-limit', 'not-reached']);
export const MONTHLY_LIMIT = 'monthly-limit';

/** A call after a try. */
export function afterTry(call: Call, outcome: SendOutcome): Call {
  switch (outcome.kind) {
    case 'accepted':
      return ended(call, 'sent');
    case 'accepted-before':
      return ended(call, 'accepted-before');
    case 'unclear':
      return { ...call, unclear: true, why: outcome.reason };
    case 'refused':
      if (AGAIN.has(outcome.reason) || outcome.reason === MONTHLY_LIMIT) return { ...call, why: outcome.reason };
      // LINE refuses a call that it may have taken before only for what it says, not for whom it reached.
      return call.unclear
        ? ended(call, 'unknown', outcome.reason)
        : ended(call, 'refused', `${outcome.reason} ${outcome.status ?? ''}`.trim());
  }
}

/** A call that is over. */
export function ended(call: Call, state: Exclude<Call['state'], 'waiting'>, why = call.why): Call {
  return { ...call, state, why: state === 'sent' || state === 'accepted-before' ? null : why };
}

/** A call whose body is gone: nobody can make it again. */
export function lost(call: Call): Call {
  if (call.state !== 'waiting') return call;
  return ended(call, call.unclear ? 'unknown' : 'expired');
}

/** The part after its tries: closed if nothing waits, given up if there were enough, otherwise due again after a while. */
export function settled(part: Part, nowMs: number, random: () => number): Part {
  const tries = part.tries + 1;
  const over = tries >= MAX_TRIES || nowMs - (part.firstTryAtMs ?? nowMs) >= GIVE_UP_AFTER_MS;
  const calls = over ? part.calls.map(givenUp) : part.calls;
  const open = calls.some(({ state }) => state === 'waiting');
  return {
    ...part,
    calls,
    tries,
    state: open ? 'open' : 'closed',
    holder: null,
    dueAtMs: open ? nowMs + waitBeforeTry(tries, random) : part.dueAtMs,
  };
}

/** What is left of a call when it is not tried any more. */
function givenUp(call: Call): Call {
  if (call.state !== 'waiting') return call;
  return ended(call, call.unclear ? 'unknown' : 'refused');
}
