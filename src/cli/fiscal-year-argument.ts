import { arabicDigits } from '../thai-digits.ts';

/** A command line argument that cannot be used. The message says what to type instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A Buddhist-era fiscal year as typed, in Arabic or Thai digits. Throws UsageError, also for a Christian-era year. */
export function fiscalYearArgument(text: string): number {
  const digits = arabicDigits(text.trim());
  const year = /^\d{4}$/.test(digits) ? Number(digits) : Number.NaN;
  if (year >= 2556 && year <= 2643) return year;
  const hint = year >= 2013 && year <= 2100 ? `หมายถึง ${year + 543} ใช่หรือไม่` : 'ตัวอย่าง: 2565';
  throw new UsageError(`ปีงบประมาณต้องเป็น พ.ศ. 4 หลัก ${hint}`);
}
