import { findQrCode, type ChangedCode } from '../../feedback/qr-codes.ts';
import { renameCode, reopenCode, stopCode } from '../../feedback/work-on-codes.ts';
import type { Deed } from '../../audit/deed.ts';
import type { Transaction } from '../../store/port.ts';
import type { Answer, AnswerContext, Answered, NeedsStore, Reply } from '../answer.ts';
import { encodePostback } from '../postback.ts';
import type { QrCode } from '../../feedback/qr-code.ts';
import type { Officer } from './as-officer.ts';
import { asOfficerNow } from './as-officer-now.ts';
import { officersDeed } from './officers-deed.ts';
import { personalReply } from './card-reply.ts';
import { askPoint } from './counter/ask-point.ts';
import { codeCard, type CodeNews } from './counter/code-card.ts';
import { readPoint } from './counter/read-point.ts';
import { nothingThere } from './nothing-there.ts';
import type { Desk } from '../feedback/desk.ts';

/** One code: look at it, give its point another name, stop it (asks first), open it again. */
export const counterCode: Answer<'counter_code'> = ({ point: code, act }, context) =>
  asOfficerNow('counter_code', context, (officer) => {
    switch (act) {
      case 'rename':
        return rename(code, officer, context);
      case 'stop':
        return ofCode(code, context, (qr) =>
          personalReply(context, 'counter-code-stop', {
            point: qr.point,
            stop: encodePostback('counter_code', { point: code, act: 'stop_confirmed' }),
            keep: encodePostback('counter_code', { point: code }),
          }),
        );
      case 'stop_confirmed':
        return change('stopped', code, officer, context, (tx, deed) => stopCode(tx, deed, code));
      case 'open':
        return change('opened', code, officer, context, (tx, deed) => reopenCode(tx, deed, code));
      case undefined:
        return ofCode(code, context, (qr, desk) => codeCard(null, code, qr, desk, context));
    }
  });

function rename(code: string, officer: Officer, context: AnswerContext): Answered {
  const ask = { intent: 'counter_code', slots: { point: code, act: 'rename' } } as const;
  const read = context.input?.kind === 'words' ? readPoint(context.input.text) : { wrong: null };
  if ('wrong' in read) return ofCode(code, context, (qr) => askPoint(ask, qr.point, read.wrong, officer, context));
  return change('renamed', code, officer, context, (tx, deed) => renameCode(tx, deed, code, read));
}

function change(
  news: CodeNews,
  code: string,
  officer: Officer,
  context: AnswerContext,
  work: (tx: Transaction, deed: Deed) => Promise<ChangedCode | undefined>,
): NeedsStore {
  return {
    needs: 'store',
    finish: async (desk) => {
      const changed = await desk.store.transaction(async (tx) => work(tx, await officersDeed(tx, officer, 'staff')));
      return changed ? codeCard(news, code, changed.after, desk, context) : nothingThere('code', context);
    },
  };
}

/** One read. */
function ofCode(
  code: string,
  context: AnswerContext,
  then: (qr: QrCode, desk: Desk) => Reply | Promise<Reply>,
): NeedsStore {
  return {
    needs: 'store',
    finish: async (desk) => {
      const qr = await findQrCode(desk.store, code);
      return qr ? then(qr, desk) : nothingThere('code', context);
    },
  };
}
