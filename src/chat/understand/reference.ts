import { readFeedbackId } from '../../feedback/feedback-id.ts';
import { plainCode } from './plain-code.ts';

/** "อ้างอิง …", "รหัสอ้างอิง …", "ref …", and the reference alone. */
const ASKS = /^(?:(?:รหัส|เลขที่|เลข)?\s*อ้างอิง|reference|ref)[\s:.#=]*/;
/** Twenty letters in one piece or as they are shown, in five groups of four. */
const REFERENCE = /^[0-9a-z]{4}([- ]?)(?:[0-9a-z]{4}\1){3}[0-9a-z]{4}$/;

/**
 * The reference code of a piece of feedback if the whole text is one, upper case and without separators: `อ้างอิง
 * ABCD-EFGH-…`, with O for 0, I or L for 1 and Thai digits. Without the word only with its dashes. Undefined otherwise.
 */
export function referenceCode(text: string): string | undefined {
  if (text.length > 80) return undefined;
  const plain = plainCode(text);
  const rest = plain.replace(ASKS, '');
  const found = REFERENCE.exec(rest);
  if (!found || (rest === plain && found[1] !== '-')) return undefined;
  return readFeedbackId(rest);
}
