import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { notes } from '../../contract/notes.ts';
import { kindOf } from '../../contract/under-test.ts';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-open-'));
  path = join(folder, 'deep', 'inside', 'store.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const refused = (file: string): StoreError => {
  try {
    void openSqliteStore({ path: file }).close();
  } catch (error) {
    if (error instanceof StoreError) return error;
  }
  throw new Error('it was opened, or failed with something else than a StoreError');
};

describe('opening a SQLite store', () => {
  it('makes the folder, for the owner only, and keeps what was written', async () => {
    const store = openSqliteStore({ path });
    await store.agency('org').create(notes, 'a', { text: 'ก' });
    await store.close();
    expect(statSync(join(folder, 'deep')).mode & 0o077).toBe(0);
    const again = openSqliteStore({ path });
    expect(await again.agency('org').get(notes, 'a')).toEqual({ text: 'ก' });
    await again.close();
  });

  it('in memory writes no file', async () => {
    const store = openSqliteStore({ path: ':memory:' });
    await store.agency('org').create(notes, 'a', { text: '' });
    expect(await store.agency('org').count(notes)).toBe(1);
    await store.close();
    expect(existsSync(':memory:')).toBe(false);
  });

  it('prints no warning', () => {
    const program =
      "import { openSqliteStore } from './src/store/sqlite/open-sqlite-store.ts'; await openSqliteStore({ path: ':memory:' }).close();";
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('refuses a file that is no database, and a folder', () => {
    const file = join(folder, 'text.db');
    writeFileSync(file, 'this is not a database, however long it is, and it goes on for a while');
    expect(refused(file)).toMatchObject({ kind: 'unavailable' });
    expect(refused(file).message).toContain(file);
    expect(refused(folder)).toMatchObject({ kind: 'unavailable' });
  });

  it('refuses a folder that cannot be made, and says so', () => {
    const file = join(folder, 'text');
    writeFileSync(file, '');
    expect(refused(join(file, 'inside', 'store.db')).message).toMatch(/the folder cannot be made \(ENOTDIR\); check/);
  });

  it('refuses a file of a newer version and says what to do', () => {
    const file = join(folder, 'newer.db');
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 2');
    database.close();
    expect(refused(file).message).toContain('newer version');
  });

  it('is unavailable, and writes nothing, while another process keeps the file locked', async () => {
    const store = openSqliteStore({ path, busyTimeoutMs: 20 });
    const agency = store.agency('org');
    await agency.create(notes, 'a', { text: 'before' });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    expect(await kindOf(agency.set(notes, 'a', { text: 'after' }))).toBe('unavailable');
    expect(await kindOf(agency.transaction((tx) => tx.set(notes, 'a', { text: 'after' })))).toBe('unavailable');
    expect(await agency.get(notes, 'a')).toEqual({ text: 'before' });
    other.exec('ROLLBACK');
    other.close();
    await agency.set(notes, 'a', { text: 'after' });
    expect(await agency.get(notes, 'a')).toEqual({ text: 'after' });
    await store.close();
  });
});
