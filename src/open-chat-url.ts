/**
 * Opens an account's chat with `text` already in the input box; the person still has to press send. `basicId` begins with `@`,
 * which LINE wants percent-encoded. Does nothing useful in LINE for PC (a LINE scheme, phones only).
 */
export function openChatUrl(basicId: string, text: string): string {
  return `https://line.me/R/oaMessage/${encodeURIComponent(basicId)}/?${encodeURIComponent(text)}`;
}
