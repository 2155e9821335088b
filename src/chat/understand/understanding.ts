import type { Intent, Request } from '../request.ts';

/** What a text was taken to mean, and why. */
export interface Understanding {
  readonly request: Request;
  /** What decided, in words and without the text itself; for tests and for people who tune the lexicon. */
  readonly reasons: readonly string[];
  /** Up to three intents that come closest, best first, without the one chosen. */
  readonly nearest: readonly Intent[];
}
