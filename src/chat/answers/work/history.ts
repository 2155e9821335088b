import { measureId } from '../../../measures/measure.ts';
import { progressOf } from '../../../measures/read-progress.ts';
import { measures } from '../../../store/collections.ts';
import type { AnswerContext, NeedsStore } from '../../answer.ts';
import { linkable } from '../../../linkable.ts';
import { pictureWords } from '../../card-data/measure-pictures.ts';
import { pageOf } from '../../card-data/page-of.ts';
import { namesOf, whatWords, whoWords } from '../../card-data/progress.ts';
import type { Slots } from '../../request.ts';
import type { Officer } from '../as-officer.ts';
import { personalReply } from '../card-reply.ts';
import { measureGone } from './measure-gone.ts';
import { workData } from './work-buttons.ts';

/** Entries on one card. */
const ROWS = 6;

/** Everything that was done to a measure and said about it, newest first; for staff, with names. */
export function history(slots: Slots<'work_measure'>, _: Officer, context: AnswerContext): NeedsStore {
  const { agency } = context.knowledge;
  const id = measureId({ fiscalYear: slots.year, no: slots.measure });
  return {
    needs: 'store',
    finish: async ({ store }) => {
      const measure = await store.get(measures, id);
      if (measure === undefined) return measureGone(context);
      const entries = (await progressOf(store, id)).map(({ data }) => data);
      const shown = pageOf(entries, slots.page, ROWS, 'รายการ', (page) => workData(measure, { act: 'history', page }));
      const names = await namesOf(store, shown.rows);
      return personalReply(context, 'work-history', {
        no: measure.no,
        year: measure.fiscalYear,
        title: measure.title,
        total: shown.total,
        rows: shown.rows.map((entry) => ({
          what: whatWords(entry, agency),
          who: whoWords(entry.by, names, agency),
          at: new Date(entry.atMs).toISOString(),
          link: linkable(entry.link),
          picture: pictureWords(entry.picture),
        })),
        more: shown.more,
        look: workData(measure, {}),
      });
    },
  };
}
