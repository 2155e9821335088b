import { z } from 'zod';
import { DivisionIdSchema } from '../agency/division.ts';
import { DraftMeasureSchema } from '../assessment/draft-measure.ts';
import { MAX_TITLE } from './measure.ts';

const { fiscalYear, no, steps, indicators, items, owner, period, followUp } = DraftMeasureSchema.shape;

/** One measure as an officer writes it down at the start of a year; only the title is needed. */
export const PlannedMeasureSchema = z.strictObject({
  /** Left out: the measure of that title in that year, or else the next free number. */
  no: no.optional(),
  title: z.string().trim().min(1).max(MAX_TITLE),
  steps: steps.default([]),
  indicators: indicators.default([]),
  items: items.default([]),
  owner: owner.default(null),
  period: period.default(null),
  followUp: followUp.default(null),
  /** Id of a division of the agency's profile; null: as it is. */
  division: DivisionIdSchema.nullable().default(null),
  /** `2027-03-31`; null: as it is. */
  dueDate: z.iso.date().nullable().default(null),
});
export type PlannedMeasure = z.infer<typeof PlannedMeasureSchema>;

/** What `prongsai measures import` reads. */
export const PlanFileSchema = z
  .strictObject({
    format: z.literal('prongsai-measures-1'),
    /** Buddhist era: in which the measures are carried out. */
    fiscalYear,
    measures: z.array(PlannedMeasureSchema).min(1).max(99),
  })
  .superRefine((file, context) => {
    for (const key of ['no', 'title'] as const) {
      const seen = new Map<unknown, number>();
      file.measures.forEach((measure, index) => {
        const value = measure[key];
        const first = value === undefined ? undefined : seen.get(value);
        if (first === undefined) return void seen.set(value, index);
        const fix = key === 'no' ? 'ใส่เลขที่ไม่ซ้ำกัน' : 'รวมเป็นมาตรการเดียว หรือแก้ชื่อให้ต่างกัน';
        context.addIssue({
          code: 'custom',
          path: ['measures', index, key],
          message: `ซ้ำกับ measures[${first}] (duplicate)`,
          params: { fix },
        });
      });
    }
  });
export type PlanFile = z.infer<typeof PlanFileSchema>;
