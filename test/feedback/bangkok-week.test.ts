import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/bangkok-time.ts';
import { weekOf, weeksUpTo } from '../../src/feedback/bangkok-week.ts';
import { weekBefore } from '../../src/feedback/tally-overview.ts';

describe('days and weeks of Bangkok', () => {
  it.each([
    ['2026-11-22T16:59:59.999Z', '2026-11-22', '2026-W47'],
    ['2026-11-22T17:00:00.000Z', '2026-11-23', '2026-W48'],
    // Years whose first days belong to the last week of the year before, and the other way round.
    ['2027-01-01T05:00:00.000Z', '2027-01-01', '2026-W53'],
    ['2024-12-30T05:00:00.000Z', '2024-12-30', '2025-W01'],
    ['2026-01-01T05:00:00.000Z', '2026-01-01', '2026-W01'],
  ])('%s is %s in %s', (moment, day, week) => {
    expect([dayOf(new Date(moment)), weekOf(new Date(moment))]).toEqual([day, week]);
  });

  it('count back over the turn of the year', () => {
    expect(weeksUpTo(new Date('2027-01-12T05:00:00Z'), 3)).toEqual(['2027-W02', '2027-W01', '2026-W53']);
    expect(['2027-W02', '2027-W01', '2025-W01'].map(weekBefore)).toEqual(['2027-W01', '2026-W53', '2024-W52']);
  });
});
