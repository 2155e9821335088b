import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Operation } from '../src/store/operation.ts';
import { prepareStore } from './prepared-store.ts';
import { table } from './table.ts';
import { startLineApi } from './webhook/line-api.ts';
import { send, webhookRequests } from './webhook/load.ts';
import { PRODUCT_FLAGS, startServer } from './webhook/server-process.ts';

const QUESTIONS = ['คะแนนรวมเท่าไหร่', 'จุดอ่อนของเราคืออะไร', 'ตัวชี้วัดที่ 4', 'I23', 'มาตรการ', 'ติดต่อหน่วยงาน'];

/** Documents read and written (what Firestore bills): for importing and publishing a result, for a start, for questions. */
export async function measureStoreCosts(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'prongsai-bench-'));
  const api = await startLineApi();
  try {
    const path = join(folder, 'prongsai.db');
    const operations: Operation[] = [];
    await prepareStore(path, (operation) => operations.push(operation));
    const sum = (kind: Operation['kind']): number =>
      operations.filter((one) => one.kind === kind).reduce((total, one) => total + one.count, 0);
    const env = { LINE_CHANNEL_SECRET: 's', LINE_CHANNEL_ACCESS_TOKEN: 't', LINE_API_BASE_URL: api.url };
    const server = await startServer(
      'src/main.ts',
      { ...env, PORT: '0', STORE: `sqlite:${path}` },
      '/metrics',
      PRODUCT_FLAGS,
    );
    const atStart = await operationsOf(server.port);
    for (const question of QUESTIONS) await send(server.port, webhookRequests(10, question, 's'), 2);
    await api.until(QUESTIONS.length * 10);
    const after = await operationsOf(server.port);
    await server.stop();
    const questions = QUESTIONS.length * 10;
    console.log('\nStore operations (documents, as Firestore bills them)');
    table(
      ['', 'reads', 'writes', 'aim'],
      [
        ['profile, import and publish of one year', String(sum('read')), String(sum('write')), ''],
        ['start of a server', String(atStart.read), String(atStart.write), ''],
        [
          `per question (${questions} asked)`,
          String((after.read - atStart.read) / questions),
          String((after.write - atStart.write) / questions),
          '0 and 0',
        ],
      ],
    );
  } finally {
    await api.close();
    rmSync(folder, { recursive: true });
  }
}

async function operationsOf(port: number): Promise<{ read: number; write: number }> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const sum = (kind: string): number =>
    [...text.matchAll(new RegExp(`^prongsai_store_operations_total\\{kind="${kind}".*\\} (\\d+)$`, 'gm'))].reduce(
      (total, match) => total + Number(match[1]),
      0,
    );
  return { read: sum('read'), write: sum('write') };
}
