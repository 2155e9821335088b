import { listInbox } from '../../feedback/inbox.ts';
import { findQrCode } from '../../feedback/qr-codes.ts';
import type { Answer, AnswerContext, NeedsStore } from '../answer.ts';
import type { Officer } from './as-officer.ts';
import { asOfficerNow } from './as-officer-now.ts';
import { personalReply } from './card-reply.ts';
import { chooseIndicator, choosePoint } from './inbox/choose.ts';
import { aboutOf, ask, filterOf, waysOn, yearOf, type Asked } from './inbox/inbox-filters.ts';
import { inboxRow } from './inbox/inbox-row.ts';

const ROWS_ON_A_CARD = 6;

/** "ความเห็นใหม่": what people said in the round, newest first, what is one's own division's work before the rest. */
export const feedbackInbox: Answer<'feedback_inbox'> = (asked, context) =>
  asOfficerNow('feedback_inbox', context, (officer) => {
    if (asked.choose === 'point') return choosePoint(asked, officer, context);
    if (asked.choose === 'indicator') return chooseIndicator(asked, context);
    return inbox(asked, officer, context);
  });

/** One query, or two where one's own end on the page; one read more for the name of a point. */
function inbox(asked: Asked, officer: Officer, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async ({ store, seal }) => {
      const { after, ...here } = asked;
      const from = after === undefined ? undefined : seal.open(after);
      const { docs, next } = await listInbox(store, {
        ...filterOf(asked, officer, context),
        limit: ROWS_ON_A_CARD,
        ...(from === undefined ? {} : { after: from }),
      });
      const point = asked.point === undefined ? null : ((await findQrCode(store, asked.point))?.point ?? asked.point);
      return personalReply(context, 'feedback-inbox', {
        year: yearOf(asked, context),
        about: aboutOf(asked, point),
        waiting: asked.state === undefined,
        first: from === undefined,
        rows: docs.map(({ id, data }) => inboxRow(seal.seal(id), data, officer, context)),
        more: next === undefined ? null : ask({ ...here, after: seal.seal(next) }),
        filters: waysOn(here, officer),
      });
    },
  };
}
