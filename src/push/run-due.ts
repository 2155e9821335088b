import { deliver, type Delivered, type DeliverOptions } from './deliver.ts';
import { eachOnItsOwn } from './each-on-its-own.ts';
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
 * at once: nothing is planned or sent twice. What fails holds nothing else up; then it rejects at the end, and the next round tries again.
 */
export async function runDue(desk: PushDesk, sending: DeliverOptions): Promise<Round> {
  let round: Round = { planned: [], answers: 0, delivered: { parts: 0, finished: [] } };
  const steps: readonly (() => Promise<Partial<Round>>)[] = [
    async () => ({ planned: await runSchedule(desk) }),
    async () => ({ answers: await sendAnswers(desk) }),
    async () => ({ delivered: await deliver(sending) }),
  ];
  await eachOnItsOwn(steps, async (step) => {
    round = { ...round, ...(await step()) };
    return undefined;
  });
  return round;
}
