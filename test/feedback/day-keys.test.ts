import { describe, expect, it } from 'vitest';
import { DayKeys } from '../../src/feedback/day-keys.ts';
import { daykeys, takenback } from '../../src/store/collections.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { fakeAfter } from '../fake-after.ts';
import { faultyStore } from '../faults/faulty-store.ts';
import { until } from '../contract/under-test.ts';
import { memoryAgency } from '../memory-agency.ts';

const at = (iso: string): number => Date.parse(`${iso}+07:00`);
const MORNING = at('2026-11-22T10:00:00');
const LAST = at('2026-11-22T23:59:50');

/** A server whose wall clock and timers go together; `made` counts the keys it makes. */
function server(store: AgencyStore, startMs = MORNING) {
  const timers = fakeAfter();
  let now = startMs;
  let made = 0;
  const errors: unknown[] = [];
  const keys = new DayKeys({
    store,
    clock: () => new Date(now),
    after: timers.after,
    newKey: () => `${startMs % 1000}${(made += 1)}`.padStart(43, 'k'),
    onError: (error) => errors.push(error),
  });
  const goTo = (iso: string): void => {
    const ms = at(iso) - now;
    now += ms;
    timers.advance(ms);
  };
  return { keys, timers, errors, goTo, made: () => made, setWallClock: (iso: string) => void (now = at(iso)) };
}

const daysIn = async (store: AgencyStore): Promise<string[]> => (await store.query(daykeys)).docs.map(({ id }) => id);

describe('the key of a day', () => {
  it('is the same all day in Bangkok, and for every server, whoever asks first', async () => {
    const store = memoryAgency();
    const [a, b, c] = [server(store), server(store, MORNING + 1), server(store, MORNING + 2)];
    const keys = await Promise.all([a, b, c].map((one) => one.keys.keyAt(MORNING)));
    expect(new Set(keys).size).toBe(1);
    a.goTo('2026-11-22T23:59:59');
    expect(await a.keys.keyAt(at('2026-11-22T00:00:01'))).toBe(keys[0]);
    expect(await daysIn(store)).toEqual(['2026-11-22']);
  });

  it('is read from the store once, and a failed try is not remembered', async () => {
    const real = openSqliteStore({ path: ':memory:' });
    const { store, faults } = faultyStore(real);
    const { keys, timers } = server(store.agency('example'));
    faults.fail(new Error('away'), 'get');
    await expect(keys.keyAt(MORNING)).rejects.toThrow('away');
    expect(timers.waiting()).toEqual([]);
    faults.heal();
    const key = await keys.keyAt(MORNING);
    faults.fail(new Error('away'));
    expect(await keys.keyAt(MORNING)).toBe(key);
    await real.close();
  });

  it('is that of the day something happened on, until 01:00 the next morning; then nobody gets it any more', async () => {
    const { keys, goTo, made } = server(memoryAgency());
    const key = await keys.keyAt(MORNING);
    goTo('2026-11-23T00:59:59.999');
    expect(await keys.keyAt(LAST)).toBe(key);
    const today = await keys.keyAt(at('2026-11-23T00:59:59'));
    expect(today).not.toBe(key);
    goTo('2026-11-23T01:00:00');
    expect(await keys.keyAt(LAST)).toBeUndefined();
    expect(await keys.keyAt(at('2026-11-23T01:00:00'))).toBe(today);
    expect(made()).toBe(2);
  });

  it('is the same for what comes late to a server that has just started', async () => {
    const store = memoryAgency();
    const key = await server(store).keys.keyAt(MORNING);
    const started = server(store, at('2026-11-23T00:30:00'));
    await started.keys.keyAt(at('2026-11-23T00:30:00'));
    expect(await started.keys.keyAt(LAST)).toBe(key);
  });

  it('is thrown away at 01:00 in memory and in the store, with what hangs on it, also when nobody asks any more', async () => {
    const store = memoryAgency();
    const { keys, goTo, timers, setWallClock } = server(store);
    const key = await keys.keyAt(MORNING);
    await store.set(takenback, 'A', { atMs: MORNING, untilMs: at('2026-11-23T01:00:00') });
    goTo('2026-11-23T00:59:59.999');
    expect(await daysIn(store)).toEqual(['2026-11-22']);
    goTo('2026-11-23T01:00:00');
    await expect.poll(() => daysIn(store)).toEqual([]);
    await expect.poll(() => store.count(takenback)).toBe(0);
    expect(timers.waiting()).toEqual([]);
    // Not even a server that is made to believe in yesterday again has it still.
    setWallClock('2026-11-22T12:00:00');
    expect(await keys.keyAt(MORNING)).not.toBe(key);
  });

  it('is not kept by a server that was made to wait for the store until the hour had passed', async () => {
    const real = openSqliteStore({ path: ':memory:' });
    const { store, faults } = faultyStore(real);
    const { keys, goTo } = server(store.agency('example'), at('2026-11-23T00:59:59'));
    const gate = faults.hold('create');
    const asked = keys.keyAt(LAST);
    await until(() => gate.waiting() === 1, 'the key to be on its way');
    goTo('2026-11-23T01:00:00');
    gate.open();
    expect(await asked).toBeUndefined();
    expect(await daysIn(real.agency('example'))).toEqual([]);
    await real.close();
  });

  it('waits on when the wall clock was set back, and says so when the store could not forget', async () => {
    const real = openSqliteStore({ path: ':memory:' });
    const { store, faults } = faultyStore(real);
    const { keys, timers, errors, goTo, setWallClock } = server(store.agency('example'));
    const key = await keys.keyAt(MORNING);
    setWallClock('2026-11-22T09:00:00');
    timers.advance(15 * 3_600_000);
    expect(timers.waiting()).toEqual([16 * 3_600_000]);
    expect(await keys.keyAt(MORNING)).toBe(key);
    faults.fail(new Error('away'));
    goTo('2026-11-23T01:00:00');
    await until(() => errors.length === 1, 'the failure to be told');
    expect(await keys.keyAt(LAST)).toBeUndefined();
    await real.close();
  });

  it.each([
    [
      'a clock that is a little ahead of ours, just before midnight',
      '2026-11-22T23:55:00',
      '2026-11-23T00:04:00',
      true,
    ],
    ['a day that is still to come', '2026-11-22T23:40:00', '2026-11-23T00:04:00', false],
    ['no time at all', '2026-11-22T10:00:00', '1970-01-01T07:00:00', false],
  ])('for %s', async (_, now, happened, given) => {
    const { keys } = server(memoryAgency(), at(now));
    expect((await keys.keyAt(at(happened))) !== undefined).toBe(given);
  });

  it.each([Number.MAX_SAFE_INTEGER, Number.NaN, 8.64e15, -1])('is not made for the moment %d', async (ms) => {
    const { keys, made } = server(memoryAgency());
    expect(await keys.keyAt(ms)).toBeUndefined();
    expect(made()).toBe(0);
  });
});
