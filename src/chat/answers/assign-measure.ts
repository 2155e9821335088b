import { divisionName, divisionsOf } from '../../agency/division.ts';
import { measureId } from '../../measures/measure.ts';
import { updateMeasure } from '../../measures/update-measure.ts';
import { measures } from '../../store/collections.ts';
import type { Answer, AnswerContext, NeedsStore } from '../answer.ts';
import { pageOf } from '../card-data/page-of.ts';
import { refOf } from '../card-data/work.ts';
import { encodePostback } from '../postback.ts';
import type { Slots } from '../request.ts';
import { asOfficer, type Officer } from './as-officer.ts';
import { personalReply } from './card-reply.ts';
import { measureGone } from './work/measure-gone.ts';
import { tellUpdated } from './work/tell-updated.ts';
import { workData } from './work/work-buttons.ts';

/** Divisions on one card. */
const ROWS = 10;

/** Which division looks after a measure: first which there are, then the one that was tapped. */
export const assignMeasure: Answer<'assign_measure'> = (slots, context) =>
  asOfficer(
    context,
    (officer) => {
      const known = divisionsOf(context.knowledge.agency).some(({ id }) => id === slots.division);
      if (slots.nobody === true) return assign(null, slots, officer, context);
      return slots.division !== undefined && known
        ? assign(slots.division, slots, officer, context)
        : choose(slots, context);
    },
    'manager',
  );

function choose({ measure: no, year: fiscalYear, page }: Slots<'assign_measure'>, context: AnswerContext): NeedsStore {
  return {
    needs: 'store',
    finish: async ({ store }) => {
      const measure = await store.get(measures, measureId({ fiscalYear, no }));
      if (measure === undefined) return measureGone(context);
      const { agency } = context.knowledge;
      const seen = { ...refOf(measure), rev: measure.revision };
      const shown = pageOf(divisionsOf(agency), page, ROWS, 'หน่วย', (next) =>
        encodePostback('assign_measure', { ...seen, page: next }),
      );
      return personalReply(context, 'assign-measure', {
        no,
        year: fiscalYear,
        title: measure.title,
        now: measure.division === null ? null : divisionName(agency, measure.division),
        rows: shown.rows.map(({ id, name }) => ({
          name,
          chosen: id === measure.division,
          data: encodePostback('assign_measure', { ...seen, division: id }),
        })),
        more: shown.more,
        nobody: measure.division === null ? null : encodePostback('assign_measure', { ...seen, nobody: true }),
        look: workData(measure, {}),
      });
    },
  };
}

function assign(
  division: string | null,
  { measure: no, year: fiscalYear, rev: seen }: Slots<'assign_measure'>,
  officer: Officer,
  context: AnswerContext,
): NeedsStore {
  const { id: userId, eventId, eventMs: atMs } = officer;
  const name = division === null ? 'ไม่ระบุผู้รับผิดชอบ' : `มอบหมายให้${divisionName(context.knowledge.agency, division)}`;
  return {
    needs: 'store',
    finish: async ({ store }) => {
      const act = { userId, eventId, atMs, measure: measureId({ fiscalYear, no }), seen };
      const updated = await updateMeasure(store, act, 'manager', { kind: 'assign', division });
      const anyway = {
        label: `${name}ตามเดิม`,
        data: ({ revision: rev }: { revision: number }): string =>
          encodePostback('assign_measure', {
            measure: no,
            year: fiscalYear,
            rev,
            ...(division === null ? { nobody: true } : { division }),
          }),
      };
      return tellUpdated(updated, { officer, context, store, seen, anyway });
    },
  };
}
