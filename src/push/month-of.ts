import { inBangkok } from '../bangkok-time.ts';

/** The month a push counts for, `2026-11`, by Bangkok's clock. */
export function monthOf(at: Date): string {
  return inBangkok(at).format('YYYY-MM');
}
