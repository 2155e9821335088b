import { z } from 'zod';
import { AssessmentSchema } from './assessment.ts';
import { DraftMeasureSchema } from './draft-measure.ts';

/**
 * What the store keeps for one fiscal year: the draft that was imported and the result that the public sees. Publishing
 * moves the draft over in one transaction; importing again never touches what is published.
 */
export const AssessmentRecordSchema = z.strictObject({
  fiscalYear: z.int(),
  draft: AssessmentSchema.nullable(),
  /** ISO time of the import of the draft. */
  importedAt: z.iso.datetime().nullable(),
  /** Measures that the draft's report promises; empty if there is no draft. */
  draftMeasures: z.array(DraftMeasureSchema).max(99),
  published: AssessmentSchema.nullable(),
  publishedAt: z.iso.datetime().nullable(),
  /** The same for the published result; their progress lives in the collection `measures`. */
  publishedMeasures: z.array(DraftMeasureSchema).max(99),
});
export type AssessmentRecord = z.infer<typeof AssessmentRecordSchema>;
