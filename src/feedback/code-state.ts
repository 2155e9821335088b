import type { QrCode } from './qr-code.ts';

/** What to say about a code; `unknown` for one that was never made. */
export type CodeState = 'open' | 'not-yet' | 'over' | 'stopped' | 'unknown';

/** What an officer reads about a code. */
export const CODE_STATE_NAMES: Readonly<Record<CodeState, string>> = {
  open: 'เปิดรับ',
  'not-yet': 'ยังไม่เปิด',
  over: 'หมดเวลา',
  stopped: 'หยุดแล้ว',
  unknown: '',
};

/** Whether an answer is taken through the code at that moment. Both ends of its period belong to it. */
export function codeState(qr: QrCode | undefined, now: Date): CodeState {
  if (qr === undefined) return 'unknown';
  if (!qr.active) return 'stopped';
  if (qr.opensAt !== null && now.getTime() < Date.parse(qr.opensAt)) return 'not-yet';
  if (qr.endsAt !== null && now.getTime() > Date.parse(qr.endsAt)) return 'over';
  return 'open';
}
