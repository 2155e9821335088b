import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a POST comes from one of our own pages, or from no page at all. Browsers say where it comes from in
 * `Sec-Fetch-Site`, older ones in `Origin`; a page elsewhere cannot leave out both. `publicUrl`: the origin people use,
 * when a proxy hides it from the Host header.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  if (origin === undefined || origin === publicUrl) return true;
  return URL.parse(origin)?.host === headers.host;
}
