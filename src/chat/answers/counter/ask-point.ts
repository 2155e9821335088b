import type { AnswerContext, Reply } from '../../answer.ts';
import { encodePostback } from '../../postback.ts';
import type { RequestOf } from '../../request.ts';
import type { Officer } from '../as-officer.ts';
import { waitForWords } from '../wait-for-words.ts';
import { personalReply } from '../card-reply.ts';
import { MAX_POINT } from './read-point.ts';

/** Asks for the name of a service point, which the next message brings to `request`. `was`: the name it has; null for a new code. */
export function askPoint(
  request: RequestOf<'counter_codes' | 'counter_code'>,
  was: string | null,
  wrong: 'empty' | 'long' | null,
  officer: Officer,
  context: AnswerContext,
): Reply {
  const data = encodePostback(request.intent, request.slots);
  return {
    ...personalReply(context, 'counter-code-name', {
      was,
      wrong,
      longest: MAX_POINT,
      staff: data.includes('make_staff'),
      other:
        was === null
          ? encodePostback('counter_codes', { act: data.includes('make_staff') ? 'make' : 'make_staff' })
          : null,
    }),
    waitFor: waitForWords(officer, data),
  };
}
