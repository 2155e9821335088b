import { randomBytes, randomUUID } from 'node:crypto';
import { systemClock } from './clock.ts';
import { startEmulator } from './emulator/emulator.ts';
import type { LineChannel } from './line/channel.ts';
import { loadExample } from './load-example.ts';
import type { Log } from './log.ts';
import { randomId } from './new-id.ts';
import type { AgencyStore } from './store/port.ts';
import type { LineMessage } from './line/message.ts';
import { PushClient } from './line/push-client.ts';

/** What takes the place of LINE on a laptop. */
export interface LocalPhone {
  readonly channel: LineChannel;
  /** Where the phone screen is and a few things to try, for the person who started it. */
  readonly greeting: string;
  setWebhookUrl(url: string): void;
  close(): Promise<void>;
}

const LAST_PORT = 65_535;

/**
 * The example agency, if there is nothing yet, and a LINE platform of our own with keys made up for this run. It takes the
 * port after the server's, or any free one where there is none after it. Rejects with a sentence that says what to do if that is taken.
 */
export async function startLocalPhone(serverPort: number, agency: AgencyStore, log: Log): Promise<LocalPhone> {
  await loadExample(agency, systemClock);
  const port = serverPort === 0 || serverPort === LAST_PORT ? 0 : serverPort + 1;
  const keys = {
    channelSecret: randomBytes(16).toString('hex'),
    channelAccessToken: randomBytes(32).toString('base64url'),
  };
  // The name it is called by in a group.
  const bot = { displayName: 'โปร่งใส', basicId: '@prongsai' };
  const options = { port, ...keys, bot, clock: systemClock, newId: randomId, log: (line: string) => log.debug(line) };
  const emulator = await startEmulator(options).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    const fix = 'stop the other program or set PORT so that it and the number after it are free';
    throw new Error(`port ${port}, which the phone screen takes, is in use: ${fix}`);
  });
  return {
    channel: { ...keys, apiBaseUrl: emulator.url, dataApiBaseUrl: emulator.url },
    greeting: greeting(emulator.url),
    setWebhookUrl: (url) => emulator.setWebhookUrl(url),
    close: () => emulator.close(),
  };
}

function greeting(phoneUrl: string): string {
  return [
    '',
    'โปร่งใสพร้อมแล้ว ยังไม่ได้ตั้งค่าช่อง LINE จึงเปิดโทรศัพท์จำลองให้ลองใช้ที่',
    '',
    `    ${phoneUrl}`,
    '',
    'ลองพิมพ์',
    '  1. คะแนนรวมเท่าไหร่',
    '  2. จุดอ่อนของเราคืออะไร',
    '  3. ตัวชี้วัดที่ 4',
    '  4. แสดงความคิดเห็น',
    '',
    'หยุดด้วย Ctrl+C',
    '',
  ].join('\n');
}

/** A phone screen in the browser that shows these messages as they would arrive, on a free port of this machine. */
export async function showMessages(
  messages: readonly LineMessage[],
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const channelAccessToken = randomBytes(32).toString('base64url');
  const emulator = await startEmulator({
    port: 0,
    channelSecret: randomBytes(16).toString('hex'),
    channelAccessToken,
    clock: systemClock,
    newId: randomId,
  });
  const client = new PushClient({ apiBaseUrl: emulator.url, channelAccessToken, connections: 1, deadlineMs: 5_000 });
  const to = emulator.persona('citizen').lineId;
  await client.send({ endpoint: 'push', body: JSON.stringify({ to, messages }), retryKey: randomUUID() });
  await client.close();
  return { url: emulator.url, close: () => emulator.close() };
}
