import { expect, it } from 'vitest';
import { createDesk } from '../../../src/chat/feedback/desk.ts';
import type { Request } from '../../../src/chat/request.ts';
import { addComment, askForReply, giveFeedback } from '../../../src/feedback/give-feedback.ts';
import { checkMessages } from '../../../src/line/limits/check-messages.ts';
import { dayKeysFor } from '../../day-keys-for-tests.ts';
import { memoryAgency } from '../../memory-agency.ts';
import { contextOf, replyWith, STATES } from './knowledge.ts';
import { answerNow } from '../../feedback/officer.ts';

const NOW = new Date('2026-11-22T10:00:00+07:00');
const user = { id: `U${'a'.repeat(32)}`, eventMs: NOW.getTime(), eventId: 'event', nowMs: 0 };
const context = contextOf(STATES['two years'] as never, { user });

it.each([
  ['letters', 'ก'],
  ['piled-up marks', 'กิ์'],
  ['line breaks', 'ก\n'],
  ['pictures', '👨‍👩‍👧‍👦'],
])('the longest comments and answers, made of %s, stay within what LINE takes', async (_, letter) => {
  const store = memoryAgency();
  const clock = (): Date => NOW;
  const desk = createDesk(store, clock, dayKeysFor({ store, clock }));
  for (let no = 0; no < 8; no++) {
    const given = {
      fiscalYear: 2570,
      code: null,
      point: 'ก'.repeat(80),
      channel: 'line',
      audience: 'citizen',
    } as const;
    await store.transaction(async (tx) => {
      await giveFeedback(`F${no}`, { ...given, score: 0, indicators: [6], givenAtMs: NOW.getTime() + no })(tx);
      await addComment(`F${no}`, letter.repeat(1_200 / letter.length))(tx);
      await askForReply(`F${no}`, user.id, NOW)(tx);
    });
    await answerNow(store, `F${no}`, letter.repeat(999 / letter.length), NOW);
  }
  const requests: readonly Request[] = [
    { intent: 'feedback_reply', slots: {} },
    { intent: 'privacy', slots: { action: 'export' } },
  ];
  for (const request of requests) expect(checkMessages((await replyWith(request, context, desk)).messages)).toEqual([]);
});
