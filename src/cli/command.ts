import type { Clock } from '../clock.ts';
import type { AgencyStore } from '../store/port.ts';

/** What every command that touches an agency's data is handed. */
export interface CommandContext {
  readonly store: AgencyStore;
  readonly clock: Clock;
  /** One text for the person at the terminal; may hold several lines. */
  readonly print: (text: string) => void;
  /** What PUBLIC_URL says: where people reach the server. */
  readonly publicUrl?: string | undefined;
}

/** Exit codes, as in sysexits.h. */
export const EXIT = {
  ok: 0,
  /** What was asked for is not there, e.g. a year that was never imported. */
  failed: 1,
  usage: 64,
  /** The file was read, but what it says cannot be used. */
  badFile: 65,
  noFile: 66,
  storeUnavailable: 69,
  /** LINE did not accept a call, or another was changing the same: trying again may help. */
  lineFailed: 75,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
