/** Years of the Christian era differ by this many. */
const BUDDHIST_MINUS_CHRISTIAN = 543;

/** The Buddhist year of a four-digit year in either era, or undefined if it is neither (2400–2699 or 1957–2099). */
export function buddhistYear(value: number): number | undefined {
  if (value >= 2500 && value <= 2642) return value;
  if (value >= 1957 && value <= 2099) return value + BUDDHIST_MINUS_CHRISTIAN;
  return undefined;
}

/**
 * The Buddhist year of two digits after "ปี": 65 is 2565; 22 is 2022 of the Christian era, because there was no ITA in
 * 2522. Undefined for anything that is not two digits.
 */
export function shortYear(value: number): number | undefined {
  if (!Number.isInteger(value) || value < 10 || value > 99) return undefined;
  return value >= 50 ? 2500 + value : 2000 + value + BUDDHIST_MINUS_CHRISTIAN;
}
