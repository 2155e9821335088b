import type { Clock } from '../clock.ts';
import { assessments } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import type { AssessmentRecord } from './assessment-record.ts';
import type { Resolved } from './import/resolve-result.ts';

/** The document id of a fiscal year's record. */
export function assessmentId(fiscalYear: number): string {
  return String(fiscalYear);
}

/** A year about which nothing is stored yet. */
const empty = (fiscalYear: number): AssessmentRecord => ({
  fiscalYear,
  draft: null,
  importedAt: null,
  draftMeasures: [],
  published: null,
  publishedAt: null,
  publishedMeasures: [],
});

/**
 * Keeps an imported result as the draft of its year, in place of an earlier draft. What is published stays as it is.
 * Importing the same file again has the same effect.
 */
export async function importDraft(
  store: AgencyStore,
  { assessment, measures }: Pick<Resolved, 'assessment' | 'measures'>,
  clock: Clock,
): Promise<void> {
  const id = assessmentId(assessment.fiscalYear);
  const importedAt = clock().toISOString();
  await store.transaction(async (tx) => {
    const record = (await tx.get(assessments, id)) ?? empty(assessment.fiscalYear);
    await tx.set(assessments, id, { ...record, draft: assessment, importedAt, draftMeasures: [...measures] });
  });
}
