import { lineDay } from '../../line/line-day.ts';
import { perHour } from '../world/rate-limits.ts';
import { UNIT_NAME } from '../world/statistics.ts';
import type { World } from '../world/world.ts';
import { ApiError } from './api-error.ts';
import { type Call, ok, type Operation, operation } from './operation.ts';

/** LINE tells no number that fewer people stand behind. */
const FEWEST_PEOPLE = 20;
/** `to` is at most so many days after `from`. */
const MOST_DAYS = 30;
const DAY_MS = 86_400_000;
/** Nothing is played here. */
const NOT_PLAYED = {
  mediaPlayed: null,
  mediaPlayed25Percent: null,
  mediaPlayed50Percent: null,
  mediaPlayed75Percent: null,
  mediaPlayed100Percent: null,
  uniqueMediaPlayed: null,
  uniqueMediaPlayed25Percent: null,
  uniqueMediaPlayed50Percent: null,
  uniqueMediaPlayed75Percent: null,
  uniqueMediaPlayed100Percent: null,
};

/** Midnight of a day `yyyyMMdd`; throws LINE's 400 for anything else. */
function dayMs(text: string | null): number {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text ?? '') ?? [];
  const ms = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  // 31 June would be taken for 1 July.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(8, 10) !== day) throw unable();
  return ms;
}

/** The reference gives this error no message; a sentence helps whoever looks for the mistake. */
const unable = (): ApiError => new ApiError(400, 'Unable to get the statistic');

/**
 * What people did with the messages of a unit. Numbers of a day are there on the next one, as with the numbers of messages sent; LINE
 * itself says to wait for a few days.
 */
function statisticsOf(world: World, { query }: Call): object {
  const unit = query.get('customAggregationUnit') ?? '';
  const from = query.get('from') ?? '';
  const to = query.get('to') ?? '';
  const days = (dayMs(to) - dayMs(from)) / DAY_MS;
  if (!UNIT_NAME.test(unit) || days < 0 || days > MOST_DAYS) throw unable();
  const yesterday = lineDay(new Date(world.clock().getTime() - DAY_MS));
  const { people, bubbles } = world.openings.of(unit, from, to < yesterday ? to : yesterday);
  const told = (count: number, of = count): number | null => (of < FEWEST_PEOPLE ? null : count);
  return {
    overview: {
      uniqueImpression: told(people),
      uniqueClick: null,
      uniqueMediaPlayed: null,
      uniqueMediaPlayed100Percent: null,
    },
    messages: bubbles.map((bubble, index) => ({
      seq: index + 1,
      impression: told(bubble.times, bubble.people),
      uniqueImpression: told(bubble.people),
      ...NOT_PLAYED,
    })),
    clicks: [],
  };
}

/** How many people opened what was sent under the name of an aggregation unit. Links that are opened leave LINE, so they are not counted here. */
export const unitStatisticsOperations = (world: World): readonly Operation[] => [
  operation(
    'getStatisticsPerUnit',
    'GET /v2/bot/insight/message/event/aggregation',
    (call) => ok(statisticsOf(world, call)),
    { rate: perHour(60) },
  ),
];
