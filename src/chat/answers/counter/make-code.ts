import { CODE_LETTERS } from '../../../code.ts';
import type { QrCode } from '../../../feedback/qr-code.ts';
import { makeCode } from '../../../feedback/work-on-codes.ts';
import { actingStaff } from '../../../people/acting-staff.ts';
import type { AnswerContext, NeedsStore } from '../../answer.ts';
import type { Officer } from '../as-officer.ts';
import { officersDeed } from '../officers-deed.ts';
import { askPoint } from './ask-point.ts';
import { codeCard } from './code-card.ts';
import { readPoint } from './read-point.ts';

/** "สร้างรหัสใหม่": the name of the point as the next message, and the code is there. */
export function makeNewCode(audience: QrCode['audience'], officer: Officer, context: AnswerContext): NeedsStore {
  const act = audience === 'staff' ? 'make_staff' : 'make';
  const ask = { intent: 'counter_codes', slots: { act } } as const;
  const read = context.input?.kind === 'words' ? readPoint(context.input.text) : { wrong: null };
  if ('point' in read) return make(read.point, audience, officer, context);
  return { needs: 'store', finish: async () => askPoint(ask, null, read.wrong, officer, context) };
}

/** For the division of whoever makes it. Delivered again, the same event gives the same code. */
function make(point: string, audience: QrCode['audience'], officer: Officer, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async (desk) => {
      const code = await desk.lettersFor(officer, 'service point', CODE_LETTERS);
      const made = await desk.store.transaction(async (tx) => {
        const { handle, division } = await actingStaff(tx, officer.id, 'staff');
        const wanted = {
          point,
          audience,
          fiscalYear: context.currentFiscalYear,
          division: division ?? undefined,
          madeBy: handle,
        };
        return makeCode(tx, await officersDeed(tx, officer, 'staff'), wanted, () => code);
      });
      return codeCard('made', made.code, made.qr, desk, context);
    },
  };
}
