import { request } from 'undici';
import { z } from 'zod';
import type { LineChannel } from './channel.ts';

const QuotaBody = z.object({ type: z.enum(['limited', 'none']), value: z.int().nonnegative().optional() });
const ConsumptionBody = z.object({ totalUsage: z.int().nonnegative() });

/** The month's messages as LINE counts them: how many there may be (null: no limit) and how many are used, approximately. */
export interface MonthlyQuota {
  readonly limit: number | null;
  readonly used: number;
}

/**
 * Asks LINE for the month's quota. Both calls together within `deadlineMs`. Undefined if LINE does not say: not reachable, too
 * slow, refused, or not in a shape we know.
 */
export async function readQuota(
  { apiBaseUrl, channelAccessToken }: LineChannel,
  deadlineMs: number,
): Promise<MonthlyQuota | undefined> {
  const signal = AbortSignal.timeout(deadlineMs);
  const ask = async (path: string): Promise<unknown> => {
    const { statusCode, body } = await request(`${apiBaseUrl}${path}`, {
      headers: { authorization: `Bearer ${channelAccessToken}` },
      signal,
    });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`);
    return JSON.parse(text);
  };
  try {
    const [quota, consumption] = await Promise.all([
      ask('/v2/bot/message/quota'),
      ask('/v2/bot/message/quota/consumption'),
    ]);
    const { type, value } = QuotaBody.parse(quota);
    if (type === 'limited' && value === undefined) return undefined;
    return { limit: type === 'none' ? null : (value ?? 0), used: ConsumptionBody.parse(consumption).totalUsage };
  } catch {
    return undefined;
  }
}
