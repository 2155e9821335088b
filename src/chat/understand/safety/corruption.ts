import type { Mentions } from '../mentions.ts';
import { signOfCorruption } from './corruption-signs.ts';
import { standing } from './standing.ts';
import { storyOf } from './story.ts';

/** What was found out about corruption in a message. */
export interface CorruptionReading {
  /** Why it is a report, or a wish to report; undefined if it is neither. */
  readonly why: string | undefined;
  readonly anonymous: boolean;
  /** Something of the kind is said not to be so: "ไม่เคยถูกเรียกเงิน". */
  readonly denied: boolean;
}

/**
 * Whether a message reports corruption. A missed report leaves somebody without the proper channels; a wrong one insults
 * whoever asked for the score of an indicator that has the word in its name. So a word alone never decides: it must not
 * be denied, not be the object of prevention, and must come with an accusation or stand alone.
 */
export function readCorruption(mentions: Mentions): CorruptionReading {
  const why = signOfCorruption(storyOf(mentions));
  const denied = (['corrupt', 'demand_money', 'takes_money'] as const).some(
    (concept) => standing(mentions.tokens, concept).denied > 0,
  );
  return { why, anonymous: why !== undefined && mentions.concepts.has('anonymous'), denied };
}
