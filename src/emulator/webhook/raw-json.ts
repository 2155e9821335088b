/**
 * JSON as LINE sends it: part of the emoji as `\uD83E\uDD28` escapes, the rest as they are. A bot that checks the
 * signature over anything but the raw bytes fails for exactly these messages.
 */
export function rawJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u{1F900}-\u{1F9FF}]/gu,
    (emoji) =>
      `\\u${emoji.charCodeAt(0).toString(16).toUpperCase()}\\u${emoji.charCodeAt(1).toString(16).toUpperCase()}`,
  );
}
