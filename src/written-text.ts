/**
 * What somebody typed as it is kept: one kind of line break, control characters (also those that turn the direction of text
 * round) replaced by spaces, no space around it. May be empty.
 */
export function writtenText(typed: string): string {
  return (
    typed
      .toWellFormed()
      .replaceAll('\r\n', '\n')
      // oxlint-disable-next-line no-control-regex -- control characters are exactly what is taken out
      .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, ' ')
      .trim()
  );
}
