import { missedDigests } from '../../push/missed.ts';
import type { AgencyStore } from '../../store/port.ts';
import { DIGEST_NAMES } from '../../push/digest-names.ts';
import { encodePostback } from '../postback.ts';

/** A digest that did not fit, as cards for managers show it: tapping it leads to whom it could be sent. */
interface MissedShown {
  readonly name: string;
  readonly at: string;
  readonly people: number;
  readonly left: number;
  readonly data: string;
}

/** Everything that waits for somebody to decide. One read while there is nothing. */
export async function missedShown(store: AgencyStore): Promise<readonly MissedShown[]> {
  return (await missedDigests(store)).map(({ kind, at, people, left }) => ({
    name: DIGEST_NAMES[kind],
    at: `${at}:00+07:00`,
    people,
    left,
    data: encodePostback('push_missed', { kind }),
  }));
}
