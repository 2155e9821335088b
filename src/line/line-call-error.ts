import type { FailedCall } from './call-outcome.ts';

/**
 * A call to LINE that was not accepted. `refused`: nothing was done. `unclear`: it may have been done. The message names the
 * operation and what LINE said, never whom it was about.
 */
export class LineCallError extends Error {
  override readonly name = 'LineCallError';
  readonly operation: string;
  readonly kind: FailedCall['kind'];
  readonly reason: FailedCall['reason'];
  readonly status: number | undefined;
  /** LINE's own words, empty if there were none. */
  readonly says: string;

  constructor(operation: string, outcome: FailedCall, says = '', options?: ErrorOptions) {
    const how = outcome.status === undefined ? outcome.reason : `LINE answered ${outcome.status}`;
    super(`${operation}: ${how}${says === '' ? '' : ` (${says})`}`, options);
    this.operation = operation;
    this.kind = outcome.kind;
    this.reason = outcome.reason;
    this.status = outcome.status;
    this.says = says;
  }
}
