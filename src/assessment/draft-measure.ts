import { z } from 'zod';

/**
 * A measure as a report promises it, before there is any progress. Kept with the result; publishing the result writes it
 * to the collection `measures`.
 */
export const DraftMeasureSchema = z.strictObject({
  /** Fiscal year in which it is to be carried out, usually the year after the result. */
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
});
export type DraftMeasure = z.infer<typeof DraftMeasureSchema>;
