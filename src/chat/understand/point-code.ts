import { readCode } from '../../code.ts';
import { plainCode } from './plain-code.ts';

/** What stands before a code on posters and in links that open the chat; with the slips that quick typing makes of it. */
const ASKS = /^(?:ขอ)?(?:ประเมิน|ประเมิณ|ปะเมิน|ประเมืน|ปรเมิน|rate)[\s:=]*/;
/** A code in one piece or as it is shown, 4-4-3; other cuts are other figures: "ประเมิน ITA 2565 2566". */
const CODE = /^([0-9a-z]{4})([- ]?)([0-9a-z]{4})\2([0-9a-z]{3})$/;
const YEAR = /^25\d\d$/;

/**
 * The code of a service point if the whole text is one: `ประเมิน 7K3M-9QXT-2BD`, also without the space, in lower case, with O for
 * 0. Without the word only with its dashes, because eleven letters in one piece could be anything. Undefined otherwise.
 */
export function pointCode(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const plain = plainCode(text);
  const rest = plain.replace(ASKS, '');
  const [, first = '', between, second = '', third = ''] = CODE.exec(rest) ?? [];
  if (between === undefined || (rest === plain && between !== '-')) return undefined;
  if (between !== '' && YEAR.test(first) && YEAR.test(second)) return undefined;
  return readCode(first + second + third);
}
