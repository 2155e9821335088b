import { request } from 'undici';
import { z } from 'zod';
import type { LineChannel } from './channel.ts';

/**
 * What LINE tells of a user: `none` if they have no profile for us (left, blocked, never agreed), `unclear` if LINE could not be
 * asked or answered something else; asking again later may help.
 */
export type ProfileOutcome =
  | { readonly kind: 'name'; readonly displayName: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unclear'; readonly reason: string };

export interface ProfileClientOptions extends Pick<LineChannel, 'apiBaseUrl' | 'channelAccessToken'> {
  /** Time for the whole call (ms); LINE states no limit. */
  readonly deadlineMs: number;
}

const USER_ID = /^U[0-9a-f]{32}$/;
const ProfileSchema = z.looseObject({ displayName: z.string() });

/** Asks LINE for the name a user shows (`GET /v2/bot/profile/{userId}`). Free of charge. Never rejects. */
export async function askProfile(
  { apiBaseUrl, channelAccessToken, deadlineMs }: ProfileClientOptions,
  userId: string,
): Promise<ProfileOutcome> {
  // It becomes part of the path.
  if (!USER_ID.test(userId)) return { kind: 'none' };
  try {
    const { statusCode, body } = await request(`${apiBaseUrl}/v2/bot/profile/${userId}`, {
      headers: { authorization: `Bearer ${channelAccessToken}` },
      signal: AbortSignal.timeout(deadlineMs),
    });
    if (statusCode !== 200) {
      await body.dump();
      return statusCode === 404 ? { kind: 'none' } : { kind: 'unclear', reason: `LINE answered ${statusCode}` };
    }
    const profile = ProfileSchema.safeParse(await body.json());
    if (!profile.success) return { kind: 'unclear', reason: 'LINE answered something that is no profile' };
    return { kind: 'name', displayName: profile.data.displayName };
  } catch (error) {
    const timeout = error instanceof Error && error.name === 'TimeoutError';
    return {
      kind: 'unclear',
      reason: timeout ? `LINE did not answer within ${deadlineMs} ms` : 'LINE could not be reached',
    };
  }
}
