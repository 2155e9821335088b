import { weeksUpTo } from './bangkok-week.ts';
import type { Dimension } from './editions.ts';
import { CHANNELS } from './feedback.ts';
import { listQrCodes } from './qr-codes.ts';
import { REASON_CODES, reasonOf } from './reasons.ts';
import type { TallyFilter } from './tally.ts';
import type { AgencyStore } from '../store/port.ts';

/** One group of a round's answers. */
export interface GroupName {
  readonly dimension: Dimension;
  /** An indicator's number, a channel, a point's name (empty: the general form), a week, a reason code; empty for `all`. */
  readonly name: string;
}

/** Weeks looked back on: a quarter of a year. */
const WEEKS = 13;

/** The groups there can be in a round, most important first: all, indicators asked about, channels, points, weeks, topics. */
export async function groupsOf(store: AgencyStore, fiscalYear: number, now: Date): Promise<readonly GroupName[]> {
  const codes = await listQrCodes(store, fiscalYear);
  const points = [...new Set(codes.flatMap(({ data }) => [data.point, ...(data.formerPoints ?? [])])), ''];
  const asked = new Set([6, 7, 8, ...codes.flatMap(({ data }) => data.indicators)]);
  const indicators = [...asked].sort((a, b) => a - b).map(String);
  const topics = REASON_CODES.filter((code) => reasonOf(fiscalYear, code) !== undefined);
  const named = (dimension: Dimension, names: readonly string[]): GroupName[] =>
    names.map((name) => ({ dimension, name }));
  return [
    { dimension: 'all', name: '' },
    ...named('indicator', indicators),
    ...named('channel', CHANNELS),
    ...named('point', points),
    ...named('week', weeksUpTo(now, WEEKS)),
    ...named('topic', topics),
  ];
}

/** The filter that counts a group. */
export function filterOf(fiscalYear: number, { dimension, name }: GroupName): TallyFilter {
  switch (dimension) {
    case 'all':
      return { fiscalYear };
    case 'indicator':
      return { fiscalYear, indicator: Number(name) };
    case 'channel':
      return { fiscalYear, channel: name === 'line' ? 'line' : 'web' };
    case 'point':
      return { fiscalYear, point: name === '' ? null : name };
    case 'week':
      return { fiscalYear, week: name };
    case 'topic':
      return { fiscalYear, topic: name };
  }
}
