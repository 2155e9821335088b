import { cpuUsage, memoryUsage } from 'node:process';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * Everything that is counted, in one registry per app. Labels come from fixed lists only (event types, intents, status
 * codes): never text, names or ids.
 */
export interface Metrics {
  readonly registry: Registry;
  readonly webhookRequests: Counter<'status'>;
  readonly webhookSeconds: Histogram;
  readonly events: Counter<'type' | 'outcome'>;
  readonly requests: Counter<'intent'>;
  readonly replies: Counter<'outcome' | 'reason'>;
  readonly storeLate: Counter;
  readonly webSubmissions: Counter<'outcome'>;
  readonly storeOperations: Counter<'kind' | 'collection'>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const resident: Gauge = new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory the process holds',
    registers,
    collect: (): void => resident.set(memoryUsage.rss()),
  });
  const cpu: Counter = new Counter({
    name: 'process_cpu_seconds_total',
    help: 'CPU time the process has used',
    registers,
    collect: (): void => {
      const { user, system } = cpuUsage();
      cpu.reset();
      cpu.inc((user + system) / 1e6);
    },
  });
  return {
    registry,
    webhookRequests: new Counter({
      name: 'prongsai_webhook_requests_total',
      help: 'Webhook requests by HTTP status of the answer',
      labelNames: ['status'],
      registers,
    }),
    webhookSeconds: new Histogram({
      name: 'prongsai_webhook_seconds',
      help: 'Time from the request to its answer; LINE counts 2 s as failed',
      buckets: [0.005, 0.02, 0.1, 0.3, 1, 1.5, 2],
      registers,
    }),
    events: new Counter({
      name: 'prongsai_events_total',
      help: 'Webhook events by type and what became of them',
      labelNames: ['type', 'outcome'],
      registers,
    }),
    requests: new Counter({
      name: 'prongsai_requests_total',
      help: 'Requests by intent; not_understood: nobody could make sense of it; private: what is nobody else’s business, together',
      labelNames: ['intent'],
      registers,
    }),
    replies: new Counter({
      name: 'prongsai_replies_total',
      help: 'Replies by outcome: accepted, refused (nothing was sent), unclear (may have been sent), expired (token too old, not tried)',
      labelNames: ['outcome', 'reason'],
      registers,
    }),
    storeLate: new Counter({
      name: 'prongsai_store_late_total',
      help: 'Webhook requests answered 503 because writes were not durable in time',
      registers,
    }),
    webSubmissions: new Counter({
      name: 'prongsai_web_submissions_total',
      help: 'Feedback submitted on pages by what became of it; not_saved counts what the store did not acknowledge in time',
      labelNames: ['outcome'],
      registers,
    }),
    storeOperations: new Counter({
      name: 'prongsai_store_operations_total',
      help: 'Documents read, written and deleted (what Firestore bills)',
      labelNames: ['kind', 'collection'],
      registers,
    }),
  };
}
