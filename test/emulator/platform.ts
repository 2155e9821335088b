import { HTTPFetchError, LineBotClient } from '@line/bot-sdk';
import { startEmulator } from '../../src/emulator/emulator.ts';
import type { EmulatorOptions } from '../../src/emulator/options.ts';
import { SECRET, startBot } from './bot.ts';

export const TOKEN = 'a-channel-access-token';
/** 15 November 2026, 10:00 in Thailand. */
export const START = Date.UTC(2026, 10, 15, 3);

/** An emulator with a bot behind it, a clock that stands still and LINE's own client. */
export async function startPlatform(more: Partial<EmulatorOptions> = {}) {
  const bot = await startBot();
  let now = START;
  let made = 0;
  const emulator = await startEmulator({
    port: 0,
    webhookUrl: bot.url,
    channelSecret: SECRET,
    channelAccessToken: TOKEN,
    clock: () => new Date(now),
    newId: () => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`,
    redeliverAfterMs: [0, 0],
    ...more,
  });
  const client = LineBotClient.fromChannelAccessToken({
    channelAccessToken: TOKEN,
    apiBaseURL: emulator.url,
    dataApiBaseURL: emulator.url,
  });
  return {
    bot,
    emulator,
    client,
    citizen: emulator.persona('citizen').lineId,
    staff: emulator.persona('staff').lineId,
    group: emulator.persona('group').lineId,
    advance: (ms: number) => {
      now += ms;
    },
    /** The citizen writes, and the bot gets a reply token. */
    replyToken: async () => {
      await emulator.sendText('citizen', 'สวัสดี');
      return String(bot.events().at(-1)?.['replyToken']);
    },
    close: async () => {
      await emulator.close();
      await bot.close();
    },
  };
}

export type Platform = Awaited<ReturnType<typeof startPlatform>>;

/** What LINE answered to a request it refused. */
export async function refusal(
  request: Promise<unknown>,
): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }> {
  try {
    await request;
  } catch (error) {
    if (!(error instanceof HTTPFetchError)) throw error;
    return { status: error.status, body: JSON.parse(error.body) as Record<string, unknown>, headers: error.headers };
  }
  throw new Error('The request was not refused');
}

export const hello = { type: 'text', text: 'สวัสดี' } as const;
