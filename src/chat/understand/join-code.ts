import { CODE_LETTERS, readCode } from '../../code.ts';
import type { RequestOf } from '../request.ts';
import { plainCode } from './plain-code.ts';

/** What stands before an invitation's code in the link that opens the chat; with the slips that quick typing makes of it. */
const ASKS = /^(?:ขอ)?(?:เข้าร่วม|เข้าร่ม|เข้ารวม|เข่าร่วม|เข้าร่วน|join)(?:รหัส(?:เชิญ)?)?[\s:=]*/;
/** Something that is meant as a code, even if letters are missing or one too many. */
const LIKE_A_CODE = /^[0-9a-z](?:[- ]?[0-9a-z]){7,15}$/;
/** Said to a person or an event, not to us: "เข้าร่วม 2565 2566". */
const YEARS = /^25\d\d(?:[- ]?25\d\d)*$/;
const POLITE = /(?:นะ)?(?:ครับ|คับ|ค่ะ|คะ)[.!]*$/;

/**
 * The request to join if the whole text is one: `เข้าร่วม 7K3M-9QXT-2BD`, also in lower case, with other or no separators, with O
 * for 0 and I or L for 1. Without a code it is asked for; so it is when what stands there cannot be one. Undefined otherwise.
 */
export function joinRequest(text: string): RequestOf<'join_staff'> | undefined {
  if (text.length > 60) return undefined;
  const plain = plainCode(text).replace(POLITE, '').trim();
  const rest = plain.replace(ASKS, '');
  if (rest === plain) return undefined;
  if (rest === '') return { intent: 'join_staff', slots: {} };
  if (!LIKE_A_CODE.test(rest) || YEARS.test(rest)) return undefined;
  const code = readCode(rest);
  return { intent: 'join_staff', slots: code === undefined ? {} : { code } };
}

/** The code in what somebody wrote when they were asked for one, with or without the word before it; undefined: there is none. */
export function codeIn(text: string): string | undefined {
  return joinRequest(text)?.slots.code ?? (text.length <= 3 * CODE_LETTERS ? readCode(text) : undefined);
}
