import { openChatUrl } from '../open-chat-url.ts';

/** Page of one code, e.g. `https://example.go.th/q/7K9DM2X4TQ8`. `publicUrl` is an origin without a slash at the end. */
export function questionUrl(publicUrl: string, code: string): string {
  return `${publicUrl}/q/${code}`;
}

/** The same question for a device at the counter, if the code was made for one. */
export function kioskUrl(publicUrl: string, code: string): string {
  return `${publicUrl}/kiosk/${code}`;
}

/** Opens the agency's chat with `ประเมิน CODE` typed in. `basicId` begins with `@`. */
export function chatUrl(basicId: string, code: string): string {
  return openChatUrl(basicId, `ประเมิน ${code}`);
}

/** The account's own page in LINE, where a person adds it as a friend. `basicId` begins with `@`. */
export function addFriendUrl(basicId: string): string {
  return `https://line.me/R/ti/p/${encodeURIComponent(basicId)}`;
}
