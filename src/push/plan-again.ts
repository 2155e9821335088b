import type { PlanOutcome } from './plan-push.ts';

/** Erasures in a row for which it is planned again. */
const TIMES = 3;

/** Plans, and once more if that was interrupted: for what somebody waits for, and no round will plan again. */
export async function planAgain(plan: () => Promise<PlanOutcome>): Promise<PlanOutcome> {
  let outcome = await plan();
  for (let time = 1; time < TIMES && outcome.kind === 'interrupted'; time += 1) outcome = await plan();
  return outcome;
}
