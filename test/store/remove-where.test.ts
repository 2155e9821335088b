import { expect, it } from 'vitest';
import { takenback } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { removeWhere } from '../../src/store/remove-where.ts';
import { memoryAgency } from '../memory-agency.ts';

const isOver = ({ untilMs }: { readonly untilMs: number }): boolean => untilMs <= 10;
const idsIn = async (store: AgencyStore): Promise<readonly string[]> =>
  (await store.query(takenback)).docs.map(({ id }) => id);

it('what is over is removed, however much there is, and the rest stays', async () => {
  const store = memoryAgency();
  await store.transaction(async (tx) => {
    for (let no = 0; no < 1_100; no += 1) await tx.set(takenback, `over-${no}`, { atMs: 1, untilMs: 10 });
  });
  await store.set(takenback, 'still', { atMs: 1, untilMs: 11 });
  await removeWhere(store, takenback, isOver);
  expect(await idsIn(store)).toEqual(['still']);
});

it('what was written anew after it was looked at stays', async () => {
  const store = memoryAgency();
  await store.set(takenback, 'A', { atMs: 1, untilMs: 10 });
  const between: AgencyStore['transaction'] = async (work) => {
    await store.set(takenback, 'A', { atMs: 2, untilMs: 20 });
    return store.transaction(work);
  };
  await removeWhere({ ...store, query: store.query.bind(store), transaction: between }, takenback, isOver);
  expect(await idsIn(store)).toEqual(['A']);
});
