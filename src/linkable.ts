/** LINE's limit for the `uri` of an action, in characters after percent-encoding (Messaging API reference, URI action). */
const MAX_URI = 1000;

/** A URL that a button can open; null if there is none or LINE would refuse it for its length. */
export function linkable(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  return new URL(url).href.length <= MAX_URI ? url : null;
}
