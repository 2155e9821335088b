import { describe, expect, it } from 'vitest';
import { DEFAULT_SCHEDULE, fullSchedule, PushScheduleSchema } from '../../src/agency/push-schedule.ts';
import { dueOccurrence, sendingTime } from '../../src/push/occurrence.ts';

const at = (local: string): Date => new Date(`${local}:00+07:00`);
const calendar = { window: { from: '08:30', to: '18:00' }, holidays: ['2026-12-07', '2026-12-10'] };
const due = (cron: string, now: string): string | undefined => dueOccurrence(cron, calendar, at(now))?.at;

describe('when something goes out', () => {
  it.each([
    ['in the window of a working day: at once', '2026-11-23T09:00', '2026-11-23T09:00'],
    ['before the window: when it opens', '2026-11-23T06:00', '2026-11-23T08:30'],
    ['when the window closes: on the next day', '2026-11-23T18:00', '2026-11-24T08:30'],
    ['on a Saturday: on Monday', '2026-11-28T10:00', '2026-11-30T08:30'],
    ['on a holiday: on the next working day', '2026-12-10T09:00', '2026-12-11T08:30'],
    ['on a holiday after a weekend: on Tuesday', '2026-12-05T09:00', '2026-12-08T08:30'],
  ])('%s', (_, from, to) => {
    expect(sendingTime(at(from), calendar)).toEqual(at(to));
  });

  it('is due from its time on, by the clock of Bangkok whatever the server’s', () => {
    expect(due('0 9 * * 1', '2026-11-23T08:59')).toBeUndefined();
    expect(due('0 9 * * 1', '2026-11-23T09:00')).toBe('2026-11-23T09:00');
    expect(due('0 9 * * 1', '2026-11-23T17:59')).toBe('2026-11-23T09:00');
  });

  it('is not due outside the window, also when it is late', () => {
    expect(due('0 9 * * 1', '2026-11-23T18:00')).toBeUndefined();
    expect(due('0 9 * * 1', '2026-11-24T08:30')).toBe('2026-11-23T09:00');
  });

  it('is left out when no server ran for two days', () => {
    expect(due('0 9 * * 1', '2026-11-25T09:00')).toBe('2026-11-23T09:00');
    expect(due('0 9 * * 1', '2026-11-25T09:01')).toBeUndefined();
  });

  it('keeps its name when a holiday moves it, and is due only then', () => {
    expect(due('0 9 * * 1', '2026-12-07T12:00')).toBeUndefined();
    expect(due('0 9 * * 1', '2026-12-08T08:29')).toBeUndefined();
    expect(due('0 9 * * 1', '2026-12-08T08:30')).toBe('2026-12-07T09:00');
  });
});

describe('the schedule of an agency', () => {
  it('is the usual one where nothing is said', () => {
    expect(fullSchedule(undefined)).toEqual(DEFAULT_SCHEDULE);
    expect(fullSchedule({ news: null })).toEqual({ ...DEFAULT_SCHEDULE, news: null });
  });

  it.each([
    [{ staffDigest: '0 9 * *' }],
    [{ staffDigest: '* * * * * *' }],
    [{ news: 'every monday' }],
    [{ news: '0 9 31 2 *' }],
    [{ window: { from: '18:00', to: '08:30' } }],
    [{ window: { from: '8:30', to: '18:00' } }],
    [{ holidays: ['5 ธันวาคม'] }],
    [{ reserve: 20 }],
  ])('refuses %j', (schedule) => {
    expect(PushScheduleSchema.safeParse(schedule).success).toBe(false);
  });
});
