import type { IncomingMessage } from 'node:http';

/** Programs that open links to show a preview or to index them; LINE's own previewer calls itself `line-poker`. */
const PREVIEWER =
  /bot\b|crawl|spider|preview|facebookexternalhit|line-poker|whatsapp|telegram|slack|discord|embed|curl|wget|python/i;

/** Whether a request looks like a person opening the page; previews, prefetching and HEAD are not counted. */
export function countsAsScan({ method, headers }: IncomingMessage): boolean {
  if (method !== 'GET' || headers['sec-purpose'] !== undefined || headers['purpose'] === 'prefetch') return false;
  const agent = headers['user-agent'];
  return agent !== undefined && !PREVIEWER.test(agent);
}
