import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { describeStoreContract } from './store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-contract-'));

afterAll(() => rmSync(folder, { recursive: true }));

describe('the SQLite store', () => {
  const path = join(folder, 'made-on-the-way', 'store.db');
  describeStoreContract(async (options) => openSqliteStore({ path, watchEveryMs: 20, ...options }), 100);
});
