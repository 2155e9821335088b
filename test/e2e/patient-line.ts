import type { Emulator } from '../../src/emulator/emulator.ts';
import type { MortalServer } from './mortal-server.ts';

/** More failures in a row than this are no bad luck. */
const MOST_TRIES = 40;

/**
 * Delivers again, as LINE does, what the bot has not taken: every event of the chat whose webhook was not answered with 200.
 * Resolves with how often that was necessary, when all have been taken.
 */
export async function redeliverUntilTaken(emulator: Emulator, server: MortalServer, chat: string): Promise<number> {
  let again = 0;
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const lost = emulator.chat(chat).filter(({ event, delivery }) => event !== undefined && delivery?.status !== 200);
    if (lost.length === 0) return again;
    await server.up();
    for (const { seq } of lost) await emulator.redeliver(chat, seq);
    again += lost.length;
  }
  throw new Error(`an event was not taken in ${MOST_TRIES} tries`);
}
