import { measureId } from '../../../measures/measure.ts';
import type { Act } from '../../../measures/update-measure.ts';
import type { Input } from '../../answer.ts';
import type { Slots } from '../../request.ts';
import type { Officer } from '../as-officer.ts';

export type WorkSlots = Slots<'work_measure'>;

/** The act of this event on the measure that the button names. */
export function actOf({ measure: no, year: fiscalYear, rev }: WorkSlots, officer: Officer, input?: Input): Act {
  const { id: userId, eventId, eventMs: atMs } = officer;
  return { userId, eventId, atMs, measure: measureId({ fiscalYear, no }), seen: rev, messageId: input?.messageId };
}
