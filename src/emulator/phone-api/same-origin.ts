import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request may change something: it comes from the emulator's own page, or from no page at all. Browsers say where
 * a request comes from in `Sec-Fetch-Site` and `Origin`; a web page elsewhere cannot leave them out of a POST.
 */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return headers.origin === undefined || headers.origin === `http://${headers.host ?? ''}`;
}
