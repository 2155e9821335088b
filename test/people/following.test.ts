import { describe, expect, it } from 'vitest';
import { forgetPerson, rememberFollow, rememberUnfollow, rememberUnsubscribe } from '../../src/people/following.ts';
import type { Person } from '../../src/people/person.ts';
import { people } from '../../src/store/collections.ts';
import type { Transaction } from '../../src/store/port.ts';

const USER = 'U0123456789abcdef0123456789abcdef';

/** A transaction over one person's record. */
function recordOf(person?: Person) {
  const docs = new Map<string, unknown>(person ? [[USER, person]] : []);
  const tx: Transaction = {
    get: async (collection, id) => {
      const found = docs.get(id);
      return found === undefined ? undefined : collection.schema.parse(found);
    },
    create: async (_, id, data) => void docs.set(id, data),
    set: async (collection, id, data) => void docs.set(id, collection.schema.parse(data)),
    update: async () => {},
    delete: async (_, id) => void docs.delete(id),
  };
  return { tx, read: () => tx.get(people, USER) };
}

const subscriber: Person = { following: true, subscribed: true, changedAtMs: 100 };

describe('what is remembered of a LINE user', () => {
  it('starts with following and without news', async () => {
    const { tx, read } = recordOf();
    await rememberFollow(USER, 5)(tx);
    expect(await read()).toEqual({ following: true, subscribed: false, changedAtMs: 5 });
  });

  it.each([
    ['unsubscribing', rememberUnsubscribe, { following: true, subscribed: false }],
    ['leaving', rememberUnfollow, { following: false, subscribed: false }],
    ['following again', rememberFollow, { following: true, subscribed: false }],
  ] as const)('ends the news after %s ', async (_, remember, standing) => {
    const { tx, read } = recordOf(subscriber);
    await remember(USER, 200)(tx);
    expect(await read()).toEqual({ ...standing, changedAtMs: 200 });
  });

  it.each([
    ['follow', rememberFollow],
    ['unfollow', rememberUnfollow],
    ['unsubscribe', rememberUnsubscribe],
  ] as const)('is not changed by a %s older than what is known', async (_, remember) => {
    const { tx, read } = recordOf(subscriber);
    await remember(USER, 99)(tx);
    expect(await read()).toEqual(subscriber);
  });

  it('ends the same in whatever order follow, unfollow and unsubscribe arrive, each twice', async () => {
    const events = [
      rememberFollow(USER, 1),
      rememberUnfollow(USER, 2),
      rememberUnsubscribe(USER, 4),
      rememberFollow(USER, 3),
    ];
    for (const order of permutations([0, 1, 2, 3])) {
      const { tx, read } = recordOf();
      for (const at of [...order, ...order]) await events[at]?.(tx);
      expect(await read()).toEqual({ following: true, subscribed: false, changedAtMs: 4 });
    }
  });

  it('is gone after erasure', async () => {
    const { tx, read } = recordOf(subscriber);
    await forgetPerson(USER)(tx);
    expect(await read()).toBeUndefined();
  });
});

function permutations(of: readonly number[]): number[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((first) => permutations(of.filter((other) => other !== first)).map((rest) => [first, ...rest]));
}
