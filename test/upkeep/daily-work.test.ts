import { describe, expect, it } from 'vitest';
import { recordChange } from '../../src/audit/record-change.ts';
import { publicTallies } from '../../src/feedback/public-tallies.ts';
import { withWrong } from '../../src/people/join-attempts.ts';
import { audit, dailywork, daykeys, joinattempts, waiting } from '../../src/store/collections.ts';
import type { Operation } from '../../src/store/operation.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { startDailyWork, type DailyWork } from '../../src/upkeep/daily-work.ts';
import { until } from '../contract/under-test.ts';
import { fakeAfter } from '../fake-after.ts';
import { faultyStore } from '../faults/faulty-store.ts';
import { memoryAgency } from '../memory-agency.ts';
import { give, USER } from '../feedback/given.ts';

const MINUTE = 60_000;
const at = (iso: string): number => Date.parse(`${iso}+07:00`);
const NIGHT = '2026-11-22T02:00:00';

/** A server's daily work from that moment on; its clock and its timers go together. */
function begin(store: AgencyStore, iso = NIGHT) {
  const timers = fakeAfter();
  const errors: unknown[] = [];
  let now = at(iso);
  const work: DailyWork = startDailyWork({
    store,
    clock: () => new Date(now),
    after: timers.after,
    firstAfterMs: MINUTE,
    onError: (error) => errors.push(error),
  });
  const waitsAgain = (): Promise<void> => until(() => timers.waiting().length === 1, 'the next round to be planned');
  return {
    work,
    errors,
    waiting: timers.waiting,
    waitsAgain,
    /** Lets the time pass and a round that is due in it end. */
    pass: async (ms: number): Promise<void> => {
      await waitsAgain();
      now += ms;
      timers.advance(ms);
      await waitsAgain();
    },
  };
}

const doneOn = async (store: AgencyStore): Promise<string | undefined> =>
  (await store.get(dailywork, 'feedback'))?.doneOn;

describe('daily work', () => {
  it('forgets who tried codes and what staff changed when its time has come, without a restart', async () => {
    const store = memoryAgency();
    const began = new Date(at(NIGHT));
    await store.set(joinattempts, USER, withWrong(undefined, 'e', began));
    const entry = {
      atMs: began.getTime(),
      by: 'command',
      action: 'qr.stop',
      subject: 'x',
      before: {},
      after: {},
    } as const;
    await store.transaction((tx) => recordChange(tx, 'e', entry));
    const server = begin(store);
    await server.pass(MINUTE);
    await server.pass(2 * 60 * MINUTE);
    expect(await store.count(joinattempts)).toBe(0);
    expect(await store.count(audit)).toBe(1);
    await server.pass(4 * 365 * 24 * 60 * MINUTE);
    expect(await store.count(audit)).toBe(0);
    expect(server.errors).toEqual([]);
    await server.work.stop();
  });

  it('leaves the first minute to people: one read at the start, everything else after it', async () => {
    const operations: Operation[] = [];
    const store = openSqliteStore({ path: ':memory:', onOperation: (operation) => operations.push(operation) });
    const server = begin(store.agency('example'));
    await server.waitsAgain();
    expect(operations.map(({ kind, collection, count }) => `${count} ${kind} ${collection}`)).toEqual([
      '1 read dailywork',
    ]);
    await server.pass(MINUTE - 1);
    expect(operations).toHaveLength(1);
    await server.pass(1);
    expect(await doneOn(store.agency('example'))).toBe('2026-11-22');
    await server.work.stop();
    await store.close();
  });

  it('publishes once on each day, and goes on after a failure', async () => {
    const real = openSqliteStore({ path: ':memory:' });
    const agency = real.agency('example');
    const { store, faults } = faultyStore(real);
    for (let no = 0; no < 6; no += 1) await give(agency, `G${no}`);
    faults.fail(new Error('away'), 'query');
    const server = begin(store.agency('example'));
    await server.pass(MINUTE);
    expect(server.errors).toHaveLength(1);
    faults.heal();
    await server.pass(10 * MINUTE);
    const first = await publicTallies(agency, 2570);
    expect(first.groups[0]?.tally).toMatchObject({ kind: 'shown', tally: { n: 6 } });
    for (let no = 0; no < 6; no += 1) await give(agency, `H${no}`);
    await server.pass(10 * MINUTE);
    expect(await publicTallies(agency, 2570)).toEqual(first);
    await server.pass(24 * 60 * MINUTE);
    expect((await publicTallies(agency, 2570)).groups[0]?.tally).toMatchObject({ tally: { n: 12 } });
    await server.work.stop();
    expect(server.waiting()).toEqual([]);
    await real.close();
  });

  it('is not done again by a server that starts again on the same day, nor by a second one', async () => {
    const operations: Operation[] = [];
    const store = openSqliteStore({ path: ':memory:', onOperation: (operation) => operations.push(operation) });
    const agency = store.agency('example');
    const [first, besides] = [begin(agency), begin(agency)];
    await besides.waitsAgain();
    await first.pass(MINUTE);
    await first.work.stop();
    operations.length = 0;
    const later = begin(agency, '2026-11-22T23:00:00');
    for (const server of [besides, later]) {
      await server.pass(MINUTE);
      await server.work.stop();
    }
    expect(operations.filter(({ kind }) => kind === 'write')).toEqual([]);
    expect(operations.map(({ collection }) => collection)).not.toContain('feedback');
    await store.close();
  });

  it('is done on each day also by servers that never live a minute, once it is late', async () => {
    const store = memoryAgency();
    await store.set(dailywork, 'feedback', { doneOn: '2026-11-21' });
    const done: (string | undefined)[] = [];
    for (const start of [
      '2026-11-22T00:00:30',
      '2026-11-22T11:59:59',
      '2026-11-22T12:00:00',
      '2026-11-23T11:00:00',
      '2026-11-23T13:00:00',
    ]) {
      const server = begin(store, start);
      await server.waitsAgain();
      await server.work.stop();
      done.push(await doneOn(store));
    }
    expect(done).toEqual(['2026-11-21', '2026-11-21', '2026-11-22', '2026-11-22', '2026-11-23']);
  });

  it('begins after a minute all the same when the store cannot say what was done', async () => {
    const real = openSqliteStore({ path: ':memory:' });
    const { store, faults } = faultyStore(real);
    faults.fail(new Error('away'), 'get');
    const server = begin(store.agency('example'), '2026-11-22T15:00:00');
    await server.waitsAgain();
    expect(server.waiting()).toEqual([MINUTE]);
    faults.heal();
    await server.pass(MINUTE);
    expect(await doneOn(real.agency('example'))).toBe('2026-11-22');
    await server.work.stop();
    await real.close();
  });

  it('lets go within minutes of what is short-lived: at 01:00 of yesterday’s key, after ten minutes of who was writing', async () => {
    const store = memoryAgency();
    const server = begin(store, '2026-11-23T00:45:00');
    await store.set(daykeys, '2026-11-22', { key: 'k'.repeat(43) });
    await server.pass(MINUTE);
    const untilMs = at('2026-11-23T00:50:00');
    await store.set(waiting, USER, { feedbackId: 'A', subject: null, for: 'comment', untilMs });
    expect(await store.count(daykeys)).toBe(1);
    await server.pass(10 * MINUTE);
    expect([await store.count(daykeys), await store.count(waiting)]).toEqual([1, 0]);
    await server.pass(10 * MINUTE);
    expect(await store.count(daykeys)).toBe(0);
    await server.work.stop();
  });
});
