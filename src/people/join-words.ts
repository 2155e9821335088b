import { showCode } from '../code.ts';
import { openChatUrl } from '../open-chat-url.ts';

/** What the invited person sends in the chat. */
export function joinWords(code: string): string {
  return `เข้าร่วม ${showCode(code)}`;
}

/** Opens the agency's chat with these words typed in. `basicId` begins with `@`. */
export function joinUrl(basicId: string, code: string): string {
  return openChatUrl(basicId, joinWords(code));
}
