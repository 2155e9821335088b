import { describe, expect, it } from 'vitest';
import { BadFile } from '../../src/json-file/bad-file.ts';
import { readJson } from '../../src/json-file/read-json.ts';
import { dayOf } from '../../src/bangkok-time.ts';
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

  it('goes out late in the windows of the two working days after its own, and then no more', () => {
    expect(due('0 9 * * 1', '2026-11-25T08:30')).toBe('2026-11-23T09:00');
    expect(due('0 9 * * 1', '2026-11-25T17:59')).toBe('2026-11-23T09:00');
    expect(due('0 9 * * 1', '2026-11-26T08:30')).toBeUndefined();
  });

  it('does not grow late over a weekend or a holiday: what did not get through on Friday goes out on Monday', () => {
    expect(due('0 9 * * 5', '2026-11-30T08:30')).toBe('2026-11-27T09:00');
    expect(due('59 17 * * 5', '2026-11-30T08:30')).toBe('2026-11-27T17:59');
    expect(due('0 9 * * 5', '2026-12-01T17:59')).toBe('2026-11-27T09:00');
    expect(due('0 9 * * 5', '2026-12-02T08:30')).toBeUndefined();
    expect(due('0 9 4 12 *', '2026-12-09T17:59')).toBe('2026-12-04T09:00');
    expect(due('0 9 4 12 *', '2026-12-11T08:30')).toBeUndefined();
  });

  it('keeps its name when a holiday moves it, and is due only then', () => {
    expect(due('0 9 * * 1', '2026-12-07T12:00')).toBeUndefined();
    expect(due('0 9 * * 1', '2026-12-08T08:29')).toBeUndefined();
    expect(due('0 9 * * 1', '2026-12-08T08:30')).toBe('2026-12-07T09:00');
  });

  it('is not due while the agency is closed for months, and never throws', () => {
    const closed = { ...calendar, holidays: daysFrom('2026-11-23', 60) };
    expect(sendingTime(at('2026-11-23T09:00'), closed)).toBeUndefined();
    expect(sendingTime(at('2027-01-21T09:00'), closed)).toEqual(at('2027-01-22T08:30'));
    expect(dueOccurrence('0 9 24 11 *', closed, at('2027-01-22T09:00'))).toBeUndefined();
    expect(dueOccurrence('0 9 * * *', closed, at('2027-01-22T08:30'))?.at).toBe('2027-01-21T09:00');
    expect(dueOccurrence('0 9 * * *', closed, at('2026-12-22T09:00'))).toBeUndefined();
  });

  it.each(['* * * * *', '*/15 * * * *'])('looks back once, however often %s falls', (cron) => {
    expect(due(cron, '2026-11-23T09:00')).toBe('2026-11-23T09:00');
    let asked = 0;
    const counted: Pick<typeof calendar, 'window' | 'holidays'> = {
      window: calendar.window,
      get holidays() {
        asked += 1;
        return calendar.holidays;
      },
    };
    dueOccurrence(cron, counted, at('2026-11-23T09:00'));
    expect(asked).toBeLessThan(10);
  });
});

/** So many days in a row, as a profile lists holidays. */
function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, day) => dayOf(new Date(at(`${first}T12:00`).getTime() + day * 86_400_000)));
}

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
    [{ staffDigest: '* * * * *' }],
    [{ staffDigest: '*/15 * * * *' }],
    [{ managerDigest: '0,30 9 1 * *' }],
    [{ news: '0 9-10 10 * *' }],
    [{ window: { from: '18:00', to: '08:30' } }],
    [{ window: { from: '8:30', to: '18:00' } }],
    [{ holidays: ['5 ธันวาคม'] }],
    [{ reserve: 20 }],
  ])('refuses %j', (schedule) => {
    expect(PushScheduleSchema.safeParse(schedule).success).toBe(false);
  });

  it.each(['0 9 * * *', '30 17 * * 1-5', '0 9 1,15 * *', '0 9 * * 5L', '0 9 29 2 *', '59 23 L * *'])(
    'takes %s',
    (cron) => {
      expect(PushScheduleSchema.safeParse({ staffDigest: cron }).success).toBe(true);
    },
  );

  it('says plainly what is wrong with a time, and how to mend it', () => {
    const refusal = (push: object): string => {
      try {
        readJson(JSON.stringify(push), PushScheduleSchema);
      } catch (error) {
        if (error instanceof BadFile) return error.message;
      }
      return 'taken';
    };
    expect(refusal({ staffDigest: '*/15 * * * *' })).toMatch(/staffDigest: .*วันละครั้ง[^]*"0 9 \* \* 1"/);
    expect(refusal({ news: 'every monday' })).toMatch(/news: .*cron[^]*"0 9 \* \* 1"/);
    expect(refusal({ window: { from: '18:00', to: '08:30' } })).toMatch(/window: [^]*from/);
  });
});
