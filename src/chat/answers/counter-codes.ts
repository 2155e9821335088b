import { codeState, CODE_STATE_NAMES } from '../../feedback/code-state.ts';
import { countAnswers, listOfficersCodes } from '../../feedback/officers-codes.ts';
import type { Answer, AnswerContext, NeedsStore } from '../answer.ts';
import { encodePostback } from '../postback.ts';
import type { Officer } from './as-officer.ts';
import { asOfficerNow } from './as-officer-now.ts';
import { personalReply } from './card-reply.ts';
import { makeNewCode } from './counter/make-code.ts';

/** Each costs a count of its answers. */
const CODES_ON_A_CARD = 6;

/** "รหัสของฉัน": the codes of the round, one's own first, each with its state and how many answered. */
export const counterCodes: Answer<'counter_codes'> = ({ act, after }, context) =>
  asOfficerNow('counter_codes', context, (officer) =>
    act === undefined
      ? codes(officer, after, context)
      : makeNewCode(act === 'make_staff' ? 'staff' : 'citizen', officer, context),
  );

function codes({ staff }: Officer, after: string | undefined, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async ({ store, clock, seal }) => {
      const from = after === undefined ? undefined : seal.open(after);
      const page = await listOfficersCodes(store, context.currentFiscalYear, staff, CODES_ON_A_CARD, from);
      const rows = await Promise.all(
        page.docs.map(async ({ id, data }) => ({
          point: data.place === null ? data.point : `${data.point} (${data.place})`,
          staff: data.audience === 'staff',
          state: CODE_STATE_NAMES[codeState(data, clock())],
          answers: await countAnswers(store, id),
          data: encodePostback('counter_code', { point: id }),
        })),
      );
      return personalReply(context, 'counter-codes', {
        year: context.currentFiscalYear,
        rows,
        first: from === undefined,
        more: page.next === undefined ? null : encodePostback('counter_codes', { after: seal.seal(page.next) }),
      });
    },
  };
}
