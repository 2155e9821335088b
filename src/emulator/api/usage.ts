import { lineDay } from '../../line/line-day.ts';
import type { World } from '../world/world.ts';
import { ApiError } from './api-error.ts';
import { ok, type Operation, operation } from './operation.ts';

/** The first day LINE has numbers for. */
const FIRST_DAY = '20180331';

function sentOn(world: World, kind: string, date: string | null): object {
  if (date === null || !/^\d{8}$/.test(date)) throw new ApiError(400, 'The value for the date parameter is invalid');
  if (date < FIRST_DAY) return { status: 'out_of_service' };
  if (date >= lineDay(world.clock())) return { status: 'unready' };
  return { status: 'ready', success: world.statistics.sentOn(kind, date) };
}

/** Quota, consumption and what was sent. */
export const usageOperations = (world: World): readonly Operation[] => [
  operation(
    'getMessageQuota',
    'GET /v2/bot/message/quota',
    () => {
      const value = world.quota.limit();
      return ok(value === null ? { type: 'none' } : { type: 'limited', value });
    },
    { alias: 'quota' },
  ),
  operation(
    'getMessageQuotaConsumption',
    'GET /v2/bot/message/quota/consumption',
    () => ok({ totalUsage: world.quota.used() }),
    { alias: 'consumption' },
  ),
  ...(['Reply', 'Push', 'Multicast', 'Broadcast'] as const).map((kind) =>
    operation(`getNumberOfSent${kind}Messages`, `GET /v2/bot/message/delivery/${kind.toLowerCase()}`, (call) =>
      ok(sentOn(world, kind.toLowerCase(), call.query.get('date'))),
    ),
  ),
  operation('getAggregationUnitUsage', 'GET /v2/bot/message/aggregation/info', () =>
    ok({ numOfCustomAggregationUnits: world.statistics.units().length }),
  ),
  operation('getAggregationUnitNameList', 'GET /v2/bot/message/aggregation/list', () =>
    ok({ customAggregationUnits: world.statistics.units() }),
  ),
];
