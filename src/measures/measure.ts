import { z } from 'zod';
import { DraftMeasureSchema } from '../assessment/draft-measure.ts';

const MEASURE_STATUSES = ['not-started', 'under-way', 'done', 'stopped'] as const;

/** An action that answers weaknesses: what was promised, and how far it has got. Stored as `{fiscalYear}-{no}`. */
export const MeasureSchema = DraftMeasureSchema.extend({
  status: z.enum(MEASURE_STATUSES),
  /** 0–100, null if nobody has reported any progress yet. */
  percent: z.int().min(0).max(100).nullable(),
  /** Last time progress was recorded; null if never. */
  progressAt: z.iso.datetime().nullable(),
  /** Fiscal year of the assessment whose report promised it; null if it was added by hand. */
  promisedIn: z.int().nullable(),
});
export type Measure = z.infer<typeof MeasureSchema>;

/** The document id of a measure. */
export function measureId(measure: Pick<Measure, 'fiscalYear' | 'no'>): string {
  return `${measure.fiscalYear}-${measure.no}`;
}
