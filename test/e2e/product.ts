import { PassThrough } from 'node:stream';
import { startApp, type App } from '../../src/app.ts';
import type { Clock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { makeSurroundings, type Surroundings } from './surroundings.ts';

export interface Product extends Surroundings {
  readonly app: App;
  /** Everything logged, at the most talkative level. */
  readonly logged: () => string;
  readonly metric: (line: string) => Promise<string | undefined>;
  /** What the bot said last in a chat: texts and altTexts of the newest reply. */
  readonly ask: (chat: string, text: string) => Promise<string>;
}

/**
 * The whole product behind a channel of the emulator, with the example agency published. Kept in a SQLite file unless
 * `environment` names another store.
 * @param clock LINE's time; left out: the machine's.
 */
export async function startProduct(
  environment: Readonly<Record<string, string>> = {},
  clock?: Clock,
): Promise<Product> {
  const surroundings = await makeSurroundings(environment, clock);
  const { emulator } = surroundings;
  const stream = new PassThrough();
  let logged = '';
  stream.on('data', (chunk: Buffer) => (logged += chunk.toString()));
  const app = await startApp(readConfig(surroundings.environment), createLog('debug', stream));
  const url = `http://127.0.0.1:${app.port}`;
  emulator.setWebhookUrl(`${url}/webhook`);
  while ((await fetch(`${url}/readyz`)).status !== 200) await new Promise(setImmediate);
  return {
    ...surroundings,
    app,
    logged: () => logged,
    metric: async (line) => {
      const text = await (await fetch(`${url}/metrics`)).text();
      return text
        .split('\n')
        .find((one) => one.startsWith(line))
        ?.split(' ')
        .at(-1);
    },
    ask: async (chat, text) => {
      const after = emulator.chat(chat).at(-1)?.seq ?? 0;
      await emulator.sendText(chat, text);
      const entries = await emulator.waitForReply(chat, { after });
      return entries.map((entry) => entry.notification ?? '').join('\n');
    },
    close: async () => {
      await app.close();
      await surroundings.close();
    },
  };
}
