import type { Dispatcher } from 'undici';
import { outcomeOfError, outcomeOfResponse, type CallOutcome } from './call-outcome.ts';

/** As much of an error body as is read (characters); LINE's are a few hundred long. */
const MAX_BODY = 4_096;

/**
 * Follows one call to its outcome. undici's lowest interface is used because its friendlier ones build a stream for a
 * body nobody reads, which is a third of the cost of the call.
 */
export class OutcomeHandler implements Dispatcher.DispatchHandler {
  readonly #resolve: (outcome: CallOutcome) => void;
  readonly #timer: NodeJS.Timeout;
  #controller: Dispatcher.DispatchController | undefined;
  #timedOut = false;
  #status = 0;
  #requestId: string | undefined;
  #body = '';

  constructor(deadlineMs: number, resolve: (outcome: CallOutcome) => void) {
    this.#resolve = resolve;
    this.#timer = setTimeout(() => this.#giveUp(), deadlineMs);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#timedOut) controller.abort(new Error('past the deadline'));
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.#status = status;
    const requestId = headers['x-line-request-id'];
    this.#requestId = typeof requestId === 'string' ? requestId : undefined;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#status !== 200 && this.#body.length < MAX_BODY) this.#body += chunk.toString('utf8');
  }

  onResponseEnd(): void {
    this.#end(outcomeOfResponse(this.#status, this.#body, this.#requestId));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#end(outcomeOfError(error));
  }

  /** Past the deadline nobody waits any longer. A call that was still waiting for a connection was certainly not sent. */
  #giveUp(): void {
    this.#timedOut = true;
    this.#end(
      this.#controller
        ? { kind: 'unclear', reason: 'timeout', status: undefined }
        : { kind: 'refused', reason: 'not-reached', status: undefined, requestId: undefined },
    );
    this.#controller?.abort(new Error('past the deadline'));
  }

  #end(outcome: CallOutcome): void {
    clearTimeout(this.#timer);
    this.#resolve(outcome);
  }
}
