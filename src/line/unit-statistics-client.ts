import { z } from 'zod';
import type { LineApi } from './line-api.ts';
import { lineDay } from './line-day.ts';

const DAY_MS = 86_400_000;
/** A period ends at most so many days after the day it begins on. LINE stops counting 14 days after a message was sent anyway. */
const MOST_DAYS = 30;

const StatisticsBody = z.object({ overview: z.object({ uniqueImpression: z.int().nonnegative().nullish() }) });

/**
 * Asks LINE how many people opened what was sent under the name of an aggregation unit (Get statistics per unit; the feature is part of
 * the Messaging API, 60 requests an hour). Approximate, as LINE says itself. Null: LINE gives no number, because it is none yet or fewer
 * than 20 people stand behind it. Undefined: LINE did not say: not reachable, too slow, refused, or not in a shape we know.
 * @param sentAt When the first message under this name was sent; counted is from its day on.
 */
export async function readOpened(
  api: LineApi,
  unit: string,
  sentAt: Date,
  now: Date,
): Promise<number | null | undefined> {
  const end = Math.max(sentAt.getTime(), Math.min(now.getTime(), sentAt.getTime() + MOST_DAYS * DAY_MS));
  const query = new URLSearchParams({
    customAggregationUnit: unit,
    from: lineDay(sentAt),
    to: lineDay(new Date(end)),
  });
  try {
    const { overview } = await api.read(
      {
        operation: 'getStatisticsPerUnit',
        method: 'GET',
        path: `/v2/bot/insight/message/event/aggregation?${query.toString()}`,
      },
      StatisticsBody,
    );
    return overview.uniqueImpression ?? null;
  } catch {
    return undefined;
  }
}
