import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareStore } from './prepared-store.ts';
import { median, table } from './table.ts';
import { PRODUCT_FLAGS, startServer } from './webhook/server-process.ts';

const STARTS = 5;

/** Time from starting the process to `/readyz` answering 200, behind a (made-up) channel with a result in a SQLite file. */
export async function measureStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'prongsai-bench-'));
  try {
    const database = join(folder, 'prongsai.db');
    await prepareStore(database);
    const env = {
      PORT: '0',
      STORE: `sqlite:${database}`,
      LINE_CHANNEL_SECRET: 'bench',
      LINE_CHANNEL_ACCESS_TOKEN: 'bench',
      LINE_API_BASE_URL: 'http://127.0.0.1:9',
    };
    const times: number[] = [];
    for (let turn = 0; turn < STARTS; turn += 1) {
      const started = performance.now();
      const server = await startServer('src/main.ts', env, '/metrics', PRODUCT_FLAGS);
      while ((await fetch(`http://127.0.0.1:${server.port}/readyz`)).status !== 200) {
        if (performance.now() - started > 10_000) throw new Error('not ready after 10 s');
      }
      times.push(performance.now() - started);
      await server.stop();
    }
    console.log('\nStart to ready');
    table(
      ['', 'median', 'slowest', 'aim'],
      [['ms', median(times).toFixed(0), Math.max(...times).toFixed(0), '< 1000']],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
