import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/store/operation.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { counters, notes } from './notes.ts';
import { scenes, until, type OpenStore } from './under-test.ts';

const calls: readonly (readonly [string, (agency: AgencyStore) => Promise<unknown>, readonly Operation[]])[] = [
  ['get', (a) => a.get(notes, 'a'), [{ kind: 'read', collection: 'notes', count: 1 }]],
  ['get of nothing', (a) => a.get(notes, 'z'), [{ kind: 'read', collection: 'notes', count: 1 }]],
  ['create', (a) => a.create(notes, 'z', { text: '' }), [{ kind: 'write', collection: 'notes', count: 1 }]],
  ['create in vain', (a) => a.create(notes, 'a', { text: '' }).catch(() => undefined), []],
  ['set', (a) => a.set(notes, 'a', { text: '' }), [{ kind: 'write', collection: 'notes', count: 1 }]],
  ['delete', (a) => a.delete(notes, 'a'), [{ kind: 'delete', collection: 'notes', count: 1 }]],
  ['query of three', (a) => a.query(notes), [{ kind: 'read', collection: 'notes', count: 3 }]],
  ['query of none', (a) => a.query(counters), [{ kind: 'read', collection: 'counters', count: 1 }]],
  ['count', (a) => a.count(notes), [{ kind: 'read', collection: 'notes', count: 1 }]],
  ['average', (a) => a.average(notes, 'rank'), [{ kind: 'read', collection: 'notes', count: 1 }]],
  [
    'transaction',
    (a) =>
      a.transaction(async (tx) => {
        await tx.update(notes, 'a', (note) => note);
        await tx.get(notes, 'a');
        await tx.set(counters, 'n', { n: 1 });
        await tx.delete(notes, 'b');
      }),
    [
      { kind: 'read', collection: 'notes', count: 1 },
      { kind: 'write', collection: 'notes', count: 1 },
      { kind: 'write', collection: 'counters', count: 1 },
      { kind: 'delete', collection: 'notes', count: 1 },
    ],
  ],
];

export function describeCosts(open: OpenStore): void {
  const scene = scenes(open);

  describe('costs', () => {
    it.each(calls)('are told for %s', async (_name, call, expected) => {
      const told: Operation[] = [];
      const { agency } = await scene((operation) => void told.push(operation));
      for (const id of ['a', 'b', 'c']) await agency.create(notes, id, { text: id, rank: 1 });
      told.length = 0;
      await call(agency);
      expect(told).toEqual(expected);
    });

    it('of a watch are the documents it was given, and of those only what changed', async () => {
      const told: Operation[] = [];
      const { agency } = await scene((operation) => void told.push(operation));
      for (const id of ['a', 'b', 'c']) await agency.create(notes, id, { text: id });
      told.length = 0;
      let states = 0;
      const stop = agency.watch(
        notes,
        () => (states += 1),
        () => undefined,
      );
      await until(() => states === 1, 'the first state');
      await agency.set(notes, 'b', { text: 'changed' });
      await until(() => states === 2, 'the change');
      await agency.delete(notes, 'c');
      await until(() => states === 3, 'the deletion');
      stop();
      expect(told.filter(({ kind }) => kind === 'read').map(({ count }) => count)).toEqual([3, 1]);
    });
  });
}
