import { randomBytes } from 'node:crypto';
import { readProfile } from './agency/profile-record.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { startEmulator } from './emulator/emulator.ts';
import type { LineChannel } from './line/channel.ts';
import { loadExample } from './load-example.ts';
import type { Log } from './log.ts';
import { randomId } from './new-id.ts';
import type { Store } from './store/port.ts';

// What somebody gets who has a laptop and no LINE channel. Loaded only then.

export interface Phone {
  /** Where the phone screen is, and three things to try. */
  readonly greeting: string;
  readonly channel: LineChannel;
  readonly setWebhookUrl: (url: string) => void;
  readonly close: () => Promise<void>;
}

/** Without a channel: the example agency, if there is nothing yet, and a LINE platform of our own with keys made up for this run. */
export async function startPhone(
  config: Pick<Config, 'port' | 'orgId' | 'lineBasicId'>,
  store: Store,
  log: Log,
): Promise<Phone> {
  const agency = store.agency(config.orgId);
  await loadExample(agency, systemClock);
  const profile = await readProfile(agency);
  const keys = {
    channelSecret: randomBytes(16).toString('hex'),
    channelAccessToken: randomBytes(32).toString('base64url'),
  };
  const emulator = await startEmulator({
    port: config.port === 0 ? 0 : config.port + 1,
    ...keys,
    bot: { displayName: profile?.shortName ?? 'หน่วยงานของท่าน', basicId: config.lineBasicId ?? '@prongsai' },
    clock: systemClock,
    newId: randomId,
    log: (line) => log.debug(line),
  });
  return {
    greeting: greetingFor(emulator.url),
    channel: { ...keys, apiBaseUrl: emulator.url },
    setWebhookUrl: (url) => emulator.setWebhookUrl(url),
    close: () => emulator.close(),
  };
}

function greetingFor(phoneUrl: string): string {
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
    '',
    'หยุดด้วย Ctrl+C',
    '',
  ].join('\n');
}
