import { perHour } from '../world/rate-limits.ts';
import type { Webhook } from '../webhook/webhook.ts';
import type { World } from '../world/world.ts';
import { badRequest, notFound } from './api-error.ts';
import { ok, type Operation, operation } from './operation.ts';

const LONGEST_URL = 500;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** LINE takes https only; a bot on this machine may have plain http. */
function endpointUrl(value: unknown): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  const usable = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (typeof value !== 'string' || value.length > LONGEST_URL || !usable) {
    throw badRequest([{ message: 'Invalid webhook endpoint URL', property: 'endpoint' }]);
  }
  return value;
}

export const webhookOperations = (world: World, webhook: Webhook): readonly Operation[] => [
  operation('getWebhookEndpoint', 'GET /v2/bot/channel/webhook/endpoint', () => {
    const endpoint = webhook.url();
    if (endpoint === undefined) throw notFound();
    return ok({ endpoint, active: true });
  }),
  operation('setWebhookEndpoint', 'PUT /v2/bot/channel/webhook/endpoint', (call) => {
    webhook.setUrl(endpointUrl(call.json()['endpoint']));
    return ok();
  }),
  operation(
    'testWebhookEndpoint',
    'POST /v2/bot/channel/webhook/test',
    async (call) => {
      const { endpoint } = call.bytes.length === 0 ? {} : call.json();
      const timestamp = world.clock().toISOString();
      const posted = await webhook.verify(endpoint === undefined ? undefined : endpointUrl(endpoint));
      const { reason, detail } = posted;
      return ok({ success: reason === 'OK', timestamp, statusCode: posted.status ?? 0, reason, detail });
    },
    { rate: perHour(60) },
  ),
];
