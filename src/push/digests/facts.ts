import type { AgencyProfile } from '../../agency/profile.ts';
import type { Assessment } from '../../assessment/assessment.ts';
import type { Measure } from '../../measures/measure.ts';

/** What is known without a read when a digest is made. */
export interface Facts {
  readonly agency: AgencyProfile | undefined;
  /** Published results, oldest first. */
  readonly assessments: readonly Assessment[];
  /** Measures the public may see. */
  readonly measures: readonly Measure[];
  readonly now: Date;
}
