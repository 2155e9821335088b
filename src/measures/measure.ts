import { z } from 'zod';

const MEASURE_STATUSES = ['not-started', 'under-way', 'done', 'stopped'] as const;

/** An action that answers weaknesses, with owner, due date and progress. Stored as `{fiscalYear}-{no}`. */
export const MeasureSchema = z.strictObject({
  /** Fiscal year in which it is carried out (the year after the result it answers). */
  fiscalYear: z.int().min(2556).max(2643),
  no: z.int().min(1).max(99),
  title: z.string().min(1).max(300),
  steps: z.array(z.string().min(1).max(500)).max(20),
  /** Indicators 1–10 it answers. */
  indicators: z.array(z.int().min(1).max(10)).max(10),
  /** Item codes it answers, e.g. `E11`. */
  items: z.array(z.string().regex(/^[IEO][1-9]\d?$/)).max(50),
  owner: z.string().max(200).nullable(),
  /** When, as the document says it, e.g. `ตลอดปีงบประมาณ 2566`. */
  period: z.string().max(200).nullable(),
  /** How it is followed up, in our own words. */
  followUp: z.string().max(500).nullable(),
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
