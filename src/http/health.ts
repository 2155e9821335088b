import { Router } from 'express';
import type { Metrics } from '../metrics.ts';

export interface HealthOptions {
  readonly metrics: Metrics;
  /** Rejects if the store does not answer or what is published has not been read yet. */
  readonly checkReady: () => Promise<void>;
}

/** `/healthz` (the process lives), `/readyz` (it can answer: store reachable, results loaded), `/metrics` (Prometheus). */
export function health({ metrics, checkReady }: HealthOptions): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => void res.type('text/plain').send('ok\n'));
  router.get('/readyz', async (_req, res) => {
    try {
      await checkReady();
      res.type('text/plain').send('ready\n');
    } catch {
      res.status(503).type('text/plain').send('not ready\n');
    }
  });
  router.get('/metrics', async (_req, res) => {
    const text = await metrics.registry.metrics();
    res.set('content-type', metrics.registry.contentType).send(text);
  });
  return router;
}
