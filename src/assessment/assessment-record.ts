import { z } from 'zod';
import { AssessmentSchema } from './assessment.ts';

/**
 * What the store keeps for one fiscal year: the draft that was imported and the result that the public sees. Publishing
 * moves the draft over in one transaction; importing again never touches what is published.
 */
export const AssessmentRecordSchema = z.strictObject({
  fiscalYear: z.int(),
  draft: AssessmentSchema.nullable(),
  /** ISO time of the import of the draft. */
  importedAt: z.iso.datetime().nullable(),
  published: AssessmentSchema.nullable(),
  publishedAt: z.iso.datetime().nullable(),
});
export type AssessmentRecord = z.infer<typeof AssessmentRecordSchema>;
