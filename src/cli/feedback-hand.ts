import { divisionName } from '../agency/division.ts';
import { readProfile } from '../agency/profile-record.ts';
import { showFeedbackId } from '../feedback/feedback-id.ts';
import { handFeedback } from '../feedback/hand-feedback.ts';
import { feedbackIdArgument } from './code-argument.ts';
import { EXIT, type CommandContext, type ExitCode } from './command.ts';
import { commandDeed } from './command-deed.ts';
import { divisionArgument } from './people-arguments.ts';
import { noSuchFeedback } from './feedback-answer.ts';

/** What is typed in the place of a division to make it nobody's in particular. */
const NOBODY = '-';

/** `prongsai feedback hand ID DIVISION`: makes it that division's work. Throws UsageError, StoreError. */
export async function feedbackHand(
  { store, clock, print }: CommandContext,
  typed: string,
  to: string,
): Promise<ExitCode> {
  const id = feedbackIdArgument(typed);
  const agency = await readProfile(store);
  const division = to.trim() === NOBODY ? null : divisionArgument(to, agency);
  const nameOf = (one: string | null): string => divisionName(agency, one);
  const deed = commandDeed(clock);
  if (!(await store.transaction((tx) => handFeedback(tx, deed, id, division, nameOf))))
    return noSuchFeedback(print, id);
  print(`ความเห็น ${showFeedbackId(id)} เป็นเรื่องของ${nameOf(division)}แล้ว`);
  return EXIT.ok;
}
