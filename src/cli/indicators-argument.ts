import { arabicDigits } from '../thai-digits.ts';
import { UsageError } from './fiscal-year-argument.ts';

/** One indicator as typed, 1–10. Throws UsageError. */
export function indicatorArgument(text: string): number {
  const digits = arabicDigits(text.trim());
  const no = /^\d{1,2}$/.test(digits) ? Number(digits) : Number.NaN;
  if (no >= 1 && no <= 10) return no;
  throw new UsageError(`"${text}" ไม่ใช่ตัวชี้วัด โปรดใช้เลข 1 ถึง 10`);
}

/** Several, e.g. `6,7,8`. */
export function indicatorsArgument(text: string): readonly number[] {
  return [...new Set(text.split(',').map(indicatorArgument))];
}
