import { assessmentId } from '../assessment/assessment-records.ts';
import type { AssessmentRecord } from '../assessment/assessment-record.ts';
import type { Finding } from '../assessment/assessment.ts';
import type { Clock } from '../clock.ts';
import { assessments } from '../store/collections.ts';
import type { AgencyStore } from '../store/port.ts';
import { writePromisedMeasures, type MeasureChanges } from './promised-measures.ts';

export type PublishOutcome =
  /** `confirmed`: findings that publishing confirms; `replaced`: an earlier result of the year was public before. */
  | {
      readonly kind: 'published';
      readonly replaced: boolean;
      readonly confirmed: readonly Finding[];
      readonly measures: MeasureChanges;
    }
  /** No newer draft than what is public; nothing was written. */
  | { readonly kind: 'already-published' }
  | { readonly kind: 'not-imported' };

/**
 * Makes the draft of a year public and writes the measures its report promises, all or nothing. Progress of measures is never
 * overwritten. Doing it again has no further effect.
 */
export async function publishYear(store: AgencyStore, fiscalYear: number, clock: Clock): Promise<PublishOutcome> {
  const id = assessmentId(fiscalYear);
  const publishedAt = clock().toISOString();
  return store.transaction<PublishOutcome>(async (tx) => {
    const record = await tx.get(assessments, id);
    if (record === undefined || (record.draft === null && record.published === null)) return { kind: 'not-imported' };
    if (record.draft === null) return { kind: 'already-published' };
    const changes = await writePromisedMeasures(tx, fiscalYear, record.draftMeasures, record.publishedMeasures);
    await tx.set(assessments, id, {
      ...record,
      draft: null,
      importedAt: null,
      draftMeasures: [],
      published: record.draft,
      publishedAt,
      publishedMeasures: record.draftMeasures,
    } satisfies AssessmentRecord);
    return {
      kind: 'published',
      replaced: record.published !== null,
      confirmed: record.draft.findings.filter((finding) => finding.needsConfirmation),
      measures: changes,
    };
  });
}

export type UnpublishOutcome = { readonly kind: 'unpublished' | 'not-published' | 'not-imported' };

/**
 * Takes a year back from the public. It becomes the draft again, unless a newer draft is waiting. The measures it promised and
 * their progress stay stored; `measuresOfPublished` hides them until the year is published again.
 */
export async function unpublishYear(store: AgencyStore, fiscalYear: number, clock: Clock): Promise<UnpublishOutcome> {
  const id = assessmentId(fiscalYear);
  const now = clock().toISOString();
  return store.transaction<UnpublishOutcome>(async (tx) => {
    const record = await tx.get(assessments, id);
    if (record === undefined) return { kind: 'not-imported' };
    if (record.published === null) return { kind: 'not-published' };
    await tx.set(assessments, id, {
      ...record,
      ...(record.draft === null
        ? { draft: record.published, importedAt: now, draftMeasures: record.publishedMeasures }
        : {}),
      published: null,
      publishedAt: null,
    });
    return { kind: 'unpublished' };
  });
}
