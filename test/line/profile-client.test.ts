import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { askProfile, type ProfileOutcome } from '../../src/line/profile-client.ts';
import { answering } from './answering.ts';

const USER = `U${'a'.repeat(32)}`;

/** LINE's API, answering everything the same way; resolves with what the client makes of it. */
async function ask(
  answer: (req: IncomingMessage, res: ServerResponse) => void,
  userId = USER,
): Promise<ProfileOutcome> {
  const apiBaseUrl = await answering(answer);
  return askProfile({ apiBaseUrl, channelAccessToken: 'token', deadlineMs: 200 }, userId);
}

describe("a user's profile", () => {
  it('is asked for by id, with the token', async () => {
    const seen: unknown[] = [];
    const outcome = await ask((req, res) => {
      seen.push([req.method, req.url, req.headers.authorization]);
      res.end(JSON.stringify({ displayName: 'ช่อฟ้า', userId: USER, pictureUrl: 'https://example.com/x' }));
    });
    expect(outcome).toEqual({ kind: 'name', displayName: 'ช่อฟ้า' });
    expect(seen).toEqual([['GET', `/v2/bot/profile/${USER}`, 'Bearer token']]);
  });

  it('is not there for those who left or never agreed', async () => {
    expect(await ask((_req, res) => res.writeHead(404).end('{"message":"Not found"}'))).toEqual({ kind: 'none' });
  });

  it.each([
    ['an error of LINE', (_: IncomingMessage, res: ServerResponse) => res.writeHead(500).end()],
    ['a limit on requests', (_: IncomingMessage, res: ServerResponse) => res.writeHead(429).end()],
    ['something that is no profile', (_: IncomingMessage, res: ServerResponse) => res.end('{"displayName":7}')],
    ['something that is no JSON', (_: IncomingMessage, res: ServerResponse) => res.end('<html>')],
    ['a connection that breaks', (_: IncomingMessage, res: ServerResponse) => res.destroy()],
    ['silence', () => undefined],
    ['a body that never ends', (_: IncomingMessage, res: ServerResponse) => void res.write('{"displayName":"')],
  ])('may be asked for again after %s', async (_, answer) => {
    expect(await ask(answer)).toMatchObject({ kind: 'unclear' });
  });

  it.each(['../../oauth', `U${'A'.repeat(32)}`, '', `${USER}/x`])('is never asked for with %j as id', async (id) => {
    let calls = 0;
    expect(await ask(() => void (calls += 1), id)).toEqual({ kind: 'none' });
    expect(calls).toBe(0);
  });
});
