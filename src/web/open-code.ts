import { codeState } from '../feedback/code-state.ts';
import type { QrCode } from '../feedback/qr-code.ts';
import { findQrCode } from '../feedback/qr-codes.ts';
import { inTime } from './in-time.ts';
import type { WebOptions } from './options.ts';

/** A code that can be answered now. */
export interface OpenCode {
  readonly code: string;
  readonly qr: QrCode;
}

/** The code of an address, as `readCode` gives it, if it can be answered now. Rejects with StoreError, LateError. */
export async function findOpenCode(
  { store, clock, storeWithinMs }: Pick<WebOptions, 'store' | 'clock' | 'storeWithinMs'>,
  code: string | undefined,
): Promise<OpenCode | undefined> {
  if (code === undefined) return undefined;
  const qr = await inTime(storeWithinMs, findQrCode(store, code));
  return qr !== undefined && codeState(qr, clock()) === 'open' ? { code, qr } : undefined;
}
