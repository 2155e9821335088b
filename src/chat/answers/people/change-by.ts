import { divisionName } from '../../../agency/division.ts';
import type { ChangeBy } from '../../../people/change-by.ts';
import type { AnswerContext, User } from '../../answer.ts';
import type { Desk } from '../../feedback/desk.ts';

/** What a change that this person's event asks for is made with. */
export function changeBy(user: User, context: AnswerContext, { clock }: Desk): ChangeBy {
  const { agency } = context.knowledge;
  return { eventId: user.eventId, now: clock(), divisionName: (id) => divisionName(agency, id) };
}
