import { arabicDigits } from '../../thai-digits.ts';

/** Characters looked at; a question is far shorter, and what comes after this cannot slow anybody down. */
const LOOKED_AT = 400;

/** Format characters, fillers and variation selectors: they take no room on the screen. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}\u034F\u115F\u1160\u17B4\u17B5\u3164]/gu;
const DASH = /[\u2010-\u2015\u2212]/g;
/** "1๒๓": a Latin I typed (or read by OCR) as 1 in front of Thai digits; seen in printed reports. */
const ONE_FOR_I = /(?<![\d๐-๙])1(?=[๐-๙]{1,2}(?![\d๐-๙]))/g;
/** "ท างาน": copied from a PDF, the ring of ำ is lost and a space is left in its place. */
const LOST_AM = /([ก-ฮ][่-๋]?) า/g;

/**
 * Text as it was meant: one spelling for what looks the same on a screen. NFKC also makes full-width and styled letters
 * plain, but takes ำ apart, so it is put together again afterwards. Only the first 400 characters are kept. Never throws.
 */
export function normalise(text: string): string {
  const plain = text
    .slice(0, LOOKED_AT)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DASH, '-')
    .toLowerCase()
    .replace(ONE_FOR_I, 'i');
  return arabicDigits(plain)
    .replace(/เเ/g, 'แ')
    .replace(/([่-๋])([ัิ-ฺ])/g, '$2$1')
    .replace(/ํ([่-๋]?)า/g, '$1ำ')
    .replace(/([่-๋])ํา/g, '$1ำ')
    .replace(/ำ([่-๋])/g, '$1ำ')
    .replace(/ไมม่/g, 'ไม่')
    .replace(LOST_AM, '$1ำ')
    .replace(/([^\d\s.])\1{3,}/gu, '$1$1')
    .replace(/(?<=[ก-๎])\.(?=\s*[ก-๎]|\s|$)/g, '')
    .replace(/(?<![a-z])((?:[a-z]\.){2,}[a-z]?)(?![a-z])/g, (dotted) => dotted.replaceAll('.', ''))
    .replace(/[^\p{L}\p{M}\p{N}\s.\-/%+|?]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
