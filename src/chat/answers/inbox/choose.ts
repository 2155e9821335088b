import { INDICATORS } from '../../../assessment/indicators.ts';
import { listOfficersCodes } from '../../../feedback/officers-codes.ts';
import type { AnswerContext, NeedsStore, Reply } from '../../answer.ts';
import type { Officer } from '../as-officer.ts';
import { personalReply } from '../card-reply.ts';
import { ask, yearOf, type Asked } from './inbox-filters.ts';

/** Points to choose from at once. */
const POINTS_ON_A_CARD = 10;

/** The ten indicators, to narrow the list to one. */
export function chooseIndicator(asked: Asked, context: AnswerContext): Reply {
  const { choose: _, indicator: __, ...here } = asked;
  return personalReply(context, 'feedback-inbox-choose', {
    what: 'indicator',
    rows: INDICATORS.map(({ no, name }) => ({ text: `${no}. ${name}`, data: ask({ ...here, indicator: no }) })),
    more: null,
    all: ask(here),
  });
}

/** The points of the round's codes, one's own first, and the general form. One query. */
export function choosePoint(asked: Asked, { staff }: Officer, context: AnswerContext): NeedsStore {
  const { choose, after, point: _, general: __, ...here } = asked;
  return {
    needs: 'store',
    finish: async ({ store, seal }) => {
      const from = after === undefined ? undefined : seal.open(after);
      const page = await listOfficersCodes(store, yearOf(asked, context), staff, POINTS_ON_A_CARD, from);
      const general = { text: 'แบบทั่วไปที่ไม่ผ่านรหัส', data: ask({ ...here, general: true }) };
      const rows = page.docs.map(({ id, data }) => ({
        text: data.place === null ? data.point : `${data.point} (${data.place})`,
        data: ask({ ...here, point: id }),
      }));
      return personalReply(context, 'feedback-inbox-choose', {
        what: 'point',
        rows: from === undefined ? [...rows, general] : rows,
        more: page.next === undefined ? null : ask({ ...here, choose, after: seal.seal(page.next) }),
        all: ask(here),
      });
    },
  };
}
