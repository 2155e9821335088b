// Which addresses from a message may be used, and for what.

/** Longest address of a uri action (LINE: 1,000 characters) and of an image (LINE: 2,000). Longer ones are not used. */
const LONGEST_LINK = 1000;
const LONGEST_IMAGE = 2000;

const LINK_SCHEMES = new Set(['http:', 'https:', 'tel:', 'line:']);
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function parse(value: unknown, longest: number): URL | undefined {
  if (typeof value !== 'string' || value.length > longest) return undefined;
  return URL.canParse(value) ? new URL(value) : undefined;
}

/** An address that a tap may open: http, https, tel or line, as LINE allows. Everything else is undefined. */
export function linkAddress(value: unknown): string | undefined {
  const url = parse(value, LONGEST_LINK);
  return url && LINK_SCHEMES.has(url.protocol) ? url.href : undefined;
}

/** Loopback names for the server this page came from; which one the person typed does not matter. */
function isThisServer(url: URL): boolean {
  return url.protocol === 'http:' && LOOPBACK.has(url.hostname) && url.port === location.port;
}

/** An image a message may load: https as on LINE, or a file of the emulator itself, such as a picture a person sent. */
export function imageAddress(value: unknown): string | undefined {
  const url = parse(value, LONGEST_IMAGE);
  return url && (url.protocol === 'https:' || isThisServer(url)) ? url.href : undefined;
}

/** An image of the emulator itself (a rich menu): any path on this origin, or what a message may load. */
export function ownImageAddress(value: unknown): string | undefined {
  if (typeof value === 'string' && /^\/(?!\/)/.test(value)) return value;
  return imageAddress(value);
}
