import { arabicDigits } from '../../thai-digits.ts';

const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu;
const DASH = /[\u2010-\u2015\u2212]/g;

/** A text that may be a code and the words before it, in lower case, with one kind of letters, digits and dashes, and nothing invisible. */
export function plainCode(text: string): string {
  return arabicDigits(text.normalize('NFKC').replace(INVISIBLE, '').replace(DASH, '-')).toLowerCase().trim();
}
