import { expect, it } from 'vitest';
import { assessments, people } from '../../src/store/collections.ts';
import { documentName } from '../../src/store/document-name.ts';
import { memoryAgency } from '../memory-agency.ts';

it('names a public document by its id and keeps the id of a personal one out', () => {
  expect(documentName(assessments, '2565')).toBe('assessments/2565');
  expect(documentName(people, 'U1')).toBe('people/…');
});

it('no error about a person names the LINE user id', async () => {
  const id = `U${'a'.repeat(32)}`;
  const store = memoryAgency();
  const person = { following: true, wants: {}, changedAtMs: 1, recordedAtMs: 1 } as const;
  await store.create(people, id, person);
  const failures = [
    store.create(people, id, person),
    store.set(people, id, { ...person, changedAtMs: -1 }),
    store.transaction((tx) => tx.create(people, id, person)),
    store.transaction((tx) => tx.update(people, `${id}0`, (data) => data)),
  ];
  for (const failure of failures) {
    const error: unknown = await failure.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).not.toContain(id);
  }
});
