import type { Knowledge } from '../chat/answer.ts';
import type { Clock } from '../clock.ts';
import type { DayKeys } from '../feedback/day-keys.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { NewId } from '../new-id.ts';
import type { AgencyStore } from '../store/port.ts';
import type { ScanCounts } from './scan-counts.ts';
import type { SubmissionLimiter } from './submission-limiter.ts';

export interface WebOptions {
  readonly store: AgencyStore;
  readonly knowledge: () => Knowledge;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly dayKeys: DayKeys;
  /** Origin under which people reach this server; undefined: not known, `http://127.0.0.1:PORT` is written on pictures. */
  readonly publicUrl: string | undefined;
  /** With `@`; undefined: no links to LINE. */
  readonly lineBasicId: string | undefined;
  readonly limiter: SubmissionLimiter;
  readonly scans: ScanCounts;
  /** How long one page waits for the store (ms). */
  readonly storeWithinMs: number;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** What became of a submission, for `prongsai_web_submissions_total`. */
export type Outcome =
  | 'rated'
  | 'added'
  | 'removed'
  | 'corruption'
  | 'not_open'
  | 'invalid'
  | 'program'
  | 'limited'
  | 'cross_site'
  | 'not_saved';
