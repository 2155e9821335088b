import { BUDDHIST_ERA } from '../bangkok-time.ts';
import { arabicDigits } from '../thai-digits.ts';
import { UsageError } from './fiscal-year-argument.ts';

/**
 * First or last moment (ISO) of a day in Bangkok, as typed: `31/12/2569`, `2569-12-31` or `2026-12-31`. Throws UsageError.
 */
export function momentArgument(text: string, which: 'first' | 'last'): string {
  const digits = arabicDigits(text.trim());
  const [, day, month, year] =
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(digits) ??
    [...(/^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(digits) ?? [])].map((_, at, all) => all[(4 - at) % 4]);
  const written = Number(year);
  const christian = written >= 2400 ? written - BUDDHIST_ERA : written;
  const midnight = new Date(Date.UTC(christian, Number(month) - 1, Number(day)));
  // 31 February would become a day in March.
  if (midnight.getUTCDate() !== Number(day) || midnight.getUTCMonth() !== Number(month) - 1) {
    throw new UsageError(`"${text}" ไม่ใช่วันที่ ตัวอย่าง: 31/12/2569`);
  }
  const first = midnight.getTime() - 7 * 3_600_000;
  return new Date(which === 'first' ? first : first + 86_400_000 - 1).toISOString();
}
