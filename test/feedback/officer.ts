import { randomUUID } from 'node:crypto';
import type { Deed } from '../../src/audit/deed.ts';
import { answerFeedback, type AnswerOutcome } from '../../src/feedback/answer-feedback.ts';
import { hideFeedback, type HideOutcome } from '../../src/feedback/hide-feedback.ts';
import type { ChangedCode } from '../../src/feedback/qr-codes.ts';
import { seenOf } from '../../src/feedback/seen.ts';
import { stopCode } from '../../src/feedback/work-on-codes.ts';
import { feedback } from '../../src/store/collections.ts';
import type { AgencyStore } from '../../src/store/port.ts';

/** Something done by command, as an event of its own. */
export function deed(at: Date, eventId: string = randomUUID()): Deed {
  return { by: 'command', eventId, at };
}

/** Answers whatever is there now. */
export function answerNow(store: AgencyStore, id: string, text: string, at: Date): Promise<AnswerOutcome> {
  return store.transaction(async (tx) => {
    const known = await tx.get(feedback, id);
    return answerFeedback(tx, deed(at), id, text, known ? seenOf(known) : '');
  });
}

export function hideNow(store: AgencyStore, id: string, reason: string): Promise<HideOutcome> {
  return store.transaction((tx) => hideFeedback(tx, deed(new Date(0)), id, reason));
}

export function stopNow(store: AgencyStore, code: string): Promise<ChangedCode | undefined> {
  return store.transaction((tx) => stopCode(tx, deed(new Date(0)), code));
}
