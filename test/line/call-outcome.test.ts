import { describe, expect, it } from 'vitest';
import { outcomeOfError, outcomeOfResponse } from '../../src/line/call-outcome.ts';

describe('the outcome of a call to LINE', () => {
  it.each([
    [200, '{}', 'accepted', undefined],
    [400, '{"message":"Invalid reply token"}', 'refused', 'invalid-reply-token'],
    [400, '{"message":"The request body has 1 error(s)"}', 'refused', 'bad-request'],
    [401, '{"message":"Authentication failed"}', 'refused', 'unauthorized'],
    [429, '{"message":"The API rate limit has been exceeded. Try again later."}', 'refused', 'rate-limit'],
    [429, '{"message":"You have reached your monthly limit."}', 'refused', 'monthly-limit'],
    [413, '', 'refused', 'other'],
    [500, '<html>', 'unclear', 'server-error'],
    [503, '', 'unclear', 'server-error'],
  ])('is told from status %i and body %s: %s %s', (status, body, kind, reason) => {
    expect(outcomeOfResponse(status, body, 'r')).toMatchObject(reason ? { kind, reason } : { kind });
  });

  it.each([
    [{ code: 'ECONNREFUSED' }, 'refused', 'not-reached'],
    [{ code: 'ENOTFOUND' }, 'refused', 'not-reached'],
    [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, 'refused', 'not-reached'],
    [{ code: 'UND_ERR_HEADERS_TIMEOUT' }, 'unclear', 'timeout'],
    [{ name: 'TimeoutError' }, 'unclear', 'timeout'],
    [{ code: 'ECONNRESET' }, 'unclear', 'reset'],
    [{ code: 'UND_ERR_SOCKET' }, 'unclear', 'reset'],
  ])('is told from the network error %j: %s %s', (error, kind, reason) => {
    expect(outcomeOfError(Object.assign(new Error('x'), error))).toMatchObject({ kind, reason });
  });
});
