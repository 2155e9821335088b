import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../src/store/sqlite/database.ts';
import { GroupCommit } from '../../../src/store/sqlite/group-commit.ts';
import { temporaryFolder } from '../../server-process.ts';

let folder: ReturnType<typeof temporaryFolder>;
let database: Database;
let other: Database;
let group: GroupCommit;

beforeEach(() => {
  folder = temporaryFolder();
  const path = join(folder.path, 'group.db');
  database = new Database(path, 50);
  database.exec('CREATE TABLE notes (id TEXT PRIMARY KEY) STRICT');
  other = new Database(path, 50);
  group = new GroupCommit(database);
});
afterEach(() => {
  database.close();
  other.close();
  folder.remove();
});

const insert = (id: string) => (): boolean => {
  database.prepare('INSERT INTO notes (id) VALUES (?)').run(id);
  return true;
};
const ids = (): unknown[] =>
  other
    .prepare('SELECT id FROM notes ORDER BY id')
    .all()
    .map((row) => row['id']);

describe('changes that arrive together', () => {
  it('are committed once, and each is told only when it is durable', async () => {
    const before = other.dataVersion();
    const seen: number[] = [];
    await Promise.all(['a', 'b', 'c'].map((id) => group.run(insert(id)).then(() => seen.push(ids().length))));
    expect(seen).toEqual([3, 3, 3]);
    expect(other.dataVersion()).toBe(before + 1);
  });

  it('do not suffer from one that fails, of which nothing is left', async () => {
    const failing = (): boolean => {
      insert('half')();
      return insert('a')();
    };
    const all = await Promise.allSettled([group.run(insert('a')), group.run(failing), group.run(insert('b'))]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(ids()).toEqual(['a', 'b']);
  });

  it('see those before them, and one that declines is told so', async () => {
    const onlyIfAlone = (): boolean => database.prepare('SELECT id FROM notes').all().length === 0 && insert('b')();
    expect(await Promise.all([group.run(insert('a')), group.run(onlyIfAlone)])).toEqual([true, false]);
    expect(ids()).toEqual(['a']);
  });

  it('all fail when the file cannot be written, and the next ones work again', async () => {
    other.exec('BEGIN IMMEDIATE');
    const all = await Promise.allSettled([group.run(insert('a')), group.run(insert('b'))]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    other.exec('ROLLBACK');
    expect(await group.run(insert('c'))).toBe(true);
    expect(ids()).toEqual(['c']);
  });

  it('all fail when an error undoes the whole transaction', async () => {
    const undoing = (): boolean => {
      database.exec('ROLLBACK');
      throw new Error('disk full');
    };
    const all = await Promise.allSettled([group.run(insert('a')), group.run(undoing), group.run(insert('b'))]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(ids()).toEqual([]);
  });

  it('one alone is all or nothing too', async () => {
    const failing = (): boolean => insert('x')() && insert('x')();
    await expect(group.run(failing)).rejects.toThrow(/UNIQUE/);
    expect(ids()).toEqual([]);
  });
});
