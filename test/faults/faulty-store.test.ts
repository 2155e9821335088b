import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import type { AgencyStore, Store } from '../../src/store/port.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { notes } from '../contract/notes.ts';
import { kindOf } from '../contract/under-test.ts';
import { faultyStore, type StoreFaults } from './faulty-store.ts';

let real: Store;
let store: Store;
let faults: StoreFaults;
let agency: AgencyStore;

beforeEach(() => {
  real = openSqliteStore({ path: ':memory:' });
  ({ store, faults } = faultyStore(real));
  agency = store.agency('org');
});
afterEach(() => real.close());

const down = new StoreError('unavailable', 'down');

describe('a faulty store', () => {
  it('without faults is the store itself', async () => {
    await agency.create(notes, 'a', { text: 'x' });
    expect(await agency.get(notes, 'a')).toEqual({ text: 'x' });
    expect(await agency.count(notes)).toBe(1);
    await store.ping();
  });

  it('that is down rejects and writes nothing, until it is healed', async () => {
    faults.fail(down);
    expect(await kindOf(agency.create(notes, 'a', { text: 'x' }))).toBe('unavailable');
    expect(await kindOf(agency.transaction((tx) => tx.set(notes, 'a', { text: 'x' })))).toBe('unavailable');
    expect(await kindOf(store.ping())).toBe('unavailable');
    faults.heal();
    expect(await agency.get(notes, 'a')).toBeUndefined();
  });

  it('can be down for one method only', async () => {
    faults.fail(down, 'create');
    await agency.set(notes, 'a', { text: 'x' });
    expect(await kindOf(agency.create(notes, 'b', { text: 'x' }))).toBe('unavailable');
  });

  it('that is slow does its work when the gate opens', async () => {
    const gate = faults.hold('set');
    const writing = agency.set(notes, 'a', { text: 'x' });
    expect(gate.waiting()).toBe(1);
    expect(await agency.get(notes, 'a')).toBeUndefined();
    gate.open();
    await writing;
    expect(gate.waiting()).toBe(0);
    expect(await agency.get(notes, 'a')).toEqual({ text: 'x' });
  });

  it('that loses answers has done the work all the same', async () => {
    faults.loseAnswers(new StoreError('deadline', 'lost'), 'create');
    expect(await kindOf(agency.create(notes, 'a', { text: 'x' }))).toBe('deadline');
    expect(await agency.get(notes, 'a')).toEqual({ text: 'x' });
  });

  it('lets held calls go on when healed', async () => {
    faults.hold();
    const reading = agency.get(notes, 'a');
    faults.heal();
    expect(await reading).toBeUndefined();
  });
});
