import { describe, expect, it } from 'vitest';
import type { AgencyStore, Collection, StopWatch } from '../../src/store/port.ts';
import { anything, counters, notes } from './notes.ts';
import { scenes, until, type OpenStore } from './under-test.ts';

interface Seen {
  readonly states: Readonly<Record<string, number>>[];
  readonly errors: Error[];
  readonly stop: StopWatch;
}

function watching(agency: AgencyStore): Seen {
  const states: Readonly<Record<string, number>>[] = [];
  const errors: Error[] = [];
  const stop = agency.watch(
    counters,
    (docs) => states.push(Object.fromEntries(docs.map(({ id, data }) => [id, data.n]))),
    (error) => errors.push(error),
  );
  return { states, errors, stop };
}

const is = (seen: Seen, state: Readonly<Record<string, number>>): Promise<void> =>
  until(() => JSON.stringify(seen.states.at(-1)) === JSON.stringify(state), `a watch to show ${JSON.stringify(state)}`);

export function describeWatches(open: OpenStore): void {
  const scene = scenes(open);

  describe('watches', () => {
    it('tell what is there, and then every addition, change and deletion', async () => {
      const { agency } = await scene();
      await agency.create(counters, 'b', { n: 1 });
      const seen = watching(agency);
      await is(seen, { b: 1 });
      await agency.create(counters, 'a', { n: 2 });
      await is(seen, { a: 2, b: 1 });
      await agency.set(counters, 'b', { n: 3 });
      await is(seen, { a: 2, b: 3 });
      await agency.delete(counters, 'b');
      await is(seen, { a: 2 });
      await agency.transaction(async (tx) => {
        await tx.update(counters, 'a', ({ n }) => ({ n: n + 1 }));
        await tx.create(counters, 'c', { n: 0 });
      });
      await is(seen, { a: 3, c: 0 });
      seen.stop();
      expect(seen.errors).toEqual([]);
    });

    it('tell that there is nothing', async () => {
      const { agency } = await scene();
      const seen = watching(agency);
      await is(seen, {});
      seen.stop();
    });

    it('see what another store on the same data writes', async () => {
      const { agency, second } = await scene();
      const seen = watching(agency);
      await is(seen, {});
      const other = await second();
      await other.create(counters, 'a', { n: 1 });
      await is(seen, { a: 1 });
      await other.delete(counters, 'a');
      await is(seen, {});
      seen.stop();
    });

    it('are silent about other agencies and other collections, and after they were stopped', async () => {
      const { agency, store } = await scene();
      const first = watching(agency);
      await is(first, {});
      await store.agency(`${agency.orgId}-2`).create(counters, 'x', { n: 1 });
      await agency.create(notes, 'x', { text: '' });
      first.stop();
      const second = watching(agency);
      await agency.create(counters, 'a', { n: 1 });
      await is(second, { a: 1 });
      second.stop();
      expect(first.states).toEqual([{}]);
    });

    it('stopped before the first answer stay silent', async () => {
      const { agency } = await scene();
      const early = watching(agency);
      early.stop();
      early.stop();
      const later = watching(agency);
      await is(later, {});
      later.stop();
      expect(early.states).toEqual([]);
    });

    it('report a document that does not fit, and go on', async () => {
      const { agency } = await scene();
      const broken: Collection<unknown> = { ...anything, path: 'counters' };
      await agency.create(broken, 'a', { n: 'one' });
      const seen = watching(agency);
      await until(() => seen.errors.length > 0, 'an error about the broken document');
      expect(seen.errors[0]).toMatchObject({ name: 'StoreError', kind: 'invalid' });
      await agency.set(counters, 'a', { n: 1 });
      await is(seen, { a: 1 });
      seen.stop();
    });
  });
}
