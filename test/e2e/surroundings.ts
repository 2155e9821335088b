import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openStore } from '../../src/app.ts';
import { systemClock, type Clock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { startEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import { loadExample } from '../../src/load-example.ts';
import { randomId } from '../../src/new-id.ts';
import type { AgencyStore, Store } from '../../src/store/port.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { temporaryFolder } from '../server-process.ts';

/** What a server finds when it starts: a channel of the emulator, and a store that holds the example agency. */
export interface Surroundings {
  readonly emulator: Emulator;
  /** What the server is to be started with. */
  readonly environment: Readonly<Record<string, string>>;
  /** The store, opened beside the server's, as the commands do. */
  readonly store: AgencyStore;
  readonly secret: string;
  readonly token: string;
  readonly close: () => Promise<void>;
}

/**
 * Makes everything but the server. The store is a SQLite file unless `environment` names another.
 * @param clock LINE's time.
 */
export async function makeSurroundings(
  environment: Readonly<Record<string, string>> = {},
  clock: Clock = systemClock,
): Promise<Surroundings> {
  const folder = temporaryFolder();
  const secret = randomBytes(16).toString('hex');
  const token = randomBytes(32).toString('base64url');
  const emulator = await startEmulator({
    port: 0,
    channelSecret: secret,
    channelAccessToken: token,
    clock,
    newId: randomId,
    redeliverAfterMs: [50, 50],
  });
  const whole = {
    PORT: '0',
    STORE: `sqlite:${join(folder.path, 'prongsai.db')}`,
    LINE_CHANNEL_SECRET: secret,
    LINE_CHANNEL_ACCESS_TOKEN: token,
    LINE_API_BASE_URL: emulator.url,
    ...environment,
  };
  const config = readConfig(whole);
  const opened = await openStore(config.store);
  await untilItAnswers(opened);
  const store = opened.agency(config.orgId);
  await loadExample(store, systemClock);
  return {
    emulator,
    environment: whole,
    store,
    secret,
    token,
    close: async () => {
      await emulator.close();
      await opened.close();
      folder.remove();
    },
  };
}

/** The first call to Firestore loads the client's protocol files, which takes seconds on a machine that is busy with other tests. */
async function untilItAnswers(store: Store): Promise<void> {
  for (let tries = 0; tries < 10; tries += 1) {
    try {
      await store.ping();
      return;
    } catch (error) {
      if (!(error instanceof StoreError) || tries === 9) throw error;
    }
  }
}
