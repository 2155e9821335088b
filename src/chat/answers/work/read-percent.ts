import { arabicDigits } from '../../../thai-digits.ts';

/** How far something has come, as typed: `50`, `๕๐ %`, `50 เปอร์เซ็นต์`, `ร้อยละ 50`. Undefined unless it is a whole number of 0–100. */
export function readPercent(typed: string): number | undefined {
  const digits = arabicDigits(typed.normalize('NFKC'));
  const found = /^\s*(?:ร้อยละ\s*)?(\d{1,3})\s*(?:%|เปอร์เซ็นต์|เปอร์เซนต์)?\s*$/.exec(digits)?.[1];
  const percent = found === undefined ? Number.NaN : Number(found);
  return percent <= 100 ? percent : undefined;
}
