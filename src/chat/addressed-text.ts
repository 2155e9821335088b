/** The account's name at the start of a message in a group, as a word of its own: "โปร่งใสมาก" is no call. */
const CALL = /^\s*@?(?:โปร่งใส|prongsai)(?=[\s,:!?]|$)[\s,:!?]*/i;

/**
 * What was said to the account in a group or room, without the call itself; undefined if people talk to each other.
 * In a group the account speaks only when spoken to: by a mention, or by its name at the start. A bare call asks for help.
 */
export function addressedText(content: { readonly text: string; readonly mentionsBot: boolean }): string | undefined {
  if (!content.mentionsBot && !CALL.test(content.text)) return undefined;
  return content.text.replace(CALL, '').trim() || 'วิธีใช้';
}
