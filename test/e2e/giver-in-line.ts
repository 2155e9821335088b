import { expect } from 'vitest';
import { encodePostback } from '../../src/chat/postback.ts';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { readFeedbackId } from '../../src/feedback/feedback-id.ts';
import type { Score } from '../../src/feedback/scale.ts';
import { whatIsTapped, type Giver } from './giver.ts';
import type { MortalServer } from './mortal-server.ts';
import { redeliverUntilTaken } from './patient-line.ts';

export interface GiverInLine extends Giver {
  /** The persona's id in the emulator. */
  readonly chat: string;
}

/** Taps a face in LINE; LINE delivers again until the webhook is answered with 200, and to one in ten once more. */
export async function answerInLine(
  server: MortalServer,
  emulator: Emulator,
  code: string,
  no: number,
): Promise<GiverInLine> {
  const { first, last, twice } = whatIsTapped(no);
  const { id: chat, lineId } = emulator.addPersona('user', `คนที่ ${no}`);
  let again = 0;
  const answer = async (score: Score): Promise<void> => {
    const data = encodePostback('give_feedback', { point: code, step: score });
    const tap = async (): Promise<void> => {
      server.step();
      await emulator.postback(chat, { data });
      server.step();
    };
    await Promise.all(twice ? [tap(), tap()] : [tap()]);
    again += await redeliverUntilTaken(emulator, server, chat);
  };
  await answer(first);
  if (last !== first) await answer(last);
  const firstEvent = emulator.chat(chat).find(({ event }) => event !== undefined);
  if (firstEvent && (no % 10 === 0 || last !== first)) {
    await emulator.redeliver(chat, firstEvent.seq);
    again += await redeliverUntilTaken(emulator, server, chat);
  }
  return { references: new Set(), score: last, secret: lineId, again, chat };
}

/** The giver with the references their chat shows; if it shows none yet, LINE delivers their last event again. */
export async function thanksInLine(emulator: Emulator, giver: GiverInLine): Promise<Giver> {
  const { chat } = giver;
  const events = emulator.chat(chat).filter(({ event }) => event !== undefined);
  const last = events.at(-1);
  const replies = () => emulator.chat(chat).filter(({ kind }) => kind === 'in');
  if (replies().length === 0 && last) {
    await emulator.redeliver(chat, last.seq);
    await emulator.waitForReply(chat, { after: 0, timeoutMs: 20_000 });
  }
  expect(replies().length).toBeLessThanOrEqual(events.length);
  const references = replies().map(({ notification }) => /รหัสอ้างอิง (\S+)/.exec(notification ?? '')?.[1] ?? 'none');
  return { ...giver, references: new Set(references.map((shown) => readFeedbackId(shown) ?? shown)) };
}
