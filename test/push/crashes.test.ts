import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { startEmulator } from '../../src/emulator/emulator.ts';
import { planPush } from '../../src/push/plan-push.ts';
import { pushes } from '../../src/store/collections.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { temporaryFolder } from '../server-process.ts';

const CHILD = fileURLToPath(new URL('deliver-child.ts', import.meta.url));
const PEOPLE = 5_000;
const KILLS = 100;
/** So much later is each restart by its own clock (ms): longer than a lease. */
const LATER_MS = 61_000;
const SEED = 20_261_122;

const folder = temporaryFolder();
afterAll(folder.remove);

/** Numbers from 0 to 1, the same for the same seed. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

it(
  `a push to ${PEOPLE} people, its server killed ${KILLS} times: nobody gets it twice, nobody is missing`,
  { timeout: 900_000 },
  async () => {
    let calls = 0;
    let onCall = (): void => undefined;
    // The emulator's clock is as far ahead as the newest server's, so that it refills its rate limits as LINE would.
    let ahead = 0;
    const emulator = await startEmulator({
      port: 0,
      channelSecret: 'secret',
      channelAccessToken: 'a-channel-access-token',
      clock: () => new Date(Date.now() + ahead),
      newId: () => crypto.randomUUID(),
      monthlyLimit: null,
      log: () => {
        calls += 1;
        onCall();
      },
    });
    emulator.crowd.gather(PEOPLE);
    const path = join(folder.path, 'outbox.db');
    const store = openSqliteStore({ path, busyTimeoutMs: 5_000 });
    const agency = store.agency('example');
    // Half of them get something of their own, so there are 2,500 single pushes beside five multicasts.
    const letters = Array.from({ length: PEOPLE }, (_, index) => ({
      to: emulator.crowd.id(index),
      messages: JSON.stringify([{ type: 'text', text: index % 2 === 0 ? 'สรุปงาน' : `คำตอบที่ ${index}` }]),
    }));
    const planned = await planPush(
      agency,
      { id: 'p', kind: 'news', summary: 's', by: 'schedule', unit: null, urgent: false, gone: () => 0, letters },
      { clock: () => new Date(), planner: 'test', quota: { limit: null, used: 0 }, reserve: 0 },
    );
    expect(planned.kind).toBe('sending');
    const random = numbers(SEED);
    let kills = 0;
    for (let run = 0; run < 3 * KILLS && (await agency.get(pushes, 'p'))?.state !== 'done'; run += 1) {
      const child = spawn(process.execPath, [CHILD, path, emulator.url, String(ahead)], { stdio: 'inherit' });
      if (kills < KILLS) {
        const killAt = calls + 1 + Math.floor((random.next().value ?? 0) * 40);
        onCall = () => {
          if (calls >= killAt && child.exitCode === null) child.kill('SIGKILL');
        };
      }
      const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
      onCall = () => undefined;
      if (signal === 'SIGKILL') kills += 1;
      ahead += LATER_MS;
    }
    const counts = { none: 0, once: 0, more: 0 };
    for (const times of emulator.crowd.received()) counts[times === 0 ? 'none' : times === 1 ? 'once' : 'more'] += 1;
    expect(counts).toEqual({ none: 0, once: PEOPLE, more: 0 });
    expect(kills).toBeGreaterThanOrEqual(KILLS);
    expect(await agency.get(pushes, 'p')).toMatchObject({
      state: 'done',
      counts: { waiting: 0, unknown: 0, refused: 0 },
    });
    await store.close();
    await emulator.close();
  },
);
