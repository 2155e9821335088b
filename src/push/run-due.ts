import { deliver, type Delivered, type DeliverOptions } from './deliver.ts';
import type { PushDesk } from './push-desk.ts';
import { runSchedule, type Ran } from './run-schedule.ts';
import { sendAnswers } from './send-answers.ts';

/** What one round did, in numbers. */
export interface Round {
  readonly planned: readonly Ran[];
  /** Answers to feedback that were planned. */
  readonly answers: number;
  readonly delivered: Delivered;
}

/**
 * One round: plans what the calendar asks for, then sends what waits. The scheduler of a server and `POST /tasks/run` both do this, also
 * at once: nothing is planned or sent twice. Rejects as the store does; the next round goes on where this one ended.
 */
export async function runDue(desk: PushDesk, sending: DeliverOptions): Promise<Round> {
  const planned = await runSchedule(desk);
  const answers = await sendAnswers(desk);
  return { planned, answers, delivered: await deliver(sending) };
}
