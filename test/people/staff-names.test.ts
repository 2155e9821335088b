import { describe, expect, it } from 'vitest';
import { startStaffNames, type StaffNames } from '../../src/people/staff-names.ts';
import { staff } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';
import { memoryAgency } from '../memory-agency.ts';
import { employ, userId } from './at-work.ts';

interface Asking {
  readonly names: StaffNames;
  readonly asked: string[];
  readonly errors: unknown[];
}

/** LINE, as it answers for each person. */
function asking(store: AgencyStore, answers: Readonly<Record<string, string | null | undefined>>): Asking {
  const asked: string[] = [];
  const errors: unknown[] = [];
  const names = startStaffNames({
    store,
    nameOf: async (id) => {
      asked.push(id);
      return answers[id];
    },
    onError: (error) => errors.push(error),
  });
  return { names, asked, errors };
}
const nameOf = async (store: AgencyStore, no: number): Promise<string | null | undefined> =>
  (await store.get(staff, userId(no)))?.name;

describe('names of staff', () => {
  it('are asked for once when somebody joins, and for those whose name was missed before', async () => {
    const store = memoryAgency();
    await employ(store, 1, { name: null });
    const { names, asked } = asking(store, { [userId(1)]: 'ช่อฟ้า', [userId(2)]: ' แก้ว\u202E ' });
    await expect.poll(() => nameOf(store, 1)).toBe('ช่อฟ้า');
    await employ(store, 2, { name: null });
    await expect.poll(() => nameOf(store, 2)).toBe('แก้ว');
    expect(asked).toEqual([userId(1), userId(2)]);
    names.stop();
  });

  it('stay empty where LINE has no profile or does not answer, and everything else works', async () => {
    const store = memoryAgency();
    await employ(store, 1, { name: null });
    await employ(store, 2, { name: null });
    const { names, asked, errors } = asking(store, { [userId(1)]: null, [userId(2)]: undefined });
    await expect.poll(() => asked).toHaveLength(2);
    await employ(store, 3, {});
    // The next change tries again whom LINE gave no answer about, and nobody else.
    await expect.poll(() => asked).toEqual([userId(1), userId(2), userId(2)]);
    expect([await nameOf(store, 1), await nameOf(store, 2), errors]).toEqual([null, null, []]);
    names.stop();
  });

  it('are not asked for of people without a role, nor kept for somebody erased or withdrawn meanwhile', async () => {
    const store = memoryAgency();
    await employ(store, 1, { role: 'citizen', name: null });
    for (const no of [2, 4, 5]) await employ(store, no, { name: null });
    const line = Promise.withResolvers<string>();
    const asked: string[] = [];
    const names = startStaffNames({
      store,
      nameOf: (id) => {
        asked.push(id);
        return line.promise;
      },
      onError: () => undefined,
    });
    await expect.poll(() => asked).toEqual([userId(2)]);
    await store.delete(staff, userId(2));
    await employ(store, 4, { role: 'citizen', name: null });
    line.resolve('ช่อฟ้า');
    // One at a time: when the last has a name, the others have been decided about.
    await expect.poll(() => nameOf(store, 5)).toBe('ช่อฟ้า');
    expect(await nameOf(store, 4)).toBeNull();
    expect(await store.get(staff, userId(2))).toBeUndefined();
    expect(await nameOf(store, 1)).toBeNull();
    names.stop();
  });
});
