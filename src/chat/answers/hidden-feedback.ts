import { unhideFeedback } from '../../feedback/hide-feedback.ts';
import { listFeedback } from '../../feedback/read-feedback.ts';
import type { Answer, AnswerContext, NeedsStore } from '../answer.ts';
import { encodePostback } from '../postback.ts';
import type { Officer } from './as-officer.ts';
import { asOfficerNow } from './as-officer-now.ts';
import { officersDeed } from './officers-deed.ts';
import { personalReply } from './card-reply.ts';
import { itemCard, whatWasSaid } from './inbox/item-card.ts';
import { ofItem } from './inbox/of-item.ts';
import { nothingThere } from './nothing-there.ts';

const ROWS_ON_A_CARD = 6;

/** "ความเห็นที่ซ่อน": for managers, what was hidden and why; one of it with its words; and putting it back. */
export const hiddenFeedback: Answer<'hidden_feedback'> = ({ ref, act, after }, context) =>
  asOfficerNow('hidden_feedback', context, (officer) => {
    if (ref === undefined) return list(after, context);
    return act === 'show' ? putBack(ref, officer, context) : look(ref, officer, context);
  });

function list(after: string | undefined, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async ({ store, seal }) => {
      const from = after === undefined ? undefined : seal.open(after);
      const { docs, next } = await listFeedback(store, {
        fiscalYear: context.currentFiscalYear,
        hidden: true,
        limit: ROWS_ON_A_CARD,
        ...(from === undefined ? {} : { after: from }),
      });
      return personalReply(context, 'hidden-feedback', {
        year: context.currentFiscalYear,
        first: from === undefined,
        rows: docs.map(({ id, data }) => ({
          point: data.point ?? 'ความเห็นทั่วไป',
          day: data.day,
          because: data.hiddenBecause ?? 'ไม่ได้ระบุเหตุผล',
          data: encodePostback('hidden_feedback', { ref: seal.seal(id) }),
        })),
        more: next === undefined ? null : encodePostback('hidden_feedback', { after: seal.seal(next) }),
      });
    },
  };
}

function look(ref: string, officer: Officer, context: AnswerContext): NeedsStore {
  return ofItem(ref, context, (item) => {
    if (item.now.state !== 'hidden') return itemCard(null, item, officer, context);
    return personalReply(context, 'hidden-feedback-item', {
      ...whatWasSaid(item.now),
      because: item.now.hiddenBecause ?? 'ไม่ได้ระบุเหตุผล',
      comment: item.now.comment,
      show: encodePostback('hidden_feedback', { ref, act: 'show' }),
    });
  });
}

function putBack(ref: string, officer: Officer, context: AnswerContext): NeedsStore {
  return ofItem(ref, context, async (item, { store }) => {
    const outcome = await store.transaction(async (tx) =>
      unhideFeedback(tx, await officersDeed(tx, officer, 'manager'), item.id),
    );
    if (outcome.kind === 'unknown') return nothingThere('feedback', context);
    return itemCard(outcome.kind === 'done' ? 'shown' : null, { ...item, now: outcome.now }, officer, context);
  });
}
